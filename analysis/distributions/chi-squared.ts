import { AnalysisError } from '../analysis-error.ts'
import { gammaPowers, incompleteGamma } from './incomplete-gamma.ts'
import { monotoneRoot } from './monotone-root.ts'
import { exp } from '../elementary/exp.ts'
import { ln } from '../elementary/ln.ts'

/**
 * Probability that a chi-squared variable is more than `x`: Q(ν/2, x/2).
 *
 * Relative error about 1e-14. Unit: a probability. Cost: O(√degrees of freedom) steps.
 *
 * @throws {AnalysisError} `invalid-probability` unless the degrees of freedom are positive
 * @see Abramowitz & Stegun 26.4.19; R's pchisq
 * @example
 * chiSquaredUpperTail(2, 2) // => 0.3678794411714419
 */
export function chiSquaredUpperTail(x: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom)
  return incompleteGamma(degreesOfFreedom / 2, x / 2).above
}

/**
 * The value that a chi-squared variable stays below with this probability.
 *
 * Newton's method on the logarithms of the value and of the smaller tail. Relative error about
 * 1e-14. Unit: none, as the statistic. Cost: about ten incomplete gamma functions.
 *
 * @throws {AnalysisError} `invalid-probability` outside (0, 1) or without degrees of freedom
 * @see Best & Roberts (1975), Algorithm AS 91, for the problem; R's qchisq
 * @example
 * chiSquaredQuantile(0.95, 1) // => 3.8414588206941294
 */
export function chiSquaredQuantile(probability: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom)
  if (!(probability > 0 && probability < 1)) {
    throw new AnalysisError(
      'invalid-probability',
      `chiSquaredQuantile requires above 0 and below 1, got ${probability}`,
    )
  }
  const a = degreesOfFreedom / 2
  const logarithm = monotoneRoot(
    (u) => {
      const x = exp(u)
      const { below, above } = incompleteGamma(a, x)
      const density = a * gammaPowers(a, x)
      return probability <= 0.5
        ? { value: ln(below / probability), slope: density / below }
        : { value: -ln(above / (1 - probability)), slope: density / above }
    },
    { low: -700, high: ln(2 * a + 800) },
  )
  return 2 * exp(logarithm)
}

function checkDegrees(degreesOfFreedom: number): void {
  if (degreesOfFreedom > 0) return
  throw new AnalysisError(
    'invalid-probability',
    `chi-squared requires positive degrees of freedom, got ${degreesOfFreedom}`,
  )
}
