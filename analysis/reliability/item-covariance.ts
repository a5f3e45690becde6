import { CompensatedSum } from '../compensated-sum.ts'

/** Covariances of items with one another, row by row in a matrix of `size` × `size`. */
export interface ItemCovariance {
  readonly size: number
  readonly matrix: Float64Array
}

/**
 * Estimates the population covariances of items, each from the firms that answered both:
 *
 *     Ĉ_jk = n/(n − 1) · Σ wᵢ (xᵢⱼ − x̄ⱼ)(xᵢₖ − x̄ₖ) / Σ wᵢ
 *
 * with sums, means and n over those firms. Values are NaN where there is no answer. Where answers
 * are missing the matrix may fail to be positive definite, because its cells stand on different
 * firms; give `completeOnly(items)` for one that stands on the firms that answered all.
 *
 * Unit: the product of the items'. Cost: O(firms · items²).
 *
 * @see R cov(use = "pairwise"); with weights, R survey::svyvar
 * @example
 * itemCovariance([Float64Array.of(1, 2, 3), Float64Array.of(2, 4, 6)]).matrix // => [1, 2, 2, 4]
 */
export function itemCovariance(items: readonly Float64Array[], weights?: Float64Array): ItemCovariance {
  const size = items.length
  const matrix = new Float64Array(size * size)
  for (const [row, first] of items.entries()) {
    for (const [column, second] of items.entries()) {
      if (column < row) continue
      const covariance = pairCovariance(first, second, weights)
      matrix[row * size + column] = covariance
      matrix[column * size + row] = covariance
    }
  }
  return { size, matrix }
}

/**
 * The same items with no answer of a firm that lacks one of them.
 *
 * Unit: that of the items. Cost: O(firms · items).
 *
 * @see R na.omit
 * @example
 * completeOnly([Float64Array.of(1, 2), Float64Array.of(NaN, 3)])[0] // => [NaN, 2]
 */
export function completeOnly(items: readonly Float64Array[]): readonly Float64Array[] {
  const isComplete = (firm: number): boolean =>
    items.every((answers) => !Number.isNaN(answers[firm] ?? Number.NaN))
  const complete = Uint8Array.from(items[0] ?? [], (_answer, firm) => Number(isComplete(firm)))
  return items.map((answers) => answers.map((answer, firm) => (complete[firm] === 1 ? answer : Number.NaN)))
}

/**
 * The covariances with some items turned round: Ĉ_jk sⱼ sₖ with signs s of 1 and −1. A shift of
 * an item changes no covariance, so "7 − answer" needs only its sign.
 *
 * Unit: the product of the items'. Cost: O(items²).
 *
 * @see R psych::alpha, argument keys
 * @example
 * keyed({ size: 2, matrix: Float64Array.of(1, -2, -2, 4) }, [1, -1]).matrix // => [1, 2, 2, 4]
 */
export function keyed({ size, matrix }: ItemCovariance, signs: ArrayLike<number>): ItemCovariance {
  const turned = matrix.map((covariance, cell) => {
    const sign = (signs[Math.floor(cell / size)] ?? 1) * (signs[cell % size] ?? 1)
    return sign * covariance
  })
  return { size, matrix: turned }
}

/**
 * Correlations from covariances: r_jk = Ĉ_jk / √(Ĉ_jj Ĉ_kk); NaN for an item that all answered alike.
 *
 * Unit: none. Cost: O(items²).
 *
 * @see R cov2cor
 * @example
 * itemCorrelation({ size: 2, matrix: Float64Array.of(4, 3, 3, 9) }).matrix // => [1, 0.5, 0.5, 1]
 */
export function itemCorrelation({ size, matrix }: ItemCovariance): ItemCovariance {
  const deviation = (item: number): number => Math.sqrt(matrix[item * size + item] ?? Number.NaN)
  const correlations = matrix.map((covariance, cell) => {
    const [row, column] = [Math.floor(cell / size), cell % size]
    if (row === column) return covariance > 0 ? 1 : Number.NaN
    const scale = deviation(row) * deviation(column)
    return scale > 0 ? covariance / scale : Number.NaN
  })
  return { size, matrix: correlations }
}

function pairCovariance(first: Float64Array, second: Float64Array, weights?: Float64Array): number {
  const [total, firstTotal, secondTotal] = [new CompensatedSum(), new CompensatedSum(), new CompensatedSum()]
  let firms = 0
  for (const [firm, x] of first.entries()) {
    const y = second[firm] ?? Number.NaN
    const weight = weightOfBoth(x + y, firm, weights)
    if (weight === 0) continue
    firms++
    total.add(weight)
    firstTotal.add(weight * x)
    secondTotal.add(weight * y)
  }
  const [firstMean, secondMean] = [firstTotal.total / total.total, secondTotal.total / total.total]
  const products = new CompensatedSum()
  for (const [firm, x] of first.entries()) {
    const y = second[firm] ?? Number.NaN
    const weight = weightOfBoth(x + y, firm, weights)
    if (weight !== 0) products.add(weight * (x - firstMean) * (y - secondMean))
  }
  return ((products.total / total.total) * firms) / (firms - 1)
}

/** Nought where one of the answers is missing, so that their sum is no number. */
function weightOfBoth(sum: number, firm: number, weights: Float64Array | undefined): number {
  if (Number.isNaN(sum)) return 0
  return weights ? (weights[firm] ?? 0) : 1
}
