import { bilinear, type Regression, weightedLeastSquares } from './weighted-least-squares.ts'

/** How much a row's residual is stretched for the pull that the row has on its own fit. */
export type RobustErrorKind = 'hc0' | 'hc2' | 'hc3'

const POWERS: Readonly<Record<RobustErrorKind, number>> = { hc0: 0, hc2: 0.5, hc3: 1 }

/**
 * A regression's slopes and their standard errors where residuals differ in spread and rows are
 * drawn one by one: with h = w xᵀ(XᵀWX)⁻¹x,
 *
 *     uᵢ = (XᵀWX)⁻¹ xᵢ wᵢ eᵢ / (1 − hᵢ)^k,   SE = √Σ u²,   k = 0, ½, 1 by HC0, HC2, HC3
 *
 * HC2 of a difference of two means is Welch's error. Rows drawn by a design have
 * `linearRegression`, whose influence goes through the design.
 * Unit: that of the slopes. Cost: O(rows · columns²).
 *
 * @throws {AnalysisError} `columns-collinear`
 * @see MacKinnon & White (1985), J. of Econometrics 29; R sandwich::vcovHC
 * @example
 * const columns = [Float64Array.of(1, 1, 1, 1)]
 * const response = Float64Array.of(1, 2, 3, 4)
 * robustErrors({ columns, response, weights: response.map(() => 1) }, 'hc2').coefficients // => [2.5]
 */
export function robustErrors(
  regression: Regression,
  kind: RobustErrorKind,
): { readonly coefficients: Float64Array; readonly standardErrors: Float64Array } {
  const { columns, response, weights } = regression
  const { coefficients, inverse, fitted } = weightedLeastSquares(regression)
  const squares = new Float64Array(columns.length)
  for (let row = 0; row < response.length; row++) {
    const x = columns.map((column) => column[row] ?? 0)
    const weight = weights[row] ?? 0
    const stretch = (1 - weight * bilinear(x, inverse, x)) ** POWERS[kind]
    const residual = (weight * ((response[row] ?? 0) - (fitted[row] ?? 0))) / stretch
    for (let place = 0; place < columns.length; place++) {
      const line = inverse.subarray(place * columns.length, (place + 1) * columns.length)
      const u = residual * x.reduce((sum, value, k) => sum + value * (line[k] ?? 0), 0)
      squares[place] = (squares[place] ?? 0) + u * u
    }
  }
  return { coefficients, standardErrors: squares.map(Math.sqrt) }
}
