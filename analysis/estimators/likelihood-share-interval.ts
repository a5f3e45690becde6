import { criticalValue, type ShareWithError } from './share-interval.ts'
import { exp } from '../elementary/exp.ts'
import { ln, ln1p } from '../elementary/ln.ts'

/** Halvings of an interval of logits: enough for the last digit. */
const HALVINGS = 200
/** No bound lies further from the share than so many logits. */
const FARTHEST = 40

/**
 * Interval of a share by its likelihood, scaled to the design: the shares π with
 *
 *     2 n [p log (p/π) + (1 − p) log ((1 − p)/(1 − π))] ≤ t² · n/(n − 1) · deff,   deff = n s² / (p (1 − p))
 *
 * with p the share, s its standard error, n the firms and t the quantile of the degrees of
 * freedom. Never passes 0 or 1, and reaches further on the side of one half.
 * Unit: shares. Cost: constant.
 *
 * @throws {AnalysisError} `invalid-probability` for a confidence of 1 or more
 * @see Rao & Scott (1984); R survey::svyciprop, "likelihood"
 * @example
 * const share = { share: 0.5, standardError: 0.05, degreesOfFreedom: Infinity, firms: 100 }
 * likelihoodShareInterval(share, 0.95)[0] // ≈ 0.4025
 */
export function likelihoodShareInterval(
  { share, standardError, degreesOfFreedom, firms }: ShareWithError,
  confidence: number,
): readonly [number, number] {
  if (!(degreesOfFreedom > 0 && share > 0 && share < 1)) return [Number.NaN, Number.NaN]
  const effect = (firms * standardError ** 2) / (share * (1 - share))
  const most = (criticalValue(confidence, degreesOfFreedom) ** 2 * firms * effect) / (firms - 1)
  const centre = ln(share / (1 - share))
  const boundTowards = (far: number): number => {
    let [within, beyond] = [centre, far]
    for (let count = 0; count < HALVINGS; count++) {
      const middle = (within + beyond) / 2
      if (shareDeviance({ share, firms }, middle) <= most) within = middle
      else beyond = middle
    }
    return 1 / (1 + exp(-within))
  }
  return [boundTowards(centre - FARTHEST), boundTowards(centre + FARTHEST)]
}

/**
 * Twice the log likelihood that is lost at another logit than that of the share.
 *
 * Unit: none. Cost: constant.
 *
 * @see R survey::svyciprop, `likelihood`
 * @example
 * shareDeviance({ share: 0.5, firms: 100 }, 0) // => 0
 */
export function shareDeviance(
  { share, firms }: Pick<ShareWithError, 'share' | 'firms'>,
  logit: number,
): number {
  const yes = share * (ln(share) + softplus(-logit))
  const no = (1 - share) * (ln(1 - share) + softplus(logit))
  return 2 * firms * (yes + no)
}

/** log(1 + eˣ). */
function softplus(x: number): number {
  return Math.max(x, 0) + ln1p(exp(-Math.abs(x)))
}
