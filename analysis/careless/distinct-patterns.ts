import type { AnswerPatterns } from './answer-patterns.ts'
import { patternHash } from './pattern-hash.ts'

/** Firms whose answers differ, one for all that answered just the same. */
export interface DistinctPatterns {
  /** One firm for each set of answers, in an order that the answers alone decide. */
  readonly firms: Int32Array
  /** Rank in `firms` of each firm's set of answers; −1 for a firm with too few of them. */
  readonly rankOf: Int32Array
  /** How many firms gave each set. */
  readonly copies: Int32Array
}

/**
 * Brings firms with equal answers together, by sorting 52 bits that stand for them; equal bits are
 * compared answer by answer. The order is that of the bits, so it is as good as random and does
 * not depend on the order of firms.
 *
 * Unit: firms. Cost: O(firms · (items + log firms)).
 *
 * @example
 * const patterns = { firms: 3, items: 2, codes: Int16Array.of(1, 2, 0, 2, 1, 2) }
 * distinctPatterns(patterns, 2).copies.toSorted() // => [1, 2]
 */
export function distinctPatterns(patterns: AnswerPatterns, fewestAnswers: number): DistinctPatterns {
  const keys = keysOf(patterns)
  const order = Int32Array.from({ length: patterns.firms }, (_none, firm) => firm)
    .filter((firm) => answersOf(patterns, firm) >= fewestAnswers)
    .toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
  const rankOf = new Int32Array(patterns.firms).fill(-1)
  const firms: number[] = []
  const copies: number[] = []
  let groupStart = 0
  for (const firm of order) {
    if (keys[firm] !== keys[firms[groupStart] ?? -1]) groupStart = firms.length
    let rank = groupStart
    while (rank < firms.length && !areEqual(patterns, firm, firms[rank] ?? 0)) rank++
    if (rank === firms.length) firms.push(firm)
    rankOf[firm] = rank
    copies[rank] = (copies[rank] ?? 0) + 1
  }
  return { firms: Int32Array.from(firms), rankOf, copies: Int32Array.from(copies) }
}

function keysOf(patterns: AnswerPatterns): Float64Array {
  const items = Uint16Array.from({ length: patterns.items }, (_none, item) => item)
  return Float64Array.from({ length: patterns.firms }, (_none, firm) => {
    const high = patternHash(patterns, firm, { items, seed: 1 })
    const low = patternHash(patterns, firm, { items, seed: 2 })
    return high * 0x10_0000 + (low >>> 12)
  })
}

function answersOf({ codes, items }: AnswerPatterns, firm: number): number {
  let answers = 0
  for (let cell = firm * items; cell < (firm + 1) * items; cell++) answers += Number((codes[cell] ?? -1) >= 0)
  return answers
}

function areEqual({ codes, items }: AnswerPatterns, first: number, second: number): boolean {
  for (let item = 0; item < items; item++) {
    if (codes[first * items + item] !== codes[second * items + item]) return false
  }
  return true
}
