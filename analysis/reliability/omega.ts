import type { ItemCovariance } from './item-covariance.ts'
import type { Factor } from './one-factor.ts'

/**
 * McDonald's omega: the share of the variance of the items' sum that their one factor explains,
 *
 *     ω = (Σ λⱼ)² / ((Σ λⱼ)² + Σ ψⱼ)
 *
 * for items on the scale of one standard deviation. Unlike alpha it does not take all items to
 * load alike. Unit: none, a share. Cost: O(items).
 *
 * @see McDonald (1999), Test Theory; R factanal
 * @example
 * omegaOf({ loadings: Float64Array.of(0.5, 0.5), uniquenesses: Float64Array.of(0.5, 0.5) }) // => 0.5
 */
export function omegaOf({ loadings, uniquenesses }: Factor): number {
  const explained = total(loadings) ** 2
  return explained / (explained + total(uniquenesses))
}

/**
 * Omega against the variance that the items' sum has, instead of the one that the factor implies:
 *
 *     ω = (ΣΣ r_jk − Σ ψⱼ) / ΣΣ r_jk
 *
 * Unit: none, a share. Cost: O(items²).
 *
 * @see R psych::omega, omega.tot with one factor
 * @example
 * const factor = { loadings: Float64Array.of(0.5, 0.5), uniquenesses: Float64Array.of(0.5, 0.5) }
 * observedOmega({ size: 2, matrix: Float64Array.of(1, 0.5, 0.5, 1) }, factor) // => 0.6666666666666666
 */
export function observedOmega({ matrix }: ItemCovariance, { uniquenesses }: Factor): number {
  const observed = total(matrix)
  return (observed - total(uniquenesses)) / observed
}

function total(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
