import { type SampleCells, sampleCells } from '../columns/sample-cells.ts'
import type { EstimationWarning, Weighting } from '../estimation.ts'
import type { Sample } from '../sample.ts'
import type { WeightingResidual } from './calibrated-weights.ts'
import { cellWeights, type CellWeights } from './cell-weights.ts'
import type { Margin } from './margin.ts'

/** Weights of a sample firm by firm. */
export interface SampleWeights {
  /** Mean 1 among the firms that count; 0 for firms that a margin says there are none of. */
  readonly weights: Float64Array
  /** Firms with a weight above 0. */
  readonly firms: number
  /** Brings the error of the weighting into influence values. */
  readonly residual: WeightingResidual
  readonly weighting: Weighting
  readonly warnings: readonly EstimationWarning[]
}

/**
 * The weights of `cellWeights`, firm by firm, for estimators that are not in columns.
 *
 * Unit: mean 1. Cost: O(firms · margins), and that of the cells.
 *
 * @throws {AnalysisError} `unknown-margin-item`, `unknown-margin-option`, `margin-not-positive`,
 * `too-many-options`
 * @see Deming & Stephan (1940), Ann. Math. Stat. 11; R survey::rake
 * @example
 * const sample = { firms: 2, channels: {}, columns: new Map(), indicators: new Map() }
 * weightsOf(sample, []).weights // => [1, 1]
 */
export function weightsOf(sample: Sample, margins: readonly Margin[]): SampleWeights {
  const placed = sampleCells(
    sample,
    margins.map(({ item }) => item),
  )
  const weighted = cellWeights(placed.cells, margins)
  const { firms, weighting, warnings } = weighted
  return {
    weights: Float64Array.from(placed.cellOf, (cell) => weighted.weights[cell] ?? 0),
    firms,
    residual: residualOf(placed, weighted),
    weighting,
    warnings,
  }
}

function residualOf(
  { cells, cellOf }: SampleCells,
  { base, weights, regression }: CellWeights,
): WeightingResidual {
  if (!regression) return (influence) => influence
  return (influence) => {
    const totals = new Float64Array(cells.firms.length)
    for (const [firm, cell] of cellOf.entries()) {
      const u = influence[firm] ?? 0
      if (u !== 0) totals[cell] = (totals[cell] ?? 0) + ((base[cell] ?? 0) * u) / (weights[cell] ?? 1)
    }
    const fit = regression(totals)
    return influence.map((u, firm) => {
      const cell = cellOf[firm] ?? 0
      return u - (weights[cell] ?? 0) * (fit[cell] ?? 0)
    })
  }
}
