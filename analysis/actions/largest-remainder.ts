import { AnalysisError } from '../analysis-error.ts'

/**
 * Whole numbers that add up to a whole total and lie as near as can be to their quotas: every
 * quota is rounded down, and what is left goes, one each, to the largest remainders; equal
 * remainders in the order given (Hamilton's method).
 *
 * Unit: counts. Cost: O(quotas · log quotas).
 *
 * @throws {AnalysisError} `quotas-do-not-add-up` where they are not nonnegative or do not add to the total
 * @see Balinski & Young (1982), Fair Representation
 * @example
 * largestRemainder([2.6, 1.7, 0.7], 5) // => [2, 2, 1]
 */
export function largestRemainder(quotas: readonly number[], total: number): number[] {
  const sum = quotas.reduce((all, quota) => all + quota, 0)
  if (!quotas.every((quota) => quota >= 0) || !(Math.abs(sum - total) <= 1e-6 * Math.max(1, total))) {
    throw new AnalysisError('quotas-do-not-add-up', `quotas of ${sum} are to add up to ${total}`)
  }
  // A quota a hair below a whole number is that number: rounding is no reason to lose a call.
  const whole = quotas.map((quota) => Math.floor(quota + 1e-9))
  const remainders = quotas.map((quota, place) => ({ place, rest: quota - (whole[place] ?? 0) }))
  const left = total - whole.reduce((all, count) => all + count, 0)
  const order = remainders.toSorted((one, other) => other.rest - one.rest || one.place - other.place)
  for (const { place } of order.slice(0, left)) whole[place] = (whole[place] ?? 0) + 1
  return whole
}
