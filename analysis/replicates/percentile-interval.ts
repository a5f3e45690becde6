import { AnalysisError } from '../analysis-error.ts'

/** An interval from replicates. Unit: the estimate's. */
export interface ReplicateInterval {
  readonly lower: number
  readonly upper: number
}

/**
 * The percentile interval: the middle of the replicates' estimates, between their quantiles α/2
 * and 1 − α/2 (interpolated, R's type 7). It follows a skewed estimate, and keeps its bias.
 *
 * Unit: the estimate's. Cost: O(R log R).
 *
 * @throws {AnalysisError} `invalid-probability` for a confidence that is not between 0 and 1
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13
 * @example
 * percentileInterval(Float64Array.of(5, 1, 2, 4, 3), 0.5) // => { lower: 2, upper: 4 }
 */
export function percentileInterval(replicates: Float64Array, confidence: number): ReplicateInterval {
  checkConfidence(confidence)
  const sorted = replicates.toSorted()
  const tail = (1 - confidence) / 2
  return { lower: interpolatedQuantile(sorted, tail), upper: interpolatedQuantile(sorted, 1 - tail) }
}

/**
 * Quantile by interpolation between order statistics, R's type 7.
 *
 * Unit: the numbers'. Cost: constant.
 *
 * @see Hyndman & Fan (1996), The American Statistician 50
 * @example
 * interpolatedQuantile(Float64Array.of(1, 2), 0.25) // => 1.25
 */
export function interpolatedQuantile(sorted: Float64Array, probability: number): number {
  const place = probability * (sorted.length - 1)
  const below = Math.floor(place)
  const lower = sorted[below] ?? Number.NaN
  const upper = sorted[below + 1] ?? lower
  return lower + (place - below) * (upper - lower)
}

/**
 * Checks that an interval can have this confidence.
 *
 * Cost: constant.
 *
 * @throws {AnalysisError} `invalid-probability` unless it is between 0 and 1
 * @example
 * checkConfidence(0.9) // => undefined
 */
export function checkConfidence(confidence: number): void {
  if (confidence > 0 && confidence < 1) return
  throw new AnalysisError('invalid-probability', `an interval's confidence is in (0, 1), not ${confidence}`)
}
