/**
 * The smallest of the numbers that this share of them do not pass, NaN left out; NaN of none.
 *
 * Unit: that of the numbers. Cost: O(n log n).
 *
 * @see R quantile, type 1
 * @example
 * percentile(Float64Array.of(3, 1, NaN, 2), 0.5) // => 2
 */
export function percentile(numbers: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(numbers)
    .filter((number) => !Number.isNaN(number))
    .toSorted()
  return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? Number.NaN
}
