import type { StratifierCells } from '../columns/stratifier-cells.ts'
import type { CountMargin } from '../weighting/count-margin.ts'
import { baseWeights, type Margin, matchMargin } from '../weighting/margin.ts'

/** Cells of firms as raking sees them. */
export interface RakingCells {
  /** Cell of each firm. */
  readonly cellOf: Uint32Array
  /** Firms of each cell that count: none in a cell that the population has none of. */
  readonly firms: Float64Array
  /** Those with a level that can be met. */
  readonly margins: readonly CountMargin[]
}

/**
 * The cells of a sample and its margins, matched as the full sample's are: what raking does to a
 * weight hangs on the firm's levels alone, so that it can do it to cells.
 *
 * Unit: firms. Cost: O(cells · margins).
 *
 * @throws {AnalysisError} `unknown-margin-item`, `unknown-margin-option`, `margin-not-positive`
 * @see Deming & Stephan (1940), who rake tables of counts and not lists of units
 * @example
 * const stratifiers = [{ item: 'size', options: ['small', 'large'] }]
 * const cells = { stratifiers, codes: [Int16Array.of(0, 1)], firms: Float64Array.of(2, 1) }
 * const margins = [{ item: 'size', counts: { small: 90, large: 0 } }]
 * rakingCells(cells, Uint32Array.of(0, 1, 0), margins).firms // => [2, 0]
 */
export function rakingCells(
  cells: StratifierCells,
  cellOf: Uint32Array,
  margins: readonly Margin[],
): RakingCells {
  const base = baseWeights(cells, margins)
  return {
    cellOf,
    firms: cells.firms.map((firms, cell) => firms * (base[cell] ?? 0)),
    margins: margins
      .map((margin) => matchMargin(cells, margin, base))
      .filter(({ levels }) => levels.length > 0),
  }
}
