import { percentileInterval } from './percentile-interval.ts'
import { type ReplicatedEstimate, replicateVariance } from './replicate-variance.ts'

/** What replicates say of one figure; all null where there is none or too few replicates have it. */
export interface BootstrapSpread {
  readonly standardError: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** Below this share of replicates that have a figure, their spread is not the figure's. */
const FEWEST_REPLICATES = 0.9

/**
 * Standard error and percentile interval of a figure from bootstrap replicates around the estimate,
 *
 *     SE = √(1/R Σ (θ_r − θ̂)²)
 *
 * Replicates in which the figure could not be had, because nobody drawn counted in it, are left
 * out; where that is more than one in ten, there is neither.
 * Unit: the figure's. Cost: O(R log R).
 *
 * @throws {AnalysisError} `invalid-probability` for a confidence that is not between 0 and 1
 * @see Efron & Tibshirani (1993), ch. 6 and 13
 * @example
 * bootstrapSpread({ estimate: 3, replicates: Float64Array.of(1, 2, 3, 4, 5) }, 0.5) // => { standardError: 1.4142135623730951, lower: 2, upper: 4 }
 */
export function bootstrapSpread(
  { estimate, replicates }: ReplicatedEstimate,
  confidence: number,
): BootstrapSpread {
  const had = replicates.filter((theta) => !Number.isNaN(theta))
  const interval = percentileInterval(had, confidence)
  if (Number.isNaN(estimate) || had.length < FEWEST_REPLICATES * replicates.length || had.length === 0) {
    return { standardError: null, lower: null, upper: null }
  }
  const scheme = { scale: 1 / had.length, centre: 'estimate' } as const
  return { standardError: Math.sqrt(replicateVariance({ estimate, replicates: had }, scheme)), ...interval }
}
