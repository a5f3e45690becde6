import { AnalysisError } from '../analysis-error.ts'
import { betaPowers, incompleteBeta } from './incomplete-beta.ts'
import { normalQuantile } from './normal.ts'
import { ln } from '../elementary/ln.ts'

/**
 * Probability that a t variable is at most `t`:
 *
 *     F(t) = ½ I_x(ν/2, ½) for t ≤ 0, with x = ν / (ν + t²)
 *
 * Relative error of either tail about 1e-13. Unit: a probability. Cost: O(√degrees of freedom) steps.
 *
 * @throws {AnalysisError} `invalid-probability` unless the degrees of freedom are positive
 * @see Abramowitz & Stegun 26.7.1
 * @example
 * tCdf(1.96, 30) // => 0.9703288435519747
 */
export function tCdf(t: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom)
  const tail = upperTail(Math.abs(t), degreesOfFreedom)
  return t > 0 ? 1 - tail : tail
}

/**
 * The value that a t variable stays below with this probability.
 *
 * Newton's method on the logarithm of the tail, kept inside a bracket. Relative error about
 * 1e-13. Unit: standard errors. Cost: about ten evaluations of the distribution function.
 *
 * @throws {AnalysisError} `invalid-probability` outside (0, 1) or without degrees of freedom
 * @see Hill (1970), Algorithm 396, for the problem; the root is found directly here
 * @example
 * tQuantile(0.95, 149) // => 1.655144533797957
 */
export function tQuantile(probability: number, degreesOfFreedom: number): number {
  checkDegrees(degreesOfFreedom)
  if (!(probability > 0 && probability < 1)) {
    throw new AnalysisError(
      'invalid-probability',
      `tQuantile requires above 0 and below 1, got ${probability}`,
    )
  }
  if (probability === 0.5) return 0
  const tail = Math.min(probability, 1 - probability)
  const distance = tailQuantile(tail, degreesOfFreedom)
  return probability < 0.5 ? -distance : distance
}

function tailQuantile(tail: number, degreesOfFreedom: number): number {
  let low = 0
  let high = -normalQuantile(tail)
  while (upperTail(high, degreesOfFreedom) > tail) {
    low = high
    high *= 4
  }
  let t = low === 0 ? high : Math.sqrt(low * high)
  for (let step = 0; step < 200; step++) {
    const here = upperTail(t, degreesOfFreedom)
    if (here > tail) low = t
    else high = t
    const newton = t + (ln(here / tail) * here) / density(t, degreesOfFreedom)
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - t) <= 1e-16 * t || next === t) return next
    t = next
  }
  return t
}

function upperTail(t: number, degreesOfFreedom: number): number {
  const square = t * t
  const total = degreesOfFreedom + square
  const x = degreesOfFreedom / total
  return 0.5 * incompleteBeta({ x, y: square / total, a: degreesOfFreedom / 2, b: 0.5 })
}

/** Density for t > 0, from the derivative of the incomplete beta function. */
function density(t: number, degreesOfFreedom: number): number {
  const total = degreesOfFreedom + t * t
  const x = degreesOfFreedom / total
  return betaPowers({ x, y: (t * t) / total, a: degreesOfFreedom / 2, b: 0.5 }) / t
}

function checkDegrees(degreesOfFreedom: number): void {
  if (!(degreesOfFreedom > 0)) {
    throw new AnalysisError(
      'invalid-probability',
      `t requires positive degrees of freedom, got ${degreesOfFreedom}`,
    )
  }
}
