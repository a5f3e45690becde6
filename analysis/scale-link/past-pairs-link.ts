import { referenceDrift } from '../verdicts/reference-drift.ts'
import type { BiasOfPairs } from './bias-of-pairs.ts'
import type { LinkedScale } from './linked-scale.ts'

/**
 * A score less the bias that past pairs show: S = Ŝ − b̂_k, with V_bias = V_k of `biasOfPairs`. Past
 * differences have the drift of the scale up to their years in them, so only that since the newest
 * pair is added. Null for a sub-index that the pairs were not asked about.
 *
 * Unit: points. Cost: constant.
 *
 * @see docs/method.md, Verdict
 * @example
 * const subIndices = new Map([['a', { bias: 0.3, variance: 0.05, shrinkage: 0.5 }]])
 * pastPairsLink({ subIndices, newestYear: 2023, commonVariance: 0.01 }, { code: 'a', planYear: 2024 }).shift // => -0.3
 */
export function pastPairsLink(
  {
    subIndices,
    newestYear,
    commonVariance,
  }: Pick<BiasOfPairs, 'subIndices' | 'newestYear' | 'commonVariance'>,
  { code, planYear }: { readonly code: string; readonly planYear: number },
): LinkedScale | null {
  const known = subIndices.get(code)
  if (!known) return null
  return {
    scaleLink: 'past-pairs',
    shift: -known.bias,
    biasVariance: known.variance,
    commonBiasVariance: commonVariance,
    drift: referenceDrift(Math.max(0, planYear - newestYear)),
    linkResiduals: 1,
    isApproximate: false,
  }
}
