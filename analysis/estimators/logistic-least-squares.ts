import { AnalysisError } from '../analysis-error.ts'
import { choleskyFactor, solveWithFactor } from '../weighting/cholesky.ts'
import { expit } from './expit.ts'
import { columnSums, crossProducts, linearPredictor, type Regression } from './weighted-least-squares.ts'

/** Steps before the search is given up. */
const MAX_STEPS = 2000
/** Relative step at which the search ends. */
const SHORT_STEP = 1e-12
/** A sum of squares this much above the last is rounding. */
const ROUNDING = 1e-13
const MOST_DAMPING = 1e12

/**
 * Least squares of y on K · expit(xᵀβ), by Levenberg and Marquardt's steps from β = 0:
 *
 *     β̂ = argmin Σ w (y − K expit(xᵀβ))²
 *
 * Unit: logits. Cost: O(steps · rows · columns²).
 *
 * @throws {AnalysisError} `regression-not-converged`
 * @see Nocedal & Wright (2006), Numerical Optimization, §10.3
 * @example
 * const columns = [Float64Array.of(1, 1, 1, 1)]
 * const regression = { columns, response: Float64Array.of(1, 1, 1, 0), weights: Float64Array.of(1, 1, 1, 1) }
 * logisticLeastSquares(regression, 1)[0] // ≈ 1.098612289
 */
export function logisticLeastSquares(regression: Regression, times: number): Float64Array {
  const { columns, response, weights } = regression
  let beta = new Float64Array(columns.length)
  let misfit = misfitOf(regression, times, beta)
  let damping = 1e-3
  for (let count = 0; count < MAX_STEPS; count++) {
    const shares = sharesOf(columns, beta)
    const slopes = shares.map((share) => times * share * (1 - share))
    const rest = response.map(
      (y, row) => (weights[row] ?? 0) * (slopes[row] ?? 0) * (y - times * (shares[row] ?? 0)),
    )
    const curvature = crossProducts(
      columns,
      slopes.map((slope, row) => (weights[row] ?? 0) * slope * slope),
    )
    const step = solveWithFactor(
      choleskyFactor(damped(curvature, damping), beta.length),
      columnSums(columns, rest),
    )
    const next = beta.map((slope, place) => slope + (step[place] ?? 0))
    const nextMisfit = misfitOf(regression, times, next)
    if (nextMisfit <= misfit * (1 + ROUNDING)) {
      const isShort = step.every(
        (move, place) => Math.abs(move) < SHORT_STEP * (1 + Math.abs(beta[place] ?? 0)),
      )
      beta = next
      misfit = nextMisfit
      if (isShort) return beta
      damping /= 5
    } else damping *= 4
    if (damping > MOST_DAMPING) break
  }
  throw new AnalysisError('regression-not-converged', 'least squares of a logistic curve came to no end')
}

/**
 * expit(xᵀβ) of every row.
 *
 * Unit: shares. Cost: O(rows · columns).
 *
 * @example
 * sharesOf([Float64Array.of(1, 0)], [Math.log(3)]) // => [0.75, 0.5]
 */
export function sharesOf(columns: readonly Float64Array[], coefficients: ArrayLike<number>): Float64Array {
  return Float64Array.from(columns[0] ?? [], (_x, row) => expit(linearPredictor(columns, coefficients, row)))
}

function misfitOf({ columns, response, weights }: Regression, times: number, beta: Float64Array): number {
  const shares = sharesOf(columns, beta)
  return response.reduce(
    (sum, y, row) => sum + (weights[row] ?? 0) * (y - times * (shares[row] ?? 0)) ** 2,
    0,
  )
}

function damped(matrix: Float64Array, damping: number): Float64Array {
  const size = Math.sqrt(matrix.length)
  return matrix.map((element, place) => (place % (size + 1) === 0 ? element * (1 + damping) : element))
}
