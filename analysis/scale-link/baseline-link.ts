import { referenceDrift } from '../verdicts/reference-drift.ts'
import type { LinkedScale } from './linked-scale.ts'

/** A sub-index in the baseline year: our own wave's score beside the official one. */
export interface BaselineStanding {
  readonly own: { readonly score: number; readonly standardError: number; readonly firms: number }
  readonly official: number
  readonly officialSampleSize: number
  readonly year: number
  readonly planYear: number
}

/**
 * The change since a baseline wave of our own, on top of the official score of that year:
 *
 *     S = S_official(then) + (Ŝ_now − Ŝ_then)
 *
 * A bias of self-assessment that stays the same cancels. How well it does is what both scores of then
 * leave open, the official one being a sample as well:
 *
 *     V_bias = SE_then² + SE_then² n_then/N_then
 *
 * Firms that answered both waves cannot be told, so the waves count as independent: too wide where
 * many did. What the edition's link leaves counts twice, once for each end of the change. The
 * reference drifts from the baseline year on.
 *
 * Unit: points. Cost: constant.
 *
 * @see docs/method.md, Verdict
 * @example
 * baselineLink({ own: { score: 6.1, standardError: 0.3, firms: 100 }, official: 6.6, officialSampleSize: 100, year: 2023, planYear: 2024 }).biasVariance // ≈ 0.18
 */
export function baselineLink(standing: BaselineStanding): LinkedScale {
  const { own, official, officialSampleSize, year, planYear } = standing
  return {
    scaleLink: 'baseline-wave',
    shift: official - own.score,
    biasVariance: own.standardError ** 2 * (1 + own.firms / officialSampleSize),
    commonBiasVariance: 0,
    drift: referenceDrift(Math.max(0, planYear - year)),
    linkResiduals: 2,
    isApproximate: false,
  }
}
