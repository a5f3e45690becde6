import { criticalValue } from './estimators/share-interval.ts'
import type { ScoreEstimate } from './estimation.ts'

/** How intervals are made for one sample. */
export interface Sampling {
  readonly degreesOfFreedom: number
  readonly confidence: number
  /** Kish's, of the weights. */
  readonly designEffect: number
}

/**
 * A score with its interval: t, or normal where the degrees of freedom are infinite, because the
 * error was given and not estimated. Without degrees of freedom, or with an error that is no number,
 * there is a score and no interval: one would claim a precision that nobody has.
 *
 * Unit: that of the score. Cost: a quantile of t.
 *
 * @throws {AnalysisError} `invalid-probability` for a confidence of 1 or more
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
  const half = error === 0 ? 0 : criticalValue(confidence, degreesOfFreedom) * error
  return {
    score,
    standardError: error,
    lower: score - half,
    upper: score + half,
    degreesOfFreedom: Number.isFinite(degreesOfFreedom) ? degreesOfFreedom : null,
  }
}
