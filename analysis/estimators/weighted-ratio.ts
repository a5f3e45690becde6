import type { EstimateWithInfluence } from '../weighted-mean.ts'
import { weightedTotal } from './weighted-total.ts'

/**
 * Estimates the ratio of two totals over the firms that have both values:
 *
 *     R̂ = Σ wᵢyᵢ / Σ wᵢxᵢ,   uᵢ = wᵢ (yᵢ − R̂xᵢ) / Σ wx
 *
 * Unit: that of the numerator per that of the denominator. Cost: O(firms).
 *
 * @see Särndal, Swensson & Wretman (1992), §5.6; R survey::svyratio
 * @example
 * weightedRatio({ numerator: Float64Array.of(1, 2), denominator: Float64Array.of(2, 4) },
 *   Float64Array.of(1, 1)).value // => 0.5
 */
export function weightedRatio(
  { numerator, denominator }: { numerator: Float64Array; denominator: Float64Array },
  weights: Float64Array,
): EstimateWithInfluence {
  const above = weightedTotal(blankWhereBlank(numerator, denominator), weights)
  const below = weightedTotal(blankWhereBlank(denominator, numerator), weights)
  const value = above.value / below.value
  const influence = above.influence.map((u, firm) => (u - value * (below.influence[firm] ?? 0)) / below.value)
  return { value, influence, answers: above.answers }
}

function blankWhereBlank(values: Float64Array, other: Float64Array): Float64Array {
  return values.map((value, firm) => (Number.isNaN(other[firm] ?? Number.NaN) ? Number.NaN : value))
}
