import { type EstimateWithInfluence, weightedMean } from '../weighted-mean.ts'

/**
 * Estimates the population covariance of two variables over the firms that have both, and so a
 * variance where both are the same: the mean of the products of their distances from the means,
 *
 *     Ĉ = n/(n − 1) · Σ wᵢ (xᵢ − x̄)(yᵢ − ȳ) / Σ wᵢ
 *
 * with n the number of firms. The means' own error is of a smaller order and left out.
 * Unit: the product of the variables'. Cost: O(firms).
 *
 * @see Kish (1965), Survey Sampling, §8.2, for n − 1; R survey::svyvar
 * @example
 * const x = Float64Array.of(1, 2, 3)
 * weightedCovariance(x, x, Float64Array.of(1, 1, 1)).value // => 1
 */
export function weightedCovariance(
  first: Float64Array,
  second: Float64Array,
  weights: Float64Array,
): EstimateWithInfluence {
  const both = first.map((x, firm) => x + (second[firm] ?? Number.NaN))
  const { answers } = weightedMean(both, weights)
  const fromFirst = distances(first, both, weights)
  const fromSecond = first === second ? fromFirst : distances(second, both, weights)
  const products = fromFirst.map((x, firm) => (x * (fromSecond[firm] ?? 0) * answers) / (answers - 1))
  return weightedMean(products, weights)
}

/** Distances from the mean of those that have both values, NaN for the others. */
function distances(values: Float64Array, both: Float64Array, weights: Float64Array): Float64Array {
  const present = values.map((value, firm) => (Number.isNaN(both[firm] ?? Number.NaN) ? Number.NaN : value))
  const { value: mean } = weightedMean(present, weights)
  return present.map((value) => value - mean)
}
