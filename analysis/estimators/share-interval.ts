import { betaQuantile } from '../distributions/beta.ts'
import { normalQuantile } from '../distributions/normal.ts'
import { tQuantile } from '../distributions/student-t.ts'
import { arcsine, sine } from '../elementary/circular.ts'
import { exp } from '../elementary/exp.ts'
import { ln } from '../elementary/ln.ts'

/** How the interval of a share is made. */
export type ShareIntervalMethod = 'xlogit' | 'beta' | 'asin' | 'mean'

/** A share with what its interval needs. */
export interface ShareWithError {
  readonly share: number
  readonly standardError: number
  /** Of the variance; Infinity for a normal interval. */
  readonly degreesOfFreedom: number
  /** Firms in the sample that the share is of; only `beta` needs them. */
  readonly firms: number
}

/**
 * Interval of a share, with t the quantile of its degrees of freedom and s its standard error:
 *
 *     mean     p ± t s
 *     xlogit   logit p ± t s / (p (1 − p)), led back
 *     asin     asin √p ± t s / (2 √(p (1 − p))), led back
 *     beta     Clopper & Pearson's with n* = p (1 − p)/s² · (t_{n−1}/t)² effective firms
 *
 * A share of 0 or 1 without error has only a beta interval, with n* = n. Without degrees of
 * freedom both bounds are NaN.
 * Unit: a share; `mean` may pass 0 or 1. Cost: constant.
 *
 * @throws {AnalysisError} `invalid-probability` for a confidence of 1 or more
 * @see Korn & Graubard (1998), Survey Methodology 24; R survey::svyciprop
 * @example
 * const share = { share: 0.5, standardError: 0.1, degreesOfFreedom: Infinity, firms: 26 }
 * shareInterval('mean', share, 0.9) // => [0.3355146373048529, 0.6644853626951472]
 */
export function shareInterval(
  method: ShareIntervalMethod,
  shareWithError: ShareWithError,
  confidence: number,
): readonly [number, number] {
  const { share, standardError, degreesOfFreedom } = shareWithError
  if (!(degreesOfFreedom > 0)) return [Number.NaN, Number.NaN]
  if (method === 'beta') return betaInterval(shareWithError, confidence)
  const distance = standardError * criticalValue(confidence, degreesOfFreedom)
  const spread = share * (1 - share)
  if (method === 'mean') return [share - distance, share + distance]
  if (method === 'xlogit') {
    const centre = ln(share / (1 - share))
    return [expit(centre - distance / spread), expit(centre + distance / spread)]
  }
  const centre = arcsine(Math.sqrt(share))
  const half = distance / (2 * Math.sqrt(spread))
  return [sine(centre - half) ** 2, sine(centre + half) ** 2]
}

/**
 * How many standard errors an interval reaches to each side: a quantile of t, or of the normal
 * distribution where the degrees of freedom are infinite.
 *
 * Unit: standard errors. Cost: that of a quantile of t.
 *
 * @throws {AnalysisError} `invalid-probability` without degrees of freedom
 * @see R stats::qt
 * @example
 * criticalValue(0.95, Infinity) // => 1.959963984540054
 */
export function criticalValue(confidence: number, degreesOfFreedom: number): number {
  const probability = (1 + confidence) / 2
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalQuantile(probability)
  return tQuantile(probability, degreesOfFreedom)
}

function betaInterval(
  { share, standardError, degreesOfFreedom, firms }: ShareWithError,
  confidence: number,
): readonly [number, number] {
  const isCertain = standardError === 0 && (share === 0 || share === 1)
  const ratio = criticalValue(confidence, firms - 1) / criticalValue(confidence, degreesOfFreedom)
  const effective = isCertain ? firms : ((share * (1 - share)) / standardError ** 2) * ratio ** 2
  if (!Number.isFinite(effective)) return [Number.NaN, Number.NaN]
  const tail = (1 - confidence) / 2
  const met = effective * share
  const unmet = effective * (1 - share)
  return [
    met > 0 ? betaQuantile(tail, { a: met, b: unmet + 1 }) : 0,
    unmet > 0 ? betaQuantile(1 - tail, { a: met + 1, b: unmet }) : 1,
  ]
}

function expit(logit: number): number {
  return 1 / (1 + exp(-logit))
}
