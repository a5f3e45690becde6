import { AnalysisError } from '../analysis-error.ts'
import { sumOf } from '../compensated-sum.ts'
import type { EstimateWithInfluence } from '../weighted-mean.ts'
import { expit } from './expit.ts'
import { knownRows, slopesOf } from './linear-regression.ts'
import { type Regression, weightedLeastSquares } from './weighted-least-squares.ts'
import { ln } from '../elementary/ln.ts'

/** Steps before the search is given up; slopes that run away have no end. */
const MAX_STEPS = 100

/** Logits beyond this are certainty, and on their way to infinity. */
const MOST_LOGIT = 30

/**
 * Slopes of a logistic regression in the population, of a response of 0 and 1, by weighted
 * likelihood over the firms that have the response and every column. With p = expit(xᵀβ̂),
 *
 *     Σ w x (y − p) = 0,   uᵢ = (Σ w p (1 − p) x xᵀ)⁻¹ xᵢ wᵢ (yᵢ − pᵢ)
 *
 * Found by least squares on the working response, weighted anew at every step, from
 * p = (wy + ½)/(w + 1). The search ends where the deviance changes by less than `stop`, relatively;
 * with R's 1e-8 influence is R's, which has the last step's weights in it.
 * Unit: logits per unit of the column. Cost: O(steps · firms · columns²).
 *
 * @throws {AnalysisError} `columns-collinear`; `regression-not-converged` where a column parts
 *   the 0s from the 1s
 * @see Binder (1983), International Statistical Review 51; R survey::svyglm, quasibinomial
 * @example
 * const columns = [Float64Array.of(1, 1, 1, 1)]
 * const regression = { columns, response: Float64Array.of(1, 1, 1, 0), weights: Float64Array.of(1, 1, 1, 1) }
 * logisticRegression(regression)[0].value // ≈ 1.098612289
 */
export function logisticRegression(regression: Regression, stop = 1e-13): readonly EstimateWithInfluence[] {
  const known = knownRows(regression)
  const { columns, response } = known
  const mean = sumOf(regression.weights) / regression.weights.length
  const weights = known.weights.map((weight) => weight / mean)
  let logits: Float64Array = response.map((y, row) => {
    const weight = weights[row] ?? 0
    return ln((weight * y + 0.5) / (weight * (1 - y) + 0.5))
  })
  let deviance = Number.POSITIVE_INFINITY
  for (let count = 0; count < MAX_STEPS; count++) {
    const spreads = logits.map((logit) => expit(logit) * expit(-logit))
    const working = logits.map(
      (logit, row) => logit + ((response[row] ?? 0) - expit(logit)) / (spreads[row] ?? 1),
    )
    const slopes = spreads.map((spread, row) => (weights[row] ?? 0) * spread)
    const { coefficients, fitted } = weightedLeastSquares({ columns, response: working, weights: slopes })
    const last = deviance
    logits = fitted
    deviance = devianceOf(response, logits, weights)
    if (logits.some((logit, row) => Math.abs(logit) > MOST_LOGIT && weights[row] !== 0)) break
    if (Math.abs(deviance - last) < stop * (deviance + 0.1)) {
      const rest = logits.map(
        (logit, row) => ((response[row] ?? 0) - expit(logit)) / (expit(logit) * expit(-logit)),
      )
      return slopesOf({ columns, response: rest, weights: slopes }, { coefficients, slopes })
    }
  }
  throw new AnalysisError(
    'regression-not-converged',
    'the likelihood of a logistic regression has no maximum',
  )
}

/** −2 log likelihood. */
function devianceOf(response: Float64Array, logits: Float64Array, weights: Float64Array): number {
  return sumOf(
    logits.map((logit, row) => {
      const chance = expit(response[row] === 1 ? logit : -logit)
      return weights[row] === 0 ? 0 : -2 * (weights[row] ?? 0) * ln(chance)
    }),
  )
}
