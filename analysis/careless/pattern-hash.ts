import type { AnswerPatterns } from './answer-patterns.ts'

/** Scrambles 32 bits so that each depends on all (the finaliser of MurmurHash3). */
function scrambled(word: number): number {
  let mixed = word
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/**
 * A number of 32 bits that stands for a firm's answers to some items, the same whenever those are
 * the same. Different answers share one in about 1 of 4 billion pairs.
 *
 * Unit: none. Cost: O(items).
 *
 * @see Appleby, MurmurHash3, for the finaliser
 * @example
 * const patterns = { firms: 2, items: 2, codes: Int16Array.of(1, 2, 1, 2) }
 * patternHash(patterns, 0, { items: [0, 1], seed: 7 }) === patternHash(patterns, 1, { items: [0, 1], seed: 7 }) // => true
 */
export function patternHash(
  { codes, items: width }: AnswerPatterns,
  firm: number,
  { items, seed }: { readonly items: ArrayLike<number>; readonly seed: number },
): number {
  let hash = scrambled(seed + 0x9e3779b9)
  for (let place = 0; place < items.length; place++) {
    const code = codes[firm * width + (items[place] ?? 0)] ?? 0
    hash = scrambled((Math.imul(hash, 31) + code + 2) | 0)
  }
  return hash
}
