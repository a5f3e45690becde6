import { sumOf } from '../compensated-sum.ts'
import type { ReplicateScheme } from './replicate-weights.ts'

/** An estimate of the full sample and of every replicate. */
export interface ReplicatedEstimate {
  readonly estimate: number
  readonly replicates: Float64Array
}

/**
 * Variance of an estimate from its replicates,
 *
 *     V = scale · Σ_r factor_r (θ_r − c)²
 *
 * with c the estimate itself or the mean of the replicates whose factor is not nought.
 * Unit: the estimate's, squared. Cost: O(replicates).
 *
 * @see Wolter (2007), Introduction to Variance Estimation; R survey::svrVar
 * @example
 * const replicates = Float64Array.of(1, 3)
 * replicateVariance({ estimate: 2, replicates }, { scale: 0.5, centre: 'estimate' }) // => 1
 */
export function replicateVariance(replicated: ReplicatedEstimate, scheme: ReplicateScheme): number {
  return replicateCovariance(replicated, replicated, scheme)
}

/**
 * Covariance of two estimates from the same replicates, `replicateVariance` of one with itself:
 *
 *     C = scale · Σ_r factor_r (θ_r − c)(φ_r − c′)
 *
 * Unit: the product of the two estimates' units. Cost: O(replicates).
 *
 * @see R survey::svrVar
 * @example
 * const one = { estimate: 2, replicates: Float64Array.of(1, 3) }
 * const other = { estimate: 0, replicates: Float64Array.of(1, -1) }
 * replicateCovariance(one, other, { scale: 0.5, centre: 'estimate' }) // => -1
 */
export function replicateCovariance(
  one: ReplicatedEstimate,
  other: ReplicatedEstimate,
  scheme: ReplicateScheme,
): number {
  const [own, others] = [centreOf(one, scheme), centreOf(other, scheme)]
  const products = one.replicates.map(
    (theta, r) => (scheme.factors?.[r] ?? 1) * (theta - own) * ((other.replicates[r] ?? 0) - others),
  )
  return scheme.scale * sumOf(products)
}

function centreOf(
  { estimate, replicates }: ReplicatedEstimate,
  { centre, factors }: ReplicateScheme,
): number {
  if (centre === 'estimate') return estimate
  const counted = replicates.filter((_theta, r) => (factors?.[r] ?? 1) > 0)
  return sumOf(counted) / counted.length
}
