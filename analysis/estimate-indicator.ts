import type { Indicator } from '../survey-definitions/edition-schema.ts'
import type { IndicatorEstimate } from './estimation.ts'
import { agreedShareVariance, indicatorInterval } from './indicator-interval.ts'
import { normalise } from './normalise.ts'
import type { IndicatorColumn } from './sample.ts'
import { errorOf, type Sampling } from './sampling.ts'
import { type EstimateWithInfluence, weightedMean } from './weighted-mean.ts'
import { weightedMedian } from './weighted-median.ts'

/** An indicator as the desk shows it, with what its sub-index needs of it. */
export interface IndicatorResult {
  readonly estimate: IndicatorEstimate
  readonly weight: number
  /** What each firm did to the indicator's score; undefined for hard data and missing ones. */
  readonly scoreInfluence: Float64Array | undefined
  /** Variance of the score that influence values cannot show: of a share that came out 0 or 1. */
  readonly agreedVariance: number
}

/** A spread takes two. */
const FEWEST_SCORED = 2

/**
 * One indicator from the survey: its share, mean or median among the firms that count, and its
 * score. The score's error is the value's times the slope of the anchors that were used. Below two
 * answers there is no score, because nobody knows its error.
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
  if (answers < FEWEST_SCORED) return unscoredIndicator(indicator, column.item, { value, answers })
  const { score, slope, anchorExtended } = normalise(indicator, value, { extend: true })
  const valueInfluence = sampling.residual(influence)
  const agreedVariance = agreedShareVariance({ column, value, answers, sampling })
  const valueError = Math.sqrt(errorOf(valueInfluence) ** 2 + agreedVariance)
  const interval = indicatorInterval({ column, value, valueError, score, slope, answers, sampling })
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
    agreedVariance: slope ** 2 * agreedVariance,
  }
}

/** One firm's answer: a value whose error nobody knows, so that no score is built on it. */
function unscoredIndicator(
  indicator: Indicator,
  item: string,
  { value, answers }: { value: number; answers: number },
): IndicatorResult {
  const { estimate, ...rest } = missingIndicator(indicator, item)
  return { ...rest, estimate: { ...estimate, value, answers } }
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
    agreedVariance: 0,
  }
}

function estimateOf(column: IndicatorColumn, sampling: Sampling): EstimateWithInfluence {
  if (column.as !== 'median') return weightedMean(column.values, sampling.weights)
  return weightedMedian(column.values, {
    weights: sampling.weights,
    errorOf: (influence) => errorOf(sampling.residual(influence)),
    degreesOfFreedom: sampling.degreesOfFreedom,
  })
}
