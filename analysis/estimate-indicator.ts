import type { Indicator } from '../survey-definitions/edition-schema.ts'
import type { IndicatorEstimate } from './estimation.ts'
import { normalise } from './normalise.ts'
import type { IndicatorColumn } from './sample.ts'
import { errorOf, type Sampling, withInterval } from './sampling.ts'
import { type EstimateWithInfluence, weightedMean } from './weighted-mean.ts'
import { weightedMedian } from './weighted-median.ts'

/** An indicator as the desk shows it, with what its sub-index needs of it. */
export interface IndicatorResult {
  readonly estimate: IndicatorEstimate
  readonly weight: number
  /** What each firm did to the indicator's score; undefined for hard data and missing ones. */
  readonly scoreInfluence: Float64Array | undefined
}

/**
 * One indicator from the survey: its share, mean or median among the firms that count, and its
 * score. The score's error is the value's times the slope of the anchors that were used.
 *
 * Unit: the value in its own, the score 1-10. Cost: O(firms), a median O(firms · log firms).
 *
 * @throws {AnalysisError} `missing-anchor-range`
 * @example
 * estimateIndicator(indicator, column, sampling).estimate.score // => 4.71
 */
export function estimateIndicator(
  indicator: Indicator,
  column: IndicatorColumn,
  sampling: Sampling,
): IndicatorResult {
  const { value, influence, answers } = estimateOf(column, sampling)
  if (answers === 0) return missingIndicator(indicator, column.item)
  const { score, slope, anchorExtended } = normalise(indicator, value, { extend: true })
  const valueInfluence = sampling.residual(influence)
  const valueError = errorOf(valueInfluence)
  const interval = intervalOf(score, { column, answers, slope, valueError, sampling })
  return {
    estimate: {
      code: indicator.id,
      subIndex: indicator.subIndex,
      source: 'survey',
      item: column.item,
      value,
      valueStandardError: interval.standardError === null ? null : valueError,
      score,
      standardError: interval.standardError,
      lower: interval.lower,
      upper: interval.upper,
      answers,
      anchorExtended,
    },
    weight: indicator.weight,
    scoreInfluence: valueInfluence.map((u) => slope * u),
  }
}

/** An indicator from statistics: a value without sampling error, so without an interval. */
export function hardIndicator(indicator: Indicator, value: number): IndicatorResult {
  const { score, anchorExtended } = normalise(indicator, value, { extend: true })
  const { estimate, ...rest } = missingIndicator(indicator)
  return { ...rest, estimate: { ...estimate, value, score, anchorExtended } }
}

/** An indicator that nobody answered or entered. */
export function missingIndicator(indicator: Indicator, item: string | null = null): IndicatorResult {
  return {
    estimate: {
      code: indicator.id,
      subIndex: indicator.subIndex,
      source: indicator.source,
      item,
      value: null,
      valueStandardError: null,
      score: null,
      standardError: null,
      lower: null,
      upper: null,
      answers: 0,
      anchorExtended: false,
    },
    weight: indicator.weight,
    scoreInfluence: undefined,
  }
}

/**
 * The t interval with the degrees of freedom of the firms that answered. Where all answers of a
 * share agree there is no spread to make one from: then the exact bound (Clopper-Pearson, one
 * side, effective answers) of a share that came out 0 or 1.
 */
function intervalOf(
  score: number,
  outcome: {
    column: IndicatorColumn
    answers: number
    slope: number
    valueError: number
    sampling: Sampling
  },
): ReturnType<typeof withInterval> {
  const { column, answers, slope, valueError, sampling } = outcome
  const degreesOfFreedom = Math.min(sampling.degreesOfFreedom, answers - 1)
  const interval = withInterval(score, Math.abs(slope) * valueError, { ...sampling, degreesOfFreedom })
  if (column.as !== 'share' || valueError > 0 || interval.standardError === null) return interval
  const effectiveAnswers = answers / sampling.designEffect
  const room = Math.abs(slope) * (1 - (1 - sampling.confidence) ** (1 / effectiveAnswers))
  const isTop = column.values.includes(1) === slope > 0
  return isTop ? { ...interval, lower: score - room } : { ...interval, upper: score + room }
}

function estimateOf(column: IndicatorColumn, sampling: Sampling): EstimateWithInfluence {
  if (column.as !== 'median') return weightedMean(column.values, sampling.weights)
  return weightedMedian(column.values, {
    weights: sampling.weights,
    errorOf: (influence) => errorOf(sampling.residual(influence)),
    degreesOfFreedom: sampling.degreesOfFreedom,
  })
}
