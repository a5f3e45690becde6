import { CompensatedSum } from '../compensated-sum.ts'
import type { EstimateWithInfluence } from '../weighted-mean.ts'

/**
 * Estimates a population total over the firms of a domain (Horvitz-Thompson):
 *
 *     T̂ = Σ wᵢyᵢ,   uᵢ = wᵢyᵢ,   uᵢ = 0 out of the domain
 *
 * Values are NaN out of the domain; weights count the population's firms.
 * Unit: that of the values. Cost: O(firms).
 *
 * @see Särndal, Swensson & Wretman (1992), §2.8; R survey::svytotal
 * @example
 * weightedTotal(Float64Array.of(1, 2, NaN), Float64Array.of(10, 20, 30)).value // => 50
 */
export function weightedTotal(values: Float64Array, weights: Float64Array): EstimateWithInfluence {
  const total = new CompensatedSum()
  const influence = new Float64Array(values.length)
  let answers = 0
  for (const [firm, value] of values.entries()) {
    if (Number.isNaN(value)) continue
    const weighted = (weights[firm] ?? 0) * value
    influence[firm] = weighted
    total.add(weighted)
    answers++
  }
  return { value: answers === 0 ? Number.NaN : total.total, influence, answers }
}
