/** A lower triangle L with L Lᵀ = A; rows of columns that others explain are nought. */
export interface CholeskyFactor {
  readonly triangle: Float64Array
  readonly size: number
}

/** A pivot this much smaller than its diagonal element is rounding, not information. */
const RELATIVE_PIVOT = 1e-11

/**
 * Cholesky factor of a symmetric matrix that is positive semidefinite; only the lower triangle
 * is read. A column that earlier ones explain gets a zero pivot, and so the slope 0.
 *
 * Unit: the square root of the matrix's. Cost: O(size³).
 *
 * @see Golub & Van Loan, Matrix Computations, §4.2
 * @example
 * choleskyFactor(Float64Array.of(4, 0, 2, 10), 2).triangle // => [2, 0, 1, 3]
 */
export function choleskyFactor(matrix: Float64Array, size: number): CholeskyFactor {
  const triangle = new Float64Array(size * size)
  const at = (row: number, column: number): number => triangle[row * size + column] ?? 0
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let rest = matrix[row * size + column] ?? 0
      for (let k = 0; k < column; k++) rest -= at(row, k) * at(column, k)
      if (row === column) {
        const isExplained = rest <= RELATIVE_PIVOT * (matrix[row * size + row] ?? 0)
        triangle[row * size + row] = isExplained ? 0 : Math.sqrt(rest)
      } else if (at(column, column) > 0) triangle[row * size + column] = rest / at(column, column)
    }
  }
  return { triangle, size }
}

/**
 * The solution of L Lᵀ x = b, with 0 for explained columns.
 *
 * Unit: the right side's by the matrix's. Cost: O(size²).
 *
 * @see Golub & Van Loan, Matrix Computations, §3.1
 * @example
 * solveWithFactor(choleskyFactor(Float64Array.of(4, 0, 2, 10), 2), Float64Array.of(8, 22)) // => [1, 2]
 */
export function solveWithFactor({ triangle, size }: CholeskyFactor, right: Float64Array): Float64Array {
  const at = (row: number, column: number): number => triangle[row * size + column] ?? 0
  const solution = right.slice()
  const known = (row: number): number => solution[row] ?? 0
  const divide = (row: number, rest: number): void => {
    solution[row] = at(row, row) > 0 ? rest / at(row, row) : 0
  }
  for (let row = 0; row < size; row++) {
    let rest = known(row)
    for (let k = 0; k < row; k++) rest -= at(row, k) * known(k)
    divide(row, rest)
  }
  for (let row = size - 1; row >= 0; row--) {
    let rest = known(row)
    for (let k = row + 1; k < size; k++) rest -= at(k, row) * known(k)
    divide(row, rest)
  }
  return solution
}
