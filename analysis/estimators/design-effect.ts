import { sumOf } from '../compensated-sum.ts'
import { weightedCovariance } from './weighted-covariance.ts'

/** What a variance is set against. */
export interface SimpleSample {
  /** Values of the variable, NaN out of the domain. */
  readonly values: Float64Array
  readonly weights: Float64Array
  /** Drawn with replacement: without a correction for the share of the population drawn. */
  readonly withReplacement: boolean
}

/**
 * Design effect of a mean: its variance relative to that of a simple random sample of as many
 * firms from the same population,
 *
 *     deff = V(ȳ) / [S² (Ŵ − n) / (Ŵ n)],   with replacement V(ȳ) / (S²/n)
 *
 * For a total give its variance divided by Ŵ². NaN where the weights sum to fewer than n firms.
 * Unit: none. Cost: O(firms).
 *
 * @see Kish (1965), Survey Sampling, §8.2; R survey::svymean, deff
 * @example
 * const values = Float64Array.of(1, 2, 3)
 * const weights = Float64Array.of(1, 1, 1)
 * designEffect(0.5, { values, weights, withReplacement: true }) // => 1.5
 */
export function designEffect(variance: number, { values, weights, withReplacement }: SimpleSample): number {
  const { value: spread, answers } = weightedCovariance(values, values, weights)
  const firms = sumOf(weights.filter((_weight, firm) => !Number.isNaN(values[firm] ?? Number.NaN)))
  if (withReplacement) return variance / (spread / answers)
  if (firms < answers) return Number.NaN
  return variance / ((spread * (firms - answers)) / (firms * answers))
}
