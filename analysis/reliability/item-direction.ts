import { tCdf } from '../distributions/student-t.ts'
import { type ItemCovariance, itemCorrelation, keyed } from './item-covariance.ts'
import { itemTotals } from './item-total.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

/** Which way an item goes with the others of its scale, and how sure that is. */
export interface ItemDirection {
  /** `reversed`: against most of the scale, surely. `unclear`: hardly with it or against it. */
  readonly direction: 'as-keyed' | 'reversed' | 'unclear'
  /** Correlation, as answered, with the sum of the others once those are turned one way. */
  readonly correlation: number
  /** Of the test that this correlation is 0. */
  readonly pValue: number
}

/**
 * Signs that turn the items one way: those of the first eigenvector of their correlations, the
 * side with the larger loadings being 1.
 *
 * Unit: none. Cost: O(items³).
 *
 * @see R psych::alpha, check.keys
 * @example
 * directionSigns({ size: 3, matrix: Float64Array.of(1, 0.5, -0.4, 0.5, 1, -0.4, -0.4, -0.4, 1) }) // => [1, 1, -1]
 */
export function directionSigns(covariance: ItemCovariance): Int8Array {
  const { size, matrix } = itemCorrelation(covariance)
  // An item that all answered alike goes no way.
  const known = matrix.map((r) => (Number.isNaN(r) ? 0 : r))
  const first = symmetricEigen(known, size).vectors[0] ?? new Float64Array(size)
  return Int8Array.from(first, (loading) => (loading < 0 ? -1 : 1))
}

/**
 * Tests each item for being keyed the wrong way round. The others are turned one way by
 * `directionSigns`; r is the item's correlation with their sum, and
 *
 *     t = r √((n − 2)/(1 − r²))
 *
 * has n − 2 degrees of freedom were r 0. An item has a direction where p < `level` over the number
 * of items (Bonferroni), so that in a scale of unrelated items one is found in `level` of cases at
 * most. Where as many items go one way as the other, which of them are reversed is a convention.
 *
 * `firms` is the number of answers behind the covariances, over the design effect of weights.
 * Unit: none. Cost: O(items³).
 *
 * @see R cor.test; psych::alpha, check.keys
 * @example
 * const covariance = { size: 3, matrix: Float64Array.of(1, 0.5, -0.4, 0.5, 1, -0.4, -0.4, -0.4, 1) }
 * itemDirections(covariance, { firms: 100 }).map(({ direction }) => direction) // => ['as-keyed', 'as-keyed', 'reversed']
 */
export function itemDirections(
  covariance: ItemCovariance,
  { firms, level = 0.01 }: { readonly firms: number; readonly level?: number },
): readonly ItemDirection[] {
  const signs = directionSigns(covariance)
  return itemTotals(keyed(covariance, signs)).map(({ corrected }, item) => {
    const correlation = corrected * (signs[item] ?? 1)
    const pValue = pOfCorrelation(correlation, firms)
    const isSure = pValue < level / covariance.size
    return { direction: isSure ? sideOf(correlation) : 'unclear', correlation, pValue }
  })
}

function sideOf(correlation: number): 'as-keyed' | 'reversed' {
  return correlation < 0 ? 'reversed' : 'as-keyed'
}

function pOfCorrelation(correlation: number, firms: number): number {
  if (!(firms > 2) || Number.isNaN(correlation)) return 1
  const rest = 1 - correlation * correlation
  if (rest <= 0) return 0
  return 2 * tCdf(-Math.abs(correlation) * Math.sqrt((firms - 2) / rest), firms - 2)
}
