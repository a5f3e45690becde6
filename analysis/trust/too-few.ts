/** Fewer firms than this behind a figure, and somebody who knows the province knows which. */
export const FEWEST_FIRMS = 5

/** The same for what could be held against a firm or an office. */
export const FEWEST_SENSITIVE_FIRMS = 10

/**
 * A count that so few firms stand behind that one of them could be made out. None at all tells of
 * nobody.
 *
 * Unit: firms. Cost: constant.
 *
 * @see Hundepool et al. (2012), Statistical Disclosure Control, §4.2 (threshold rule)
 * @example
 * isTooFew(4, FEWEST_FIRMS) // => true
 */
export function isTooFew(count: number, fewest: number = FEWEST_FIRMS): boolean {
  return count > 0 && count < fewest
}

/**
 * Two counts of the same thing, one release after another, whose difference is a few firms: who has
 * both knows what those few answered.
 *
 * Unit: firms. Cost: constant.
 *
 * @see Hundepool et al. (2012), §4.3 (differencing)
 * @example
 * differsByTooFew(60, 62, FEWEST_FIRMS) // => true
 */
export function differsByTooFew(before: number, after: number, fewest: number = FEWEST_FIRMS): boolean {
  return isTooFew(Math.abs(after - before), fewest)
}

/**
 * All gave one answer: knowing that a firm answered is then knowing what. One firm may differ: it
 * knows all the others'.
 *
 * Unit: firms. Cost: O(counts).
 *
 * @see Hundepool et al. (2012), §4.2 (group disclosure)
 * @example
 * isUnanimous([11, 1, 0]) // => true
 */
export function isUnanimous(counts: readonly number[]): boolean {
  const all = counts.reduce((sum, count) => sum + count, 0)
  return all > 0 && Math.max(...counts) >= all - 1
}
