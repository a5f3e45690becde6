import { tQuantile } from './distributions/student-t.ts'
import type { ScoreEstimate } from './estimation.ts'
import { taylorVariance } from './variance.ts'

/** How errors and intervals are made for one sample. */
export interface Sampling {
  readonly weights: Float64Array
  /** Brings the error of the weighting into influence values. */
  readonly residual: (influence: Float64Array) => Float64Array
  readonly degreesOfFreedom: number
  readonly confidence: number
  /** Kish's, of the weights. */
  readonly designEffect: number
}

/** Standard error from influence values that already carry the error of the weighting. */
export function errorOf(influence: Float64Array): number {
  return Math.sqrt(taylorVariance(influence, {}))
}

/**
 * A score with its t interval. Without degrees of freedom, or with an error that is no number,
 * there is a score and no interval: one would claim a precision that nobody has.
 *
 * @example
 * withInterval(6, 0.2, { degreesOfFreedom: 149, confidence: 0.9 }).lower // => 5.668971093240408
 */
export function withInterval(
  score: number | null,
  error: number,
  { degreesOfFreedom, confidence }: Pick<Sampling, 'degreesOfFreedom' | 'confidence'>,
): Omit<ScoreEstimate, 'missingWeight'> {
  if (score === null || !(degreesOfFreedom > 0) || !Number.isFinite(error)) {
    return { score, standardError: null, lower: null, upper: null, degreesOfFreedom: null }
  }
  const half = error === 0 ? 0 : tQuantile((1 + confidence) / 2, degreesOfFreedom) * error
  return { score, standardError: error, lower: score - half, upper: score + half, degreesOfFreedom }
}
