import type { Codes } from './column-source.ts'
import type { ReproducibleSums } from './reproducible-sum.ts'

/** Some firms of a chunk, as the inner loops take them. */
export interface FirmBlock {
  /** Cell of each firm of the block. */
  readonly cells: Uint32Array
  /** Where the block begins in the chunk's columns. */
  readonly from: number
  readonly firms: number
}

/**
 * Adds to each firm's sum what its code is worth.
 *
 * Cost: two look-ups a firm.
 *
 * @example
 * const sums = Float64Array.of(1, 1)
 * const block = { cells: Uint32Array.of(0, 0), from: 0, firms: 2 }
 * addByCode(sums, { codes: Uint8Array.of(0, 1), table: Float64Array.of(0, 0.5) }, block)
 * sums // => [1, 1.5]
 */
export function addByCode(
  sums: Float64Array,
  { codes, table }: { readonly codes: Codes; readonly table: Float64Array },
  { from, firms }: FirmBlock,
): void {
  for (let k = 0; k < firms; k++) sums[k]! += table[codes[from + k]!]!
}

/** What turns a firm's sum into its influence on a score, and on the composite. */
export interface ScoreTerms {
  readonly fit: Float64Array
  readonly weights: Float64Array
  readonly average: number
  readonly gradient: number
}

/**
 * Makes of each firm's sum its centred influence w (s − f) − ū, and adds s − f times the gradient to
 * the composite's.
 *
 * Unit: points. Cost: three look-ups a firm.
 *
 * @example
 * const [sums, composite] = [Float64Array.of(3), Float64Array.of(0)]
 * const terms = { fit: Float64Array.of(1), weights: Float64Array.of(2), average: 0.5, gradient: 10 }
 * toInfluence({ sums, composite }, terms, { cells: Uint32Array.of(0), from: 0, firms: 1 })
 * sums // => [3.5]
 */
export function toInfluence(
  { sums, composite }: { readonly sums: Float64Array; readonly composite: Float64Array },
  { fit, weights, average, gradient }: ScoreTerms,
  { cells, firms }: FirmBlock,
): void {
  for (let k = 0; k < firms; k++) {
    const cell = cells[k]!
    const distance = sums[k]! - fit[cell]!
    composite[k]! += gradient * distance
    sums[k] = weights[cell]! * distance - average
  }
}

/**
 * Adds the square of each firm's number to its cell.
 *
 * Unit: the numbers', squared. Cost: one addition a firm, without rounding.
 *
 * @example
 * const squares = new ReproducibleSums(1, { bound: 16, count: 2 })
 * addSquares(squares, Float64Array.of(3, 4), { cells: Uint32Array.of(0, 0), from: 0, firms: 2 })
 * squares.totals() // => [25]
 */
export function addSquares(
  squares: ReproducibleSums,
  numbers: Float64Array,
  { cells, firms }: FirmBlock,
): void {
  for (let k = 0; k < firms; k++) squares.add(cells[k]!, numbers[k]! * numbers[k]!)
}
