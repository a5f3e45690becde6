import { AnalysisError } from '../analysis-error.ts'
import { choleskyFactor, solveWithFactor } from '../weighting/cholesky.ts'

/** What a regression explains, by what, and how much each row counts. */
export interface Regression {
  /** Columns of the model; a constant is a column of ones. */
  readonly columns: readonly Float64Array[]
  readonly response: Float64Array
  readonly weights: Float64Array
}

/** Slopes with what their errors are made from. */
export interface LeastSquares {
  readonly coefficients: Float64Array
  /** (XᵀWX)⁻¹, row by row. */
  readonly inverse: Float64Array
  readonly fitted: Float64Array
}

/**
 * Weighted least squares, b = (XᵀWX)⁻¹ XᵀWy, by Cholesky's factor with one step of refinement.
 *
 * Unit: that of the response per that of the column. Cost: O(rows · columns²).
 *
 * @throws {AnalysisError} `columns-collinear` where others explain a column
 * @see Björck (1996), Numerical Methods for Least Squares Problems, §2.9; R lm.wfit
 * @example
 * const columns = [Float64Array.of(1, 1, 1), Float64Array.of(0, 1, 2)]
 * const response = Float64Array.of(1, 3, 5)
 * weightedLeastSquares({ columns, response, weights: Float64Array.of(1, 1, 1) }).coefficients // => [1, 2]
 */
export function weightedLeastSquares({ columns, response, weights }: Regression): LeastSquares {
  const size = columns.length
  const factor = choleskyFactor(crossProducts(columns, weights), size)
  for (let place = 0; place < size; place++) {
    if (!((factor.triangle[place * size + place] ?? 0) > 0)) {
      throw new AnalysisError('columns-collinear', `other columns explain column ${place + 1} of the model`)
    }
  }
  const solve = (rest: Float64Array): Float64Array =>
    solveWithFactor(
      factor,
      columnSums(
        columns,
        rest.map((e, row) => e * (weights[row] ?? 0)),
      ),
    )
  const first = solve(response)
  const correction = solve(response.map((y, row) => y - linearPredictor(columns, first, row)))
  const coefficients = first.map((slope, place) => slope + (correction[place] ?? 0))
  const inverse = new Float64Array(size * size)
  for (let place = 0; place < size; place++) {
    const unit = new Float64Array(size)
    unit[place] = 1
    inverse.set(solveWithFactor(factor, unit), place * size)
  }
  const fitted = response.map((_y, row) => linearPredictor(columns, coefficients, row))
  return { coefficients, inverse, fitted }
}

/**
 * XᵀWX, row by row.
 *
 * Unit: the product of the columns'. Cost: O(rows · columns²).
 *
 * @example
 * crossProducts([Float64Array.of(1, 1), Float64Array.of(2, 3)], Float64Array.of(1, 2)) // => [3, 8, 8, 22]
 */
export function crossProducts(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  const size = columns.length
  const matrix = new Float64Array(size * size)
  for (const [i, left] of columns.entries()) {
    for (let j = 0; j <= i; j++) {
      const right = columns[j]
      let sum = 0
      for (let row = 0; row < weights.length; row++) {
        sum += (weights[row] ?? 0) * (left[row] ?? 0) * (right?.[row] ?? 0)
      }
      matrix[i * size + j] = sum
      matrix[j * size + i] = sum
    }
  }
  return matrix
}

/**
 * Xᵀz, one sum a column.
 *
 * Unit: the product of the column's and z's. Cost: O(rows · columns).
 *
 * @example
 * columnSums([Float64Array.of(1, 1), Float64Array.of(2, 3)], Float64Array.of(4, 5)) // => [9, 23]
 */
export function columnSums(columns: readonly Float64Array[], terms: Float64Array): Float64Array {
  return Float64Array.from(columns, (column) => {
    let sum = 0
    for (let row = 0; row < terms.length; row++) sum += (terms[row] ?? 0) * (column[row] ?? 0)
    return sum
  })
}

/**
 * Σ bₖxₖ of one row.
 *
 * Unit: that of the response. Cost: O(columns).
 *
 * @example
 * linearPredictor([Float64Array.of(1, 1), Float64Array.of(2, 3)], [10, 1], 1) // => 13
 */
export function linearPredictor(
  columns: readonly Float64Array[],
  coefficients: ArrayLike<number>,
  row: number,
): number {
  let sum = 0
  for (const [place, column] of columns.entries()) sum += (coefficients[place] ?? 0) * (column[row] ?? 0)
  return sum
}

/**
 * xᵀMy for a square matrix given row by row.
 *
 * Unit: the product of the three. Cost: O(size²).
 *
 * @example
 * bilinear([1, 2], [3, 0, 0, 1], [1, 1]) // => 5
 */
export function bilinear(
  left: ArrayLike<number>,
  matrix: ArrayLike<number>,
  right: ArrayLike<number>,
): number {
  const size = left.length
  let sum = 0
  for (let i = 0; i < size; i++) {
    let inner = 0
    for (let j = 0; j < size; j++) inner += (matrix[i * size + j] ?? 0) * (right[j] ?? 0)
    sum += (left[i] ?? 0) * inner
  }
  return sum
}
