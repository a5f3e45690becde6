import type { SubIndex } from '../survey-definitions/edition-schema.ts'
import { aggregate } from './aggregate.ts'
import type { IndicatorResult } from './estimate-indicator.ts'
import type { ScoreEstimate } from './estimation.ts'
import { errorOf, type Sampling, withInterval } from './sampling.ts'
import { onPublishedScale } from './score-values.ts'

/** A score with the parts that the next aggregate and the verdict need. */
export interface ScoreResult {
  readonly estimate: ScoreEstimate
  /** What each firm did to the score. */
  readonly influence: Float64Array
  /** Standard error from sampling alone; null where no firm's answer is in the score. */
  readonly samplingError: number | null
  /** Part of its square that the influence values do not show: shares that came out 0 or 1. */
  readonly agreedVariance: number
  /** Variance of its own that no firm has a part in: what the edition's link leaves. */
  readonly linkVariance: number
}

/**
 * A sub-index from its indicators: a weighted mean of their scores, so its influence values are
 * the same weighted mean of theirs, and no covariance matrix is needed. Shares that came out 0 or 1
 * add their own variance as independent parts. A link to the published scale multiplies all by its
 * slope and adds its residual variance. Hard data alone have no error.
 *
 * Unit: points, 1-10. Cost: O(firms · indicators).
 *
 * @example
 * estimateSubIndex(informalCharges, indicators, sampling).estimate.score // => 5.79
 */
export function estimateSubIndex(
  subIndex: Pick<SubIndex, 'link'>,
  indicators: readonly IndicatorResult[],
  sampling: Sampling,
): ScoreResult {
  const { score, missingWeight, presentWeight } = aggregate(
    indicators.map(({ weight, estimate }) => ({ weight, score: estimate.score })),
  )
  const slope = subIndex.link?.slope ?? 1
  const parts = indicators.flatMap(({ weight, scoreInfluence, agreedVariance }) =>
    scoreInfluence
      ? [{ factor: (slope * weight) / presentWeight, influence: scoreInfluence, agreedVariance }]
      : [],
  )
  return scoreResult(
    { score: score === null ? null : onPublishedScale(subIndex, score), missingWeight },
    { parts, linkVariance: (subIndex.link?.residualSd ?? 0) ** 2, sampling },
  )
}

/** One sub-index in the composite. */
export interface WeightedScore extends ScoreResult {
  readonly weight: number
}

/**
 * The composite of the sub-indices on 0-100: 10 · Σ W S, with the errors of the links as
 * independent parts.
 *
 * Unit: points, 0-100. Cost: O(firms · sub-indices).
 *
 * @example
 * estimateComposite(subIndices, sampling).estimate.score // => 63.8
 */
export function estimateComposite(subIndices: readonly WeightedScore[], sampling: Sampling): ScoreResult {
  const { score, missingWeight, presentWeight } = aggregate(
    subIndices.map(({ weight, estimate }) => ({
      weight,
      score: estimate.score,
      missing: estimate.missingWeight,
    })),
  )
  const present = subIndices
    .filter(({ estimate }) => estimate.score !== null)
    .map((part) => ({ ...part, factor: (10 * part.weight) / presentWeight }))
  return scoreResult(
    { score: score === null ? null : 10 * score, missingWeight },
    {
      parts: present.filter(({ samplingError }) => samplingError !== null),
      linkVariance: present.reduce((sum, { factor, linkVariance }) => sum + factor ** 2 * linkVariance, 0),
      sampling,
    },
  )
}

/** What goes into a score from the firms, times its factor. */
interface SampledPart {
  readonly factor: number
  readonly influence: Float64Array
  readonly agreedVariance: number
}

function scoreResult(
  { score, missingWeight }: { score: number | null; missingWeight: number },
  {
    parts,
    linkVariance,
    sampling,
  }: { parts: readonly SampledPart[]; linkVariance: number; sampling: Sampling },
): ScoreResult {
  const influence = combined(sampling.weights.length, parts)
  const agreedVariance = parts.reduce((sum, part) => sum + part.factor ** 2 * part.agreedVariance, 0)
  const samplingError = parts.length === 0 ? null : Math.sqrt(errorOf(influence) ** 2 + agreedVariance)
  const error = samplingError === null ? Number.NaN : Math.sqrt(samplingError ** 2 + linkVariance)
  return {
    estimate: { ...withInterval(score, error, sampling), missingWeight },
    influence,
    samplingError,
    agreedVariance,
    linkVariance,
  }
}

function combined(firms: number, parts: readonly SampledPart[]): Float64Array {
  const sum = new Float64Array(firms)
  for (const { factor, influence } of parts) {
    for (let firm = 0; firm < firms; firm++) sum[firm] = (sum[firm] ?? 0) + factor * (influence[firm] ?? 0)
  }
  return sum
}
