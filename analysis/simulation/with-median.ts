import { nestedShares } from './nested-shares.ts'
import { ROUNDING, valueWithin } from './value-within.ts'

/**
 * Probabilities over values that have exactly the median asked for, in a given shape on either
 * side of it:
 *
 *     P(value < median) = P(value > median) = (1 − P(value = median)) / 2
 *
 * A median between two values (52.5 days) has half of the mass below and half above. One at an
 * end of the values takes what the missing side leaves.
 *
 * Unit: probabilities. Cost: O(values).
 *
 * @throws {AnalysisError} `values-cannot-be-simulated` when the median is out of the values' range
 * @example
 * withMedian([1, 2, 3], [1, 1, 1], 2.5) // => [0.25, 0.25, 0.5]
 */
export function withMedian(values: readonly number[], shape: readonly number[], median: number): number[] {
  const possible = valueWithin(median, Math.min(...values), Math.max(...values))
  const middle = values.find((value) => Math.abs(value - possible) <= ROUNDING) ?? possible
  const weightOf = (places: Iterable<number>) =>
    [...places].reduce((sum, place) => sum + (shape[place] ?? 0), 0)
  const where = (holds: (value: number) => boolean) =>
    new Set(values.flatMap((value, place) => (holds(value) ? [place] : [])))
  const at = weightOf(where((value) => value === middle)) / weightOf(shape.keys())
  const sides = [where((value) => value < middle), where((value) => value > middle)]
  return nestedShares(
    shape,
    sides.filter(({ size }) => size > 0).map((places) => ({ places, share: (1 - at) / 2 })),
  )
}
