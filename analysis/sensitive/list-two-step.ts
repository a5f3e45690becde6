import { logisticLeastSquares, sharesOf } from '../estimators/logistic-least-squares.ts'
import { influenceOfScores, sandwichError } from '../estimators/influence-of-scores.ts'
import { crossProducts } from '../estimators/weighted-least-squares.ts'
import { armWeights, blankAsZero, type ListCovariates, type ListExperiment } from './list-experiment.ts'

/** Two logistic models: of a statement of the shorter list, and of the sensitive one. */
export interface ListModel {
  readonly control: readonly ModelSlope[]
  readonly sensitive: readonly ModelSlope[]
}

/** A slope on the scale of logits. */
export interface ModelSlope {
  readonly value: number
  readonly influence: Float64Array
  /** Where firms were drawn one by one; by a design, give its influence to the design. */
  readonly standardError: number
}

/**
 * Nonlinear least squares in two steps, with h = expit(xᵀγ) and g = expit(xᵀδ): γ from the shorter
 * list, δ from what the longer list has beyond it,
 *
 *     γ̂ = argmin Σ_{t=0} w (y − Jh)²,   δ̂ = argmin Σ_{t=1} w (y − Jĥ − g)²
 *
 * Both steps' equations are stacked, so that the error of δ has that of γ in it.
 * Unit: logits. Cost: O(steps · firms · columns²).
 *
 * @throws {AnalysisError} `invalid-list-answer`, `regression-not-converged`
 * @see Imai (2011), JASA 106; R list::ict.reg, method "nls"
 * @example
 * const counts = Float64Array.of(1, 2, 0, 1, 2, 2, 1, 2)
 * const treated = Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1)
 * const ones = new Float64Array(8).fill(1)
 * const model = listTwoStep({ counts, treated, statements: 2 }, { columns: [ones], weights: ones })
 * model.sensitive[0].value // ≈ 1.098612
 */
export function listTwoStep(experiment: ListExperiment, covariates: ListCovariates): ListModel {
  const { statements } = experiment
  const columns = covariates.columns.map(blankAsZero)
  const shorter = armWeights(experiment, covariates, 0)
  const longer = armWeights(experiment, covariates, 1)
  const counts = blankAsZero(experiment.counts)
  const gamma = logisticLeastSquares({ columns, response: counts, weights: shorter }, statements)
  const h = sharesOf(columns, gamma)
  const beyond = counts.map((count, firm) => count - statements * (h[firm] ?? 0))
  const delta = logisticLeastSquares({ columns, response: beyond, weights: longer }, 1)
  const g = sharesOf(columns, delta)

  const slopes0 = h.map((share) => statements * share * (1 - share))
  const slopes1 = g.map((share) => share * (1 - share))
  const rest0 = products(shorter, slopes0, beyond)
  const rest1 = products(
    longer,
    slopes1,
    beyond.map((rest, firm) => rest - (g[firm] ?? 0)),
  )
  const timesColumns = (rest: Float64Array): readonly Float64Array[] =>
    columns.map((column) => column.map((x, firm) => x * (rest[firm] ?? 0)))

  const control = influenceOfScores(
    timesColumns(rest0),
    crossProducts(columns, products(shorter, slopes0, slopes0)),
  )
  const carriedOver = productColumns(crossProducts(columns, products(longer, slopes1, slopes0)), control)
  const scores = timesColumns(rest1).map((score, place) =>
    score.map((value, firm) => value - (carriedOver[place]?.[firm] ?? 0)),
  )
  const sensitive = influenceOfScores(scores, crossProducts(columns, products(longer, slopes1, slopes1)))
  return { control: withErrors(gamma, control), sensitive: withErrors(delta, sensitive) }
}

function products(weights: Float64Array, first: Float64Array, second: Float64Array): Float64Array {
  return weights.map((weight, firm) => weight * (first[firm] ?? 0) * (second[firm] ?? 0))
}

/** A matrix times the vector that every row of the columns is. */
function productColumns(matrix: Float64Array, columns: readonly Float64Array[]): readonly Float64Array[] {
  const size = columns.length
  return columns.map((column, row) =>
    column.map((_u, firm) =>
      columns.reduce((sum, other, k) => sum + (matrix[row * size + k] ?? 0) * (other[firm] ?? 0), 0),
    ),
  )
}

function withErrors(values: Float64Array, influence: readonly Float64Array[]): readonly ModelSlope[] {
  return influence.map((u, place) => ({
    value: values[place] ?? Number.NaN,
    influence: u,
    standardError: sandwichError(u),
  }))
}
