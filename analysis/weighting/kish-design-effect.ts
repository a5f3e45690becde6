/**
 * Kish's design effect of unequal weights: n Σw² / (Σw)², n the firms with a weight above 0. Where
 * weights are those of cells, `firms` says how many have each.
 *
 * Unit: none. Cost: O(firms).
 *
 * @see Kish (1965), Survey Sampling, §11.7
 * @example
 * kishDesignEffect(Float64Array.of(1, 3)) // => 1.25
 */
export function kishDesignEffect(weights: Float64Array, firms?: Float64Array): number {
  let sum = 0
  let squares = 0
  let counting = 0
  for (const [place, weight] of weights.entries()) {
    const count = firms ? (firms[place] ?? 0) : 1
    if (weight > 0) counting += count
    sum += count * weight
    squares += count * weight * weight
  }
  return (counting * squares) / (sum * sum)
}
