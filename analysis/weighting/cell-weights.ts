import type { StratifierCells } from '../columns/stratifier-cells.ts'
import type { EstimationWarning, Weighting } from '../estimation.ts'
import type { CountMargin } from './count-margin.ts'
import { baseWeights, type Margin, matchMargin } from './margin.ts'
import { marginRegression, type MarginRegression } from './margin-regression.ts'
import { marginWarnings } from './margin-warnings.ts'
import { rake } from './rake-to-counts.ts'
import { kishDesignEffect } from './kish-design-effect.ts'

/** Weights of cells of firms, with all that estimators need to know about them. */
export interface CellWeights {
  /** Of each firm of a cell before weighting: 1 or its factor, or 0 where a margin says there is none. */
  readonly base: Float64Array
  /** Of each firm of a cell; mean 1 among the firms that count, unless factors of base weights say otherwise. */
  readonly weights: Float64Array
  /** Firms with a weight above 0. */
  readonly firms: number
  /** What the margins explain of a number; undefined without margins. */
  readonly regression: MarginRegression | undefined
  readonly weighting: Weighting
  readonly warnings: readonly EstimationWarning[]
}

/**
 * Weights that lead a sample to the population's margins: equal without margins, post-stratified
 * with one, raked with several, in cells of firms that are alike in all margins. Warns of all in
 * which margins and sample do not agree (`marginWarnings`) and of the level that could not be met
 * (`margin-not-met`).
 *
 * Unit: mean 1. Cost: O(cells · margins · sweeps).
 *
 * @throws {AnalysisError} `unknown-margin-item`, `unknown-margin-option`, `margin-not-positive`
 * @see Deming & Stephan (1940), Ann. Math. Stat. 11
 * @example
 * const size = { item: 'size', options: ['small', 'large'] }
 * const cells = { stratifiers: [size], codes: [Int16Array.of(0, 1)], firms: Float64Array.of(1, 3) }
 * cellWeights(cells, [{ item: 'size', counts: { small: 1, large: 1 } }]).weights[0] // => 2
 */
export function cellWeights(cells: StratifierCells, margins: readonly Margin[]): CellWeights {
  const base = baseWeights(cells, margins)
  const [first, ...others] = margins
    .map((margin) => matchMargin(cells, margin, base))
    .filter(({ levels }) => levels.length > 0)
  const warnings = marginWarnings(cells, margins, base)
  const counting = base.map((d, cell) => d * (cells.firms[cell] ?? 0))
  const firms = cells.firms.reduce((sum, count, cell) => sum + (base[cell] === 0 ? 0 : count), 0)
  if (!first) {
    const designEffect = firms > 0 ? kishDesignEffect(base, cells.firms) : 1
    const weighting: Weighting = { method: 'equal', items: [], designEffect }
    return { base, weights: base, firms, regression: undefined, weighting, warnings }
  }
  const usable: readonly [CountMargin, ...CountMargin[]] = [first, ...others]
  const raked = rake({ base: counting, margins: usable })
  const weights = raked.weights.map((weight, cell) => weight / (cells.firms[cell] ?? 1))
  return {
    base,
    weights,
    firms,
    regression: marginRegression({ base: counting, margins: usable }),
    weighting: {
      method: others.length === 0 ? 'post-stratified' : 'raked',
      items: usable.map(({ name }) => name),
      designEffect: kishDesignEffect(weights, cells.firms),
    },
    warnings: raked.worst
      ? [...warnings, { code: 'margin-not-met', about: `${raked.worst.margin}.${raked.worst.level}` }]
      : warnings,
  }
}
