import type { Codes } from './column-source.ts'

/**
 * Adds a chunk of a share to its counts: answers and those that count, two places a cell. Codes are 0
 * for no answer, 1 for one that does not count and 2 for one that does.
 *
 * Whole numbers up to 2³² a cell. Cost: two additions a firm.
 *
 * @example
 * const counts = new Uint32Array(2)
 * countShares(counts, Uint32Array.of(0, 0, 0), Uint8Array.of(2, 0, 1))
 * counts // => [2, 1]
 */
export function countShares(counts: Uint32Array, cells: Uint32Array, codes: Codes): void {
  const firms = cells.length
  for (let firm = 0; firm < firms; firm++) {
    const code = codes[firm]!
    const place = 2 * cells[firm]!
    counts[place]! += (code + 1) >> 1
    counts[place + 1]! += code >> 1
  }
}
