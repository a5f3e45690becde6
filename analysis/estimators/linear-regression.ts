import type { EstimateWithInfluence } from '../weighted-mean.ts'
import { influenceOfScores } from './influence-of-scores.ts'
import { crossProducts, type Regression, weightedLeastSquares } from './weighted-least-squares.ts'

/**
 * Slopes of a linear regression in the population, over the firms that have the response and
 * every column:
 *
 *     b̂ = (XᵀWX)⁻¹ XᵀWy,   uᵢ = (XᵀWX)⁻¹ xᵢ wᵢ (yᵢ − xᵢᵀb̂)
 *
 * Unit: that of the response per that of the column. Cost: O(firms · columns²).
 *
 * @throws {AnalysisError} `columns-collinear`
 * @see Fuller (1975), Sankhyā C 37; Binder (1983); R survey::svyglm, gaussian
 * @example
 * const columns = [Float64Array.of(1, 1, 1), Float64Array.of(0, 1, 2)]
 * const response = Float64Array.of(1, 3, 5)
 * linearRegression({ columns, response, weights: Float64Array.of(1, 2, 1) })[1].value // => 2
 */
export function linearRegression(regression: Regression): readonly EstimateWithInfluence[] {
  const known = knownRows(regression)
  const { coefficients, fitted } = weightedLeastSquares(known)
  const response = known.response.map((y, row) => y - (fitted[row] ?? 0))
  return slopesOf({ ...known, response }, { coefficients, slopes: known.weights })
}

/**
 * A regression whose rows without a value have no weight.
 *
 * Unit: the input's. Cost: O(rows · columns).
 *
 * @example
 * knownRows({ columns: [Float64Array.of(1, NaN)], response: Float64Array.of(4, 5),
 *   weights: Float64Array.of(2, 2) }).weights // => [2, 0]
 */
export function knownRows({ columns, response, weights }: Regression): Regression {
  const all = [response, ...columns]
  const isKnown = weights.map((_weight, row) =>
    Number(all.every((column) => !Number.isNaN(column[row] ?? Number.NaN))),
  )
  const blank = (column: Float64Array): Float64Array =>
    column.map((value, row) => (isKnown[row] === 1 ? value : 0))
  return { columns: columns.map(blank), response: blank(response), weights: blank(weights) }
}

/**
 * Slopes with influence (XᵀSX)⁻¹ x w e, e the response, where S says how fast each row's score falls.
 *
 * Unit: the slopes'. Cost: O(rows · columns²).
 *
 * @see `linearRegression`, `logisticRegression`
 * @example
 * const ones = Float64Array.of(1, 1)
 * const residuals = { columns: [ones], response: Float64Array.of(-1, 1), weights: ones }
 * slopesOf(residuals, { coefficients: Float64Array.of(3), slopes: ones })[0].influence // => [-0.5, 0.5]
 */
export function slopesOf(
  { columns, response: residuals, weights }: Regression,
  { coefficients, slopes }: { coefficients: Float64Array; slopes: Float64Array },
): readonly EstimateWithInfluence[] {
  const scores = columns.map((column) =>
    column.map((x, row) => x * (weights[row] ?? 0) * (residuals[row] ?? 0)),
  )
  const answers = weights.filter((weight) => weight > 0).length
  return influenceOfScores(scores, crossProducts(columns, slopes)).map((influence, place) => ({
    value: coefficients[place] ?? Number.NaN,
    influence,
    answers,
  }))
}
