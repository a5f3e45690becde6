import { CompensatedSum } from '../compensated-sum.ts'

/** Values in ascending order with the weight at and below each. */
export interface WeightedDistribution {
  readonly values: Float64Array
  readonly weights: Float64Array
  /** Compensated sums, so that ties of cumulative weights are ties. */
  readonly cumulative: Float64Array
  readonly totalWeight: number
}

/**
 * The weighted distribution of the values that are there: neither NaN nor of weight nought.
 *
 * Unit: the values' and the weights'. Cost: O(firms · log firms).
 *
 * @see R survey::svycdf
 * @example
 * weightedDistribution(Float64Array.of(7, NaN, 3), Float64Array.of(1, 1, 2)).cumulative // => [2, 3]
 */
export function weightedDistribution(values: Float64Array, weights: Float64Array): WeightedDistribution {
  const order: number[] = []
  for (const [firm, value] of values.entries()) {
    if (!Number.isNaN(value) && weights[firm] !== 0) order.push(firm)
  }
  order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  return inOrder(
    Float64Array.from(order, (firm) => values[firm] ?? 0),
    Float64Array.from(order, (firm) => weights[firm] ?? 0),
  )
}

/**
 * The same distribution with every value once.
 *
 * Unit: the values' and the weights'. Cost: O(firms).
 *
 * @example
 * withoutTies(weightedDistribution(Float64Array.of(5, 5, 7), Float64Array.of(1, 2, 1))).weights // => [3, 1]
 */
export function withoutTies({ values, weights }: WeightedDistribution): WeightedDistribution {
  const weightOf = new Map<number, number>()
  for (const [rank, value] of values.entries()) {
    weightOf.set(value, (weightOf.get(value) ?? 0) + (weights[rank] ?? 0))
  }
  return inOrder(Float64Array.from(weightOf.keys()), Float64Array.from(weightOf.values()))
}

function inOrder(values: Float64Array, weights: Float64Array): WeightedDistribution {
  const sum = new CompensatedSum()
  const cumulative = weights.map((weight) => {
    sum.add(weight)
    return sum.total
  })
  return { values, weights, cumulative, totalWeight: sum.total }
}
