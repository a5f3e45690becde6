import type { Counting } from '../../survey-definitions/questionnaire-schema.ts'

/** Less than this share of all weight is what rounding leaves of no weight at all. */
const NO_WEIGHT = 1e-12

/**
 * An indicator's value from the weight of every number that firms gave: the mean, which of a share's
 * noughts and ones is the share, or the median by the school rule, as `weightedMedian` has it.
 * `weights` has the weight of code k at place k, of code 0 too, whose firms do not count; code k + 1
 * is the number at place k. NaN where the firms that count have no weight.
 *
 * Unit: that of the numbers. Cost: O(codes), a median O(codes · log codes).
 *
 * @see Särndal, Swensson & Wretman (1992), §5.7 and §5.11
 * @example
 * valueOfCodes('median', [5, 3, 30], Float64Array.of(9, 1, 2, 2)) // => 5
 */
export function valueOfCodes(as: Counting['as'], numbers: ArrayLike<number>, weights: Float64Array): number {
  const counting = weights.subarray(1)
  const total = counting.reduce((sum, weight) => sum + weight, 0)
  if (Math.abs(total) <= NO_WEIGHT * Math.abs(total + (weights[0] ?? 0))) return Number.NaN
  if (as === 'median') return medianOf(numbers, counting, total)
  return counting.reduce((sum, weight, place) => sum + weight * (numbers[place] ?? 0), 0) / total
}

function medianOf(numbers: ArrayLike<number>, weights: Float64Array, total: number): number {
  const order = Array.from(weights.keys())
    .filter((place) => weights[place] !== 0)
    .toSorted((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0))
  const half = total / 2
  let cumulative = 0
  for (const [rank, place] of order.entries()) {
    cumulative += weights[place] ?? 0
    if (cumulative < half) continue
    const number = numbers[place] ?? Number.NaN
    const next = order[rank + 1]
    return cumulative === half && next !== undefined ? (number + (numbers[next] ?? number)) / 2 : number
  }
  return numbers[order.at(-1) ?? -1] ?? Number.NaN
}
