import { CompensatedSum } from '../compensated-sum.ts'
import type { MarginRegression } from '../weighting/margin-regression.ts'

/** One variable by cell, as far as its mean and the mean's error need it. */
export interface CellVariable {
  /** Firms that count. */
  readonly answers: Float64Array
  /** Σ y over them. */
  readonly sums: Float64Array
  /** Σ (y − ȳ_c)² over them, ȳ_c the mean of the cell. */
  readonly within: Float64Array
}

/** Cells of firms with their weights. */
export interface WeightedCells {
  readonly firms: Float64Array
  /** Of each firm. */
  readonly weights: Float64Array
  /** What the margins explain of a number; undefined without margins. */
  readonly regression: MarginRegression | undefined
}

/** A mean over the firms that count and have a weight, with its linearised form. */
export interface CellMean {
  readonly value: number
  /** Σ w over the firms that count. */
  readonly totalWeight: number
  readonly answers: number
  /** Σ z of each cell, z = (y − ȳ)/Σw for firms that count and 0 for others. */
  readonly totals: Float64Array
}

/**
 * A 0-or-1 variable by cell, from how many count and how many of them have it.
 *
 * Unit: firms. Cost: O(cells).
 *
 * @example
 * shareVariable(Float64Array.of(4), Float64Array.of(1)).within // => [0.75]
 */
export function shareVariable(answers: Float64Array, sums: Float64Array): CellVariable {
  const within = new Float64Array(answers.length)
  for (let cell = 0; cell < answers.length; cell++) {
    const count = answers[cell]!
    const having = sums[cell]!
    if (count > 0) within[cell] = (having * (count - having)) / count
  }
  return { answers, sums, within }
}

/**
 * The weighted mean of a variable (Hájek), ȳ = Σ w_c Σy / Σ w_c m_c.
 *
 * Unit: that of the variable; NaN where nobody counts. Cost: O(cells).
 *
 * @see `weightedMean`, the same firm by firm
 * @example
 * const variable = shareVariable(Float64Array.of(4, 2), Float64Array.of(1, 2))
 * cellMean(variable, Float64Array.of(1, 2)).value // => 0.625
 */
export function cellMean({ answers, sums }: CellVariable, weights: Float64Array): CellMean {
  const weight = new CompensatedSum()
  const total = new CompensatedSum()
  let counting = 0
  for (let cell = 0; cell < weights.length; cell++) {
    const own = weights[cell]!
    if (own === 0) continue
    counting += answers[cell]!
    weight.add(own * answers[cell]!)
    total.add(own * sums[cell]!)
  }
  const totalWeight = weight.total
  const value = total.total / totalWeight
  const totals = new Float64Array(weights.length)
  for (let cell = 0; cell < weights.length; cell++) {
    if (weights[cell]! > 0) totals[cell] = (sums[cell]! - value * answers[cell]!) / totalWeight
  }
  return { value, totalWeight, answers: counting, totals }
}

/**
 * Linearised variance of a mean, the weighting's residual in it. With z = (y − ȳ)/Σw for firms that
 * count and 0 for others, and f_c the fit of z on the margins,
 *
 *     u = w_c (z − f_c),   V = n/(n − 1) Σ_c [w_c² Σ_c (z − z̄_c)² + n_c (w_c (z̄_c − f_c) − ū)²]
 *
 * over all firms of the sample: every part is a sum of squares, so nothing cancels.
 *
 * Unit: the variable's, squared. Cost: O(cells · margins).
 *
 * @see Deville & Särndal (1992), JASA 87; `taylorVariance` and `gregResidual`, the same firm by firm
 * @example
 * const cells = { firms: Float64Array.of(4), weights: Float64Array.of(1), regression: undefined }
 * const variable = shareVariable(Float64Array.of(4), Float64Array.of(1))
 * meanVariance(variable, cellMean(variable, cells.weights), cells) // => 0.0625
 */
export function meanVariance(variable: CellVariable, mean: CellMean, cells: WeightedCells): number {
  const { firms, weights } = cells
  const fit = fitOf(mean.totals, cells)
  let sum = 0
  let n = 0
  // From here on the fit's place holds w_c (z̄_c − f_c).
  for (let cell = 0; cell < firms.length; cell++) {
    const count = firms[cell]!
    const influence = weights[cell]! * (mean.totals[cell]! / count - fit[cell]!)
    fit[cell] = influence
    sum += count * influence
    n += count
  }
  if (n < 2) return 0
  const average = sum / n
  let squares = 0
  for (let cell = 0; cell < firms.length; cell++) {
    const weight = weights[cell]! / mean.totalWeight
    const distance = fit[cell]! - average
    squares += weight * weight * spreadIn(variable, cell, { firms: firms[cell]!, mean: mean.value })
    squares += firms[cell]! * distance * distance
  }
  return (n / (n - 1)) * squares
}

/**
 * What margins explain of a number in each cell, from Σ z of each cell; nought without margins. The
 * array handed back is the caller's.
 *
 * Unit: the number's. Cost: O(cells · margins).
 *
 * @example
 * const cells = { firms: Float64Array.of(4), weights: Float64Array.of(1), regression: undefined }
 * fitOf(Float64Array.of(2), cells) // => [0]
 */
export function fitOf(totals: Float64Array, { regression }: WeightedCells): Float64Array {
  return regression ? regression(totals) : new Float64Array(totals.length)
}

/** Σ over all firms of a cell of squared distances: of those that count, and between these and the others. */
function spreadIn(
  { answers, sums, within }: CellVariable,
  cell: number,
  { firms, mean }: { readonly firms: number; readonly mean: number },
): number {
  const counting = answers[cell]!
  if (counting === 0) return 0
  const distance = sums[cell]! / counting - mean
  return within[cell]! + ((counting * (firms - counting)) / firms) * distance * distance
}
