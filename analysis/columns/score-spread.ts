import { sumOf } from '../compensated-sum.ts'
import type { IndicatorResult } from '../estimate-indicator.ts'
import { fitOf, type WeightedCells } from './cell-variable.ts'
import type { ColumnSource } from './column-source.ts'
import type { ColumnSample, LinearStatistic } from './indicator-statistic.ts'
import type { CellInfluence } from './score-covariance.ts'
import { type LinearScore, scoreProducts } from './score-products.ts'
import type { StratifierCells } from './stratifier-cells.ts'

/** How far sampling and weighting can lead the sub-indices off, and what each cell has in it. */
export interface ScoreSpread {
  /** Of sampling and weighting, sub-indices × sub-indices, row by row, in points². */
  readonly covariance: Float64Array
  readonly cells: readonly CellInfluence[]
}

/**
 * The covariance of sub-indices and what each cell does to the composite, from a second pass over the
 * source:
 *
 *     V_kl = n/(n − 1) Σ_i (u_ik − ū_k)(u_il − ū_l)
 *
 * A sub-index without a score, or of hard data alone, has a row and a column of noughts. `gradient` is
 * that of the composite.
 *
 * Unit: points². Cost: O(firms · (indicators + sub-indices²)).
 *
 * @see `taylorCovariance`, the same from influence values
 * @example
 * const source = { stratifiers: [], indicators: [], chunks: () => [] }
 * const cells = { firms: new Float64Array(), weights: new Float64Array(), regression: undefined }
 * const statistics = { cellOf: new Uint32Array(), cells: { stratifiers: [], codes: [], firms: cells.firms } }
 * scoreSpread(source, { scores: [], gradient: [], sample: { statistics, cells, degreesOfFreedom: -1 } }).cells // => []
 */
export function scoreSpread(
  source: ColumnSource,
  {
    scores,
    gradient,
    sample: { statistics, cells },
  }: {
    readonly scores: readonly CellScore[]
    readonly gradient: readonly number[]
    readonly sample: ColumnSample
  },
): ScoreSpread {
  const { cellOf } = statistics
  const inComposite = scores.map((score, k) => ({ ...score, gradient: gradient[k] ?? 0 }))
  const { products, squares } = scoreProducts(source, inComposite, { cellOf, weights: cells.weights })
  const n = cellOf.length
  return {
    covariance: products.map((product) => (n < 2 ? 0 : (n / (n - 1)) * product)),
    cells: cellInfluences(statistics.cells, cells, { scores: inComposite, squares }),
  }
}

/** A sub-index as a sum over firms' codes, with what is left of it in each cell. */
export interface CellScore extends Omit<LinearScore, 'gradient'> {
  /** Σ over a cell's firms of the sum less what the margins explain. */
  readonly totals: Float64Array
}

/**
 * A sub-index linearised: of each indicator the gradient times the slope of its score times its own
 * linearised value, and what the margins explain of all that.
 *
 * Unit: points. Cost: O(cells · indicators).
 *
 * @example
 * const cells = { firms: Float64Array.of(4), weights: Float64Array.of(1), regression: undefined }
 * cellScore({ indicators: [], gradient: [] }, { cells, placeOf: new Map() }).average // => 0
 */
export function cellScore(
  {
    indicators,
    gradient,
  }: { readonly indicators: readonly IndicatorResult[]; readonly gradient: readonly number[] },
  { cells, placeOf }: { readonly cells: WeightedCells; readonly placeOf: ReadonlyMap<string, number> },
): CellScore {
  const terms = indicators.flatMap(({ estimate, linear, slope }, place): readonly ScoreTerm[] => {
    const indicator = placeOf.get(estimate.code)
    const coefficient = (gradient[place] ?? 0) * slope * (linear?.factor ?? 0)
    return linear && indicator !== undefined && coefficient !== 0 ? [{ indicator, linear, coefficient }] : []
  })
  const totals = new Float64Array(cells.firms.length)
  for (const { linear, coefficient } of terms) addTimes(totals, coefficient, linear.mean.totals)
  const fit = fitOf(totals, cells)
  for (let cell = 0; cell < totals.length; cell++) totals[cell]! -= cells.firms[cell]! * fit[cell]!
  const weighted = sumOf(totals.map((total, cell) => (cells.weights[cell] ?? 0) * total))
  return {
    tables: terms.map(({ indicator, ...term }) => ({ indicator, table: tableOf(term) })),
    fit,
    average: weighted / Math.max(1, sumOf(cells.firms)),
    totals,
  }
}

/** An indicator with how much its value moves the sub-index. */
interface ScoreTerm {
  readonly indicator: number
  readonly linear: LinearStatistic
  readonly coefficient: number
}

function addTimes(sums: Float64Array, coefficient: number, numbers: Float64Array): void {
  for (let cell = 0; cell < sums.length; cell++) sums[cell]! += coefficient * numbers[cell]!
}

/** What each code adds to a firm's sum. */
function tableOf({ linear, coefficient }: Omit<ScoreTerm, 'indicator'>): Float64Array {
  const { numbers, mean } = linear
  const table = new Float64Array(numbers.length + 1)
  for (const [place, number] of numbers.entries()) {
    table[place + 1] = (coefficient * (number - mean.value)) / mean.totalWeight
  }
  return table
}

function cellInfluences(
  cells: StratifierCells,
  { firms, weights }: WeightedCells,
  {
    scores,
    squares,
  }: { readonly scores: readonly (CellScore & LinearScore)[]; readonly squares: Float64Array },
): readonly CellInfluence[] {
  const totalWeight = sumOf(weights.map((weight, cell) => weight * (firms[cell] ?? 0)))
  return Array.from(firms, (count, cell) => ({
    levels: levelsOf(cells, cell),
    firms: count,
    weight: weights[cell] ?? 0,
    sum: totalWeight * scores.reduce((sum, { gradient, totals }) => sum + gradient * (totals[cell] ?? 0), 0),
    squares: totalWeight ** 2 * (squares[cell] ?? 0),
  })).filter(({ weight }) => weight > 0)
}

function levelsOf({ stratifiers, codes }: StratifierCells, cell: number): readonly (string | null)[] {
  return stratifiers.map(({ options }, k) => options[codes[k]?.[cell] ?? -1] ?? null)
}

/**
 * gᵀ V g, the variance of a sum with gradient g.
 *
 * Unit: the sum's, squared. Cost: O(gradient²).
 *
 * @example
 * quadraticForm(Float64Array.of(1, 0, 0, 4), [3, 1]) // => 13
 */
export function quadraticForm(matrix: Float64Array, gradient: readonly number[]): number {
  let sum = 0
  for (const [row, one] of gradient.entries()) {
    for (const [column, other] of gradient.entries()) {
      sum += one * other * (matrix[row * gradient.length + column] ?? 0)
    }
  }
  return Math.max(0, sum)
}
