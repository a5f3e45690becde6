import type { SubIndex } from '../survey-definitions/edition-schema.ts'
import { aggregate } from './aggregate.ts'
import type { OwnVariance } from './columns/score-covariance.ts'
import type { IndicatorResult } from './estimate-indicator.ts'
import type { ScoreEstimate } from './estimation.ts'
import { type Sampling, withInterval } from './sampling.ts'
import { onPublishedScale } from './score-values.ts'

/** A score before its sampling error is known: what it is made of and how much of each. */
export interface ScoreParts {
  readonly score: number | null
  readonly missingWeight: number
  /** ∂S/∂x of each part, in the order of the parts; nought where it has no say. */
  readonly gradient: readonly number[]
  readonly own: OwnVariance
  /** Some of its score comes from firms. */
  readonly isSampled: boolean
}

/**
 * A sub-index from its indicators: a mean of their scores, arithmetic or as the edition says
 * geometric, led to the published scale where the edition has a link. Its gradient makes its
 * influence values from theirs, so that no covariance matrix of indicators is needed. Beside them it
 * has three errors of its own: of shares that came out 0 or 1, of hard data and of the link.
 *
 * Unit: points, 1-10. Cost: O(indicators).
 *
 * @throws {AnalysisError} `score-not-positive` for a geometric mean of scores not above 0
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, §6
 * @example
 * subIndexParts({ link: { slope: 0.5, intercept: 3, residualSd: 0.4 } }, []).score // => null
 */
export function subIndexParts(
  { link, aggregation }: Pick<SubIndex, 'link' | 'aggregation'>,
  indicators: readonly IndicatorResult[],
): ScoreParts {
  const mean = aggregate(
    indicators.map(({ weight, estimate }) => ({ weight, score: estimate.score })),
    aggregation,
  )
  const slope = link?.slope ?? 1
  const gradient = mean.gradient.map((part) => slope * part)
  const sum = (variance: (indicator: IndicatorResult) => number): number =>
    indicators.reduce((total, one, place) => total + (gradient[place] ?? 0) ** 2 * variance(one), 0)
  return {
    score: mean.score === null ? null : onPublishedScale({ link }, mean.score),
    missingWeight: mean.missingWeight,
    gradient,
    own: {
      agreed: sum(({ agreedVariance }) => agreedVariance),
      hard: sum(({ hardVariance }) => hardVariance),
      link: (link?.residualSd ?? 0) ** 2,
    },
    isSampled: indicators.some(({ linear }) => linear !== undefined),
  }
}

/** One sub-index in the composite. */
export interface WeightedParts extends ScoreParts {
  readonly weight: number
}

/**
 * The composite of the sub-indices on 0-100: 10 · Σ W S, with their own errors as independent parts.
 *
 * Unit: points, 0-100. Cost: O(sub-indices).
 *
 * @example
 * compositeParts([{ ...subIndexParts({}, []), score: 6, missingWeight: 0, weight: 1 }]).score // => 60
 */
export function compositeParts(subIndices: readonly WeightedParts[]): ScoreParts {
  const mean = aggregate(
    subIndices.map(({ weight, score, missingWeight }) => ({ weight, score, missing: missingWeight })),
  )
  const gradient = mean.gradient.map((part) => 10 * part)
  const sum = (kind: keyof OwnVariance): number =>
    subIndices.reduce((total, { own }, place) => total + (gradient[place] ?? 0) ** 2 * own[kind], 0)
  return {
    score: mean.score === null ? null : 10 * mean.score,
    missingWeight: mean.missingWeight,
    gradient,
    own: { agreed: sum('agreed'), hard: sum('hard'), link: sum('link') },
    isSampled: subIndices.some(({ isSampled, score }) => isSampled && score !== null),
  }
}

/** A score with its errors. */
export interface ScoreResult {
  readonly estimate: ScoreEstimate
  /** Standard error from sampling alone; null where no firm's answer is in the score. */
  readonly samplingError: number | null
}

/**
 * A score with its error and interval, once the variance from sampling is known. Of hard data alone
 * it has an error only where they came with one.
 *
 * Unit: that of the score. Cost: constant.
 *
 * @throws {AnalysisError} `invalid-probability` for a confidence of 1 or more
 * @example
 * const parts = { ...subIndexParts({}, []), score: 6, missingWeight: 0, isSampled: true }
 * withErrors(parts, 0.04, { degreesOfFreedom: 149, confidence: 0.9 }).samplingError // => 0.2
 */
export function withErrors(
  { score, missingWeight, own, isSampled }: ScoreParts,
  samplingVariance: number,
  { degreesOfFreedom, confidence }: Pick<Sampling, 'degreesOfFreedom' | 'confidence'>,
): ScoreResult {
  if (!isSampled) {
    const error = own.hard > 0 ? Math.sqrt(own.hard + own.link) : Number.NaN
    const interval = withInterval(score, error, { degreesOfFreedom: Number.POSITIVE_INFINITY, confidence })
    return { estimate: { ...interval, missingWeight }, samplingError: null }
  }
  const samplingError = Math.sqrt(samplingVariance + own.agreed)
  const error = Math.sqrt(samplingError ** 2 + own.hard + own.link)
  return {
    estimate: { ...withInterval(score, error, { degreesOfFreedom, confidence }), missingWeight },
    samplingError,
  }
}
