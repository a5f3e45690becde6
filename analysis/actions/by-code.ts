/**
 * Orders by code, by code units: the same on every machine, whatever its language.
 *
 * Unit: none, a sign. Cost: O(length of a code).
 *
 * @example
 * [{ code: 'b' }, { code: 'a' }].toSorted(byCode).map(({ code }) => code) // => ['a', 'b']
 */
export function byCode(one: { readonly code: string }, other: { readonly code: string }): number {
  if (one.code === other.code) return 0
  return one.code < other.code ? -1 : 1
}
