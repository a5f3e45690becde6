import { fUpperTail } from '../distributions/fisher-f.ts'
import { type EstimateWithInfluence, weightedMean } from '../weighted-mean.ts'
import { choleskyFactor, solveWithFactor } from '../weighting/cholesky.ts'
import { weightedLeastSquares } from './weighted-least-squares.ts'

/** Two answers of every firm by number of the option, −1 where one is not known. */
export interface CrossTable {
  readonly rows: Int32Array
  readonly columns: Int32Array
  readonly weights: Float64Array
}

/** How a sample's errors are made. */
export interface TestDesign {
  readonly covarianceOf: (first: EstimateWithInfluence, second: EstimateWithInfluence) => number
  readonly degreesOfFreedom: number
}

/** Pearson's statistic over its design effect, with an F distribution. */
export interface IndependenceTest {
  readonly f: number
  readonly degreesOfFreedom: { readonly above: number; readonly below: number }
  readonly p: number
}

/**
 * Tests that two answers have nothing to do with each other, in a sample drawn by a design: with
 * C the contrasts of the cells that rows and columns do not explain, D = diag(p̂) and V the
 * covariance of p̂,
 *
 *     Δ = (CᵀD⁻¹C)⁻¹ CᵀD⁻¹VD⁻¹C,   F = Σ (p̂ − p̂_row p̂_column)² / (p̂_row p̂_column) / tr Δ
 *
 * on d₀ = (tr Δ)² / tr Δ² and d₀ν degrees of freedom (Rao and Scott's second order).
 * Unit: none. Cost: O(firms · cells²).
 *
 * @see Rao & Scott (1984), Annals of Statistics 12; R survey::svychisq, statistic "F"
 * @example
 * const table = { rows: Int32Array.of(0, 0, 1, 1), columns: Int32Array.of(0, 1, 0, 1), weights: Float64Array.of(1, 1, 1, 1) }
 * const covarianceOf = (a, b) => taylorCovariance(a.influence, b.influence, {})
 * independenceTest(table, { covarianceOf, degreesOfFreedom: 3 }).p // => 1
 */
export function independenceTest(
  table: CrossTable,
  { covarianceOf, degreesOfFreedom }: TestDesign,
): IndependenceTest {
  const [height, width] = [sizeOf(table.rows, table), sizeOf(table.columns, table)]
  const shares = cellShares(table, { height, width })
  const contrasts = interactions(height, width)
  const loads = contrasts.map((contrast) => contrast.map((c, cell) => over(c, shares[cell]?.value ?? 0)))
  const estimates = loads.map((load) => combined(load, shares))
  const size = contrasts.length
  const simple = Float64Array.from({ length: size * size }, (_none, place) => {
    const load = loads[place % size]
    return (
      contrasts[Math.floor(place / size)]?.reduce((sum, c, cell) => sum + c * (load?.[cell] ?? 0), 0) ?? 0
    )
  })
  const factor = choleskyFactor(simple, size)
  const effects = estimates.map((column) =>
    solveWithFactor(
      factor,
      Float64Array.from(estimates, (row) => covarianceOf(row, column)),
    ),
  )
  const trace = effects.reduce((sum, column, place) => sum + (column[place] ?? 0), 0)
  const squares = effects.reduce(
    (sum, column, i) => sum + column.reduce((inner, effect, j) => inner + effect * (effects[j]?.[i] ?? 0), 0),
    0,
  )
  const above = trace ** 2 / squares
  const f = distanceFromIndependence(shares, width) / trace
  const below = above * degreesOfFreedom
  return { f, degreesOfFreedom: { above, below }, p: fUpperTail(f, { above, below }) }
}

function sizeOf(codes: Int32Array, { rows, columns }: CrossTable): number {
  return codes.reduce(
    (most, code, firm) =>
      (rows[firm] ?? -1) < 0 || (columns[firm] ?? -1) < 0 ? most : Math.max(most, code + 1),
    0,
  )
}

function cellShares(
  { rows, columns, weights }: CrossTable,
  { height, width }: { height: number; width: number },
): readonly EstimateWithInfluence[] {
  const cellOf = rows.map((row, firm) => {
    const column = columns[firm] ?? -1
    return row < 0 || column < 0 ? -1 : row * width + column
  })
  return Array.from({ length: height * width }, (_none, cell) =>
    weightedMean(
      Float64Array.from(cellOf, (own) => (own < 0 ? Number.NaN : Number(own === cell))),
      weights,
    ),
  )
}

/** What products of a row's and a column's mark have beyond rows and columns by themselves. */
function interactions(height: number, width: number): readonly Float64Array[] {
  const mark = (test: (row: number, column: number) => boolean): Float64Array =>
    Float64Array.from({ length: height * width }, (_none, cell) =>
      Number(test(Math.floor(cell / width), cell % width)),
    )
  const additive = [
    mark(() => true),
    ...levelsAfterFirst(height).map((level) => mark((row) => row === level)),
    ...levelsAfterFirst(width).map((level) => mark((_row, column) => column === level)),
  ]
  const ones = new Float64Array(height * width).fill(1)
  return levelsAfterFirst(height).flatMap((level) =>
    levelsAfterFirst(width).map((other) => {
      const response = mark((row, column) => row === level && column === other)
      const { fitted } = weightedLeastSquares({ columns: additive, response, weights: ones })
      return response.map((value, cell) => value - (fitted[cell] ?? 0))
    }),
  )
}

function levelsAfterFirst(count: number): readonly number[] {
  return Array.from({ length: count - 1 }, (_none, level) => level + 1)
}

function combined(load: Float64Array, shares: readonly EstimateWithInfluence[]): EstimateWithInfluence {
  const influence = new Float64Array(shares[0]?.influence.length ?? 0)
  let value = 0
  for (const [cell, share] of shares.entries()) {
    value += (load[cell] ?? 0) * share.value
    for (const [firm, u] of share.influence.entries()) {
      influence[firm] = (influence[firm] ?? 0) + (load[cell] ?? 0) * u
    }
  }
  return { value, influence, answers: shares[0]?.answers ?? 0 }
}

function distanceFromIndependence(shares: readonly EstimateWithInfluence[], width: number): number {
  const ofRow = (row: number): number => sumWhere(shares, (cell) => Math.floor(cell / width) === row)
  const ofColumn = (column: number): number => sumWhere(shares, (cell) => cell % width === column)
  return shares.reduce((sum, { value }, cell) => {
    const expected = ofRow(Math.floor(cell / width)) * ofColumn(cell % width)
    return sum + over((value - expected) ** 2, expected)
  }, 0)
}

function sumWhere(shares: readonly EstimateWithInfluence[], test: (cell: number) => boolean): number {
  return shares.reduce((sum, { value }, cell) => (test(cell) ? sum + value : sum), 0)
}

/** Nothing where there is nothing below. */
function over(above: number, below: number): number {
  return below === 0 ? 0 : above / below
}
