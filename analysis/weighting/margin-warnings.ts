import type { StratifierCells } from '../columns/stratifier-cells.ts'
import type { EstimationWarning } from '../estimation.ts'
import { countOf, firmsByOption, type Margin, marginCells } from './margin.ts'

/** Above this share of firms without an answer, what they keep of the old weights shows. */
const MOST_UNKNOWN = 0.05

/** Registers of one population count the same firms, give or take. */
const LARGEST_DIFFERENCE = 0.01

/**
 * Where margins and sample do not speak of the same firms: levels with a count and no firm
 * (`margin-level-empty`), levels with firms and no count (`margin-level-missing`), firms that do
 * not say their level (`stratifier-unknown`), totals that differ (`margin-totals-differ`).
 *
 * Cost: O(cells · margins).
 *
 * @throws {AnalysisError} `unknown-margin-item`
 * @example
 * const size = { item: 'size', options: ['small', 'large'] }
 * const cells = { stratifiers: [size], codes: [Int16Array.of(0)], firms: Float64Array.of(5) }
 * const margins = [{ item: 'size', counts: { small: 900, large: 100 } }]
 * marginWarnings(cells, margins, Float64Array.of(1))[0]?.about // => 'size.large'
 */
export function marginWarnings(
  cells: StratifierCells,
  margins: readonly Margin[],
  base: Float64Array,
): readonly EstimationWarning[] {
  return margins.flatMap((margin, place) => [
    ...levelWarnings(cells, margin, base),
    ...unknownWarnings(cells, margin, base),
    ...totalWarnings(margin, margins.slice(0, place)),
  ])
}

function levelWarnings(
  cells: StratifierCells,
  { item, counts }: Margin,
  base: Float64Array,
): EstimationWarning[] {
  const firms = firmsByOption(cells, item, base)
  return marginCells(cells, item).options.flatMap((option, place): EstimationWarning[] => {
    const count = countOf(counts, option)
    const isAnswered = (firms[place] ?? 0) > 0
    const about = `${item}.${option}`
    if (count === undefined) return isAnswered ? [{ code: 'margin-level-missing', about }] : []
    return count > 0 && !isAnswered ? [{ code: 'margin-level-empty', about }] : []
  })
}

function unknownWarnings(cells: StratifierCells, { item }: Margin, base: Float64Array): EstimationWarning[] {
  const known = firmsByOption(cells, item, base).reduce((sum, firms) => sum + firms, 0)
  let counting = 0
  for (const [cell, firms] of cells.firms.entries()) if (base[cell] !== 0) counting += firms
  return counting - known > MOST_UNKNOWN * counting ? [{ code: 'stratifier-unknown', about: item }] : []
}

function totalWarnings(margin: Margin, earlier: readonly Margin[]): EstimationWarning[] {
  const total = totalOf(margin)
  const differs = earlier.map(totalOf).some((other) => {
    return Math.abs(other - total) > LARGEST_DIFFERENCE * Math.max(other, total)
  })
  return differs ? [{ code: 'margin-totals-differ', about: margin.item }] : []
}

function totalOf({ counts }: Margin): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
