/** What the firms of one cell are worth to a score, summed up. */
export interface CellSums {
  readonly firms: number
  /** Σ e and Σ e² over the firms of the cell. */
  readonly sum: number
  readonly squares: number
}

/**
 * How differently the firms of each cell speak for a score: with u the score's influence values and
 * w the weights, a firm's own value is e = u Σw / w, and
 *
 *     s_h² = (Σ e² − (Σ e)² / n_h) / (n_h − 1)
 *
 * which is what Neyman's allocation needs. A cell with one firm has no spread of its own: it gets
 * the pooled one of the cells that have.
 *
 * Unit: that of e, points of the score. Cost: O(cells).
 *
 * @see Särndal, Swensson & Wretman (1992), §12.7
 * @example
 * influenceSpread([{ firms: 2, sum: 4, squares: 10 }, { firms: 1, sum: 9, squares: 81 }]) // => [1.4142135623730951, 1.4142135623730951]
 */
export function influenceSpread(cells: readonly CellSums[]): readonly number[] {
  const degrees = cells.reduce((sum, { firms }) => sum + Math.max(0, firms - 1), 0)
  const pooled = degrees > 0 ? cells.reduce((sum, cell) => sum + squaredDistances(cell), 0) / degrees : 0
  return cells.map((cell) => Math.sqrt(cell.firms > 1 ? squaredDistances(cell) / (cell.firms - 1) : pooled))
}

/** Rounding can bring equal values a hair below nought. */
function squaredDistances({ firms, sum, squares }: CellSums): number {
  return firms === 0 ? 0 : Math.max(0, squares - sum ** 2 / firms)
}
