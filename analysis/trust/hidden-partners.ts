/** Something that enters a published sum. */
export interface Summand {
  readonly code: string
  /** Answers behind it. */
  readonly answers: number
}

/**
 * Whom to hide together with what is hidden in a published sum, such as the indicators of one
 * sub-index: where one summand alone is hidden, the sum less the others gives it back, so the one
 * with the fewest answers among the others is hidden too. Equal answers go in the order given.
 *
 * Unit: codes. Cost: O(summands · log summands).
 *
 * @see Hundepool et al. (2012), Statistical Disclosure Control, §4.2 (secondary suppression)
 * @example
 * hiddenPartners([{ code: 'a', answers: 3 }, { code: 'b', answers: 60 }, { code: 'c', answers: 40 }], new Set(['a'])) // => ['c']
 */
export function hiddenPartners(
  summands: readonly Summand[],
  isHidden: ReadonlySet<string>,
): readonly string[] {
  const hidden = summands.filter(({ code }) => isHidden.has(code))
  if (hidden.length !== 1) return []
  return summands
    .filter(({ code }) => !isHidden.has(code))
    .toSorted((one, other) => one.answers - other.answers)
    .slice(0, 1)
    .map(({ code }) => code)
}
