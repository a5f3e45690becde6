import type { ColumnChunk, ColumnSource } from './column-source.ts'
import { ReproducibleSums } from './reproducible-sum.ts'
import { addByCode, addSquares, type FirmBlock, toInfluence } from './score-kernels.ts'

/** One sub-index as a sum over a firm's codes: what its answers add to the linearised score. */
export interface LinearScore {
  /** By place of the indicator in the source: what each code adds, u/w; code 0 adds nothing. */
  readonly tables: readonly { readonly indicator: number; readonly table: Float64Array }[]
  /** What the margins explain of the sum in each cell. */
  readonly fit: Float64Array
  /** Mean over all firms of w (sum − fit). */
  readonly average: number
  /** Of the score in the composite. */
  readonly gradient: number
}

/** What the second pass over a source adds up. */
export interface ScoreProducts {
  /** Σ (u_k − ū_k)(u_l − ū_l) over all firms, scores × scores, row by row. */
  readonly products: Float64Array
  /** Σ over a cell's firms of the composite's (u/w)². */
  readonly squares: Float64Array
}

/** What the second pass needs of the first. */
export interface PlacedFirms {
  readonly cellOf: Uint32Array
  /** Of each firm of a cell. */
  readonly weights: Float64Array
}

/**
 * The second pass over a source: products of the scores' influence values, the weighting's residual
 * in them,
 *
 *     s_ik = Σ_j a_j z_j(code_ij),   u_ik = w_c (s_ik − f_ck)
 *
 * Terms are cut on a grid before they are added, so that the sums are the same whatever the order of
 * firms and the size of chunks.
 *
 * Unit: points². Cost: O(firms · (indicators + scores²)).
 *
 * @see Demmel & Nguyen (2015), IEEE Trans. Computers 64, for the sums
 * @example
 * const chunk = { firms: 2, stratifiers: [], indicators: [Uint8Array.of(1, 2)] }
 * const source = { stratifiers: [], indicators: [], chunks: () => [chunk] }
 * const tables = [{ indicator: 0, table: Float64Array.of(0, -1, 1) }]
 * const score = { tables, fit: Float64Array.of(0), average: 0, gradient: 10 }
 * const firms = { cellOf: Uint32Array.of(0, 0), weights: Float64Array.of(1) }
 * scoreProducts(source, [score], firms).products // => [2]
 */
export function scoreProducts(
  source: ColumnSource,
  scores: readonly LinearScore[],
  { cellOf, weights }: PlacedFirms,
): ScoreProducts {
  const sums = emptySums(scores, { cellOf, weights })
  const composite = new Float64Array(BLOCK)
  const columns = scores.map(() => new Float64Array(BLOCK))
  let done = 0
  for (const chunk of source.chunks()) {
    for (let from = 0; from < chunk.firms; from += BLOCK) {
      const firms = Math.min(BLOCK, chunk.firms - from)
      const block = { cells: cellOf.subarray(done, done + firms), from, firms }
      composite.fill(0)
      for (const [k, score] of scores.entries()) {
        fillColumn({ sums: columns[k] ?? composite, composite }, { ...score, weights }, { chunk, block })
      }
      for (const { one, other, sum } of sums.pairs) {
        sum.addProducts(0, [columns[one] ?? composite, columns[other] ?? composite], firms)
      }
      addSquares(sums.squares, composite, block)
      done += firms
    }
  }
  return { products: symmetric(scores.length, sums.pairs), squares: sums.squares.totals() }
}

/** Firms whose columns fit the nearest cache but one. */
const BLOCK = 4096

const NOBODY = new Uint8Array(0)

interface PairSum {
  readonly one: number
  readonly other: number
  readonly sum: ReproducibleSums
}

function emptySums(
  scores: readonly LinearScore[],
  { cellOf, weights }: PlacedFirms,
): { readonly pairs: readonly PairSum[]; readonly squares: ReproducibleSums } {
  const count = cellOf.length
  const heaviest = largestOf(weights)
  const sums = scores.map(largestSum)
  const bounds = scores.map(({ average }, k) => heaviest * (sums[k] ?? 0) + Math.abs(average))
  const pairs = scores.flatMap((_score, one) =>
    scores.slice(0, one + 1).map((_other, other) => {
      const bound = (bounds[one] ?? 0) * (bounds[other] ?? 0)
      return { one, other, sum: new ReproducibleSums(1, { bound, count }) }
    }),
  )
  const composite = scores.reduce((sum, { gradient }, k) => sum + Math.abs(gradient) * (sums[k] ?? 0), 0)
  return { pairs, squares: new ReproducibleSums(weights.length, { bound: composite ** 2, count }) }
}

/** No firm's sum less fit can be larger. */
function largestSum({ tables, fit }: LinearScore): number {
  return tables.reduce((sum, { table }) => sum + largestOf(table), largestOf(fit))
}

function largestOf(numbers: Float64Array): number {
  return numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0)
}

function fillColumn(
  into: { readonly sums: Float64Array; readonly composite: Float64Array },
  score: LinearScore & Pick<PlacedFirms, 'weights'>,
  { chunk, block }: { readonly chunk: ColumnChunk; readonly block: FirmBlock },
): void {
  into.sums.fill(0)
  for (const { indicator, table } of score.tables) {
    addByCode(into.sums, { codes: chunk.indicators[indicator] ?? NOBODY, table }, block)
  }
  toInfluence(into, score, block)
}

function symmetric(size: number, pairs: readonly PairSum[]): Float64Array {
  const matrix = new Float64Array(size * size)
  for (const { one, other, sum } of pairs) {
    const [total = 0] = sum.totals()
    matrix[one * size + other] = total
    matrix[other * size + one] = total
  }
  return matrix
}
