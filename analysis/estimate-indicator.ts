import type { Indicator } from '../survey-definitions/edition-schema.ts'
import type { ValueColumn } from './columns/column-source.ts'
import type { IndicatorStatistic, LinearStatistic } from './columns/indicator-statistic.ts'
import type { NormalisationMode, UncertainValue } from './estimation-options.ts'
import type { IndicatorEstimate } from './estimation.ts'
import { agreedShareVariance, indicatorInterval } from './indicator-interval.ts'
import { normalise } from './normalise.ts'
import { type Sampling, withInterval } from './sampling.ts'

/** An indicator as the desk shows it, with what its sub-index needs of it. */
export interface IndicatorResult {
  readonly estimate: IndicatorEstimate
  readonly weight: number
  /** What firms did to the value; undefined for hard data, missing ones and those without a score. */
  readonly linear: LinearStatistic | undefined
  /** Points of the score for one unit of the value; nought where the score is held at an anchor. */
  readonly slope: number
  /** Variance of the score that influence values cannot show: of a share that came out 0 or 1. */
  readonly agreedVariance: number
  /** Variance of the score that came with a hard value. */
  readonly hardVariance: number
}

/** A spread takes two. */
const FEWEST_SCORED = 2

/** How values become scores, and scores intervals. */
export interface Scoring {
  readonly sampling: Sampling
  readonly mode: NormalisationMode
}

/**
 * One indicator from the survey: its share, mean or median among the firms that count, and its
 * score. The score's error is the value's times the slope of the anchors that were used. Below two
 * answers there is no score, because nobody knows its error. A score that is held at 1 or 10
 * (`clamp`) has the error nought, because nothing small moves it, and an interval cut off there.
 *
 * Unit: the value in its own, the score 1-10. Cost: constant.
 *
 * @throws {AnalysisError} `missing-anchor-range`, `invalid-probability` for a confidence of 1 or more
 * @example
 * const rule = { direction: 'lower-is-better', anchor: { min: 0, max: 1, basis: 'observed' } } as const
 * const bribes = { id: '5.01', subIndex: 'first', name: {}, source: 'survey', statistic: 'share', weight: 1, ...rule } as const
 * const column = { indicator: '5.01', item: 'bribes', as: 'share', numbers: [0, 1] } as const
 * const statistic = { value: 0.25, standardError: 0.1, answers: 40, distribution: undefined, linear: undefined }
 * const sampling = { degreesOfFreedom: 39, confidence: 0.9, designEffect: 1 }
 * estimateIndicator(bribes, { column, statistic }, { sampling, mode: 'extend' }).estimate.score // => 7.75
 */
export function estimateIndicator(
  indicator: Indicator,
  { column, statistic }: { readonly column: ValueColumn; readonly statistic: IndicatorStatistic },
  { sampling, mode }: Scoring,
): IndicatorResult {
  const { value, answers, distribution } = statistic
  const { as, item } = column
  if (answers === 0) return missingIndicator(indicator, item)
  if (answers < FEWEST_SCORED) return unscoredIndicator(indicator, item, { value, answers })
  const { score, slope, anchorExtended } = normalise(indicator, value, mode)
  const agreedVariance = agreedShareVariance({ as, value, answers, designEffect: sampling.designEffect })
  const valueError = Math.sqrt(statistic.standardError ** 2 + agreedVariance)
  const line = mode === 'clamp' ? normalise(indicator, value, 'fixed') : { score, slope }
  const interval = indicatorInterval({ as, value, valueError, ...line, answers, distribution, sampling })
  const bounds = mode === 'clamp' ? heldBounds(interval) : interval
  return {
    estimate: {
      code: indicator.id,
      subIndex: indicator.subIndex,
      source: 'survey',
      item,
      value,
      valueStandardError: interval.standardError === null ? null : valueError,
      score,
      standardError: interval.standardError === null ? null : Math.abs(slope) * valueError,
      lower: bounds.lower,
      upper: bounds.upper,
      answers,
      anchorExtended,
      ...(slope === 0 ? { anchorHeld: true } : {}),
    },
    weight: indicator.weight,
    linear: statistic.linear,
    slope,
    agreedVariance: slope ** 2 * agreedVariance,
    hardVariance: 0,
  }
}

/** One firm's answer: a value whose error nobody knows, so that no score is built on it. */
function unscoredIndicator(
  indicator: Indicator,
  item: string,
  { value, answers }: { readonly value: number; readonly answers: number },
): IndicatorResult {
  const { estimate, ...rest } = missingIndicator(indicator, item)
  return { ...rest, estimate: { ...estimate, value, answers } }
}

/**
 * An indicator from statistics: a value without sampling error. One that came with a standard error
 * has a normal interval; any other has none.
 *
 * Unit: the value in its own, the score 1-10. Cost: constant.
 *
 * @throws {AnalysisError} `missing-anchor-range`, `invalid-probability` for a confidence of 1 or more
 * @example
 * const rule = { direction: 'higher-is-better', anchor: { min: 0, max: 9, basis: 'observed' } } as const
 * const roads = { id: '2.05', subIndex: 'second', name: {}, source: 'hard', statistic: 'hard', weight: 1, ...rule } as const
 * hardIndicator(roads, { value: 4.5, standardError: 0.5 }, { confidence: 0.9, mode: 'extend' }).hardVariance // => 0.25
 */
export function hardIndicator(
  indicator: Indicator,
  { value, standardError }: UncertainValue,
  { confidence, mode }: { readonly confidence: number; readonly mode: NormalisationMode },
): IndicatorResult {
  const { score, slope, anchorExtended } = normalise(indicator, value, mode)
  const { estimate, ...rest } = missingIndicator(indicator)
  const heldMark = slope === 0 ? ({ anchorHeld: true } as const) : {}
  const known = { ...estimate, value, score, anchorExtended, ...heldMark }
  if (standardError === 0) return { ...rest, estimate: known, slope }
  const line = mode === 'clamp' ? normalise(indicator, value, 'fixed') : { score, slope }
  const interval = withInterval(line.score, Math.abs(line.slope) * standardError, {
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    confidence,
  })
  const { lower, upper } = mode === 'clamp' ? heldBounds(interval) : interval
  return {
    ...rest,
    estimate: {
      ...known,
      valueStandardError: standardError,
      standardError: Math.abs(slope) * standardError,
      lower,
      upper,
    },
    slope,
    hardVariance: (slope * standardError) ** 2,
  }
}

/**
 * An indicator that nobody answered or entered.
 *
 * Unit: none, all null. Cost: constant.
 *
 * @example
 * missingIndicator({ id: '5.01', subIndex: 'informal-charges', source: 'survey', weight: 1 }).estimate.score // => null
 */
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
    linear: undefined,
    slope: 0,
    agreedVariance: 0,
    hardVariance: 0,
  }
}

function heldBounds({ lower, upper }: Pick<IndicatorEstimate, 'lower' | 'upper'>) {
  return { lower: held(lower), upper: held(upper) }
}

function held(score: number | null): number | null {
  return score === null ? null : Math.min(Math.max(score, 1), 10)
}
