import { AnalysisError } from '../analysis-error.ts'
import { betaPowers, incompleteBeta } from './incomplete-beta.ts'
import { monotoneRoot } from './monotone-root.ts'
import { exp } from '../elementary/exp.ts'
import { ln } from '../elementary/ln.ts'

/** Parameters of a beta distribution, both positive. */
export interface BetaShape {
  readonly a: number
  readonly b: number
}

/**
 * The value that a beta(a, b) variable stays below with this probability.
 *
 * Newton's method on the logarithms of the value and of the smaller tail, from the nearer end of
 * [0, 1]. Relative error about 1e-14. Unit: a share, 0-1. Cost: about ten incomplete beta functions.
 *
 * @throws {AnalysisError} `invalid-probability` outside [0, 1] or without positive parameters
 * @see Majumder & Bhattacharjee (1973), Algorithm AS 64, for the problem; R's qbeta
 * @example
 * betaQuantile(0.975, { a: 2, b: 5 }) // => 0.6412345789976748
 */
export function betaQuantile(probability: number, { a, b }: BetaShape): number {
  if (!(probability >= 0 && probability <= 1 && a > 0 && b > 0)) {
    throw new AnalysisError(
      'invalid-probability',
      `betaQuantile requires 0 to 1 and positive parameters, got ${probability}, ${a}, ${b}`,
    )
  }
  if (probability === 0 || probability === 1) return probability
  const isBelowHalf = incompleteBeta({ x: 0.5, y: 0.5, a, b }) >= probability
  if (isBelowHalf) return nearZero({ below: probability, above: 1 - probability }, { a, b })
  return 1 - nearZero({ below: 1 - probability, above: probability }, { a: b, b: a })
}

/** The quantile where it is at most a half. */
function nearZero({ below, above }: { below: number; above: number }, { a, b }: BetaShape): number {
  const isLowerTail = below <= above
  const logarithm = monotoneRoot(
    (u) => {
      const x = exp(u)
      const y = 1 - x
      const tail = isLowerTail ? incompleteBeta({ x, y, a, b }) : incompleteBeta({ x: y, y: x, a: b, b: a })
      const slope = betaPowers({ x, y, a, b }) / (y * tail)
      return isLowerTail ? { value: ln(tail / below), slope } : { value: -ln(tail / above), slope }
    },
    { low: -740, high: ln(0.5) },
  )
  return exp(logarithm)
}
