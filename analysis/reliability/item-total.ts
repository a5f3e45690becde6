import type { ItemCovariance } from './item-covariance.ts'

/** How an item goes with its scale. */
export interface ItemTotal {
  /** With the sum of all items, this one among them. */
  readonly raw: number
  /** With the sum of the other items. */
  readonly corrected: number
}

/**
 * Correlations of each item with the sum of the items and with the sum of the others:
 *
 *     raw rⱼ = Σₖ Ĉ_jk / √(Ĉ_jj ΣΣ Ĉ),   corrected rⱼ = Σ_{k≠j} Ĉ_jk / √(Ĉ_jj Σ_{k≠j} Σ_{l≠j} Ĉ_kl)
 *
 * The raw one is too high, because the item is a part of the sum. NaN where one has no spread.
 * Unit: none. Cost: O(items²).
 *
 * @see R psych::alpha, item.stats, raw.r and r.drop
 * @example
 * itemTotals({ size: 2, matrix: Float64Array.of(1, 0.5, 0.5, 1) })[0].corrected // => 0.5
 */
export function itemTotals({ size, matrix }: ItemCovariance): readonly ItemTotal[] {
  const rows = Array.from({ length: size }, (_none, item) =>
    matrix.subarray(item * size, (item + 1) * size).reduce((sum, covariance) => sum + covariance, 0),
  )
  const whole = rows.reduce((sum, row) => sum + row, 0)
  return rows.map((row, item) => {
    const own = matrix[item * size + item] ?? Number.NaN
    return {
      raw: correlation(row, own, whole),
      corrected: correlation(row - own, own, whole - 2 * row + own),
    }
  })
}

function correlation(covariance: number, first: number, second: number): number {
  const scale = Math.sqrt(first * second)
  return scale > 0 ? covariance / scale : Number.NaN
}
