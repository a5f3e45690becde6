import { AnalysisError } from '../analysis-error.ts'
import { betaQuantile } from './beta.ts'
import { incompleteBeta } from './incomplete-beta.ts'

/** Degrees of freedom of an F distribution. */
export interface FDegrees {
  readonly above: number
  readonly below: number
}

/**
 * Probability that an F variable is more than `f`:
 *
 *     P(F > f) = I_x(ν₂/2, ν₁/2) with x = ν₂ / (ν₂ + ν₁f)
 *
 * Relative error about 1e-13. Unit: a probability. Cost: O(√degrees of freedom) steps.
 *
 * @throws {AnalysisError} `invalid-probability` unless both degrees of freedom are positive
 * @see Abramowitz & Stegun 26.6.2; R's pf
 * @example
 * fUpperTail(3.2, { above: 2, below: 10 }) // => 0.08429091335387402
 */
export function fUpperTail(f: number, { above, below }: FDegrees): number {
  checkDegrees({ above, below })
  if (f <= 0) return 1
  const total = below + above * f
  return incompleteBeta({ x: below / total, y: (above * f) / total, a: below / 2, b: above / 2 })
}

/**
 * The value that an F variable stays below with this probability.
 *
 * Relative error about 1e-13 in the upper tail. Unit: none, as the statistic. Cost: that of a beta quantile.
 *
 * @throws {AnalysisError} `invalid-probability` outside [0, 1] or without degrees of freedom
 * @see Abramowitz & Stegun 26.5.22; R's qf
 * @example
 * fQuantile(0.95, { above: 1, below: 10 }) // => 4.964602743730715
 */
export function fQuantile(probability: number, { above, below }: FDegrees): number {
  checkDegrees({ above, below })
  const x = betaQuantile(1 - probability, { a: below / 2, b: above / 2 })
  return ((1 / x - 1) * below) / above
}

function checkDegrees({ above, below }: FDegrees): void {
  if (above > 0 && below > 0) return
  throw new AnalysisError(
    'invalid-probability',
    `F requires positive degrees of freedom, got ${above}, ${below}`,
  )
}
