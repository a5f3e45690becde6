import { AnalysisError } from '../analysis-error.ts'
import { weightedRatio } from '../estimators/weighted-ratio.ts'
import { type EstimateWithInfluence, weightedMean } from '../weighted-mean.ts'
import { completeOnly, type ItemCovariance, itemCorrelation } from './item-covariance.ts'

/**
 * Cronbach's alpha from covariances of items: how far the sum of k items would agree with the
 * sum of k others of their kind,
 *
 *     α = k/(k − 1) · (1 − Σⱼ Ĉ_jj / Σⱼ Σₖ Ĉ_jk)
 *
 * A lower bound of reliability; it says nothing of whether the items measure one thing.
 * Unit: none; at most 1, below 0 where items are keyed against each other. Cost: O(items²).
 *
 * @throws {AnalysisError} `too-few-items` below 2
 * @see Cronbach (1951), Coefficient alpha; R psych::alpha, raw_alpha
 * @example
 * alphaOf({ size: 2, matrix: Float64Array.of(1, 0.5, 0.5, 1) }) // => 0.6666666666666667
 */
export function alphaOf({ size, matrix }: ItemCovariance): number {
  requireItems(size)
  let [own, all] = [0, 0]
  for (const [cell, covariance] of matrix.entries()) {
    all += covariance
    if (cell % (size + 1) === 0) own += covariance
  }
  return alphaFrom(own / all, size)
}

/**
 * Alpha of the items brought to one spread: that of their correlations.
 *
 * Unit: none. Cost: O(items²).
 *
 * @throws {AnalysisError} `too-few-items` below 2
 * @see R psych::alpha, std.alpha
 * @example
 * standardisedAlpha({ size: 2, matrix: Float64Array.of(4, 3, 3, 9) }) // => 0.6666666666666667
 */
export function standardisedAlpha(covariance: ItemCovariance): number {
  return alphaOf(itemCorrelation(covariance))
}

/**
 * Alpha without each item in turn, in their order; NaN where only one item would be left. An item
 * whose absence raises alpha hardly belongs to the scale, or is keyed the wrong way round.
 *
 * Unit: none. Cost: O(items³).
 *
 * @throws {AnalysisError} `too-few-items` below 2
 * @see R psych::alpha, alpha.drop
 * @example
 * alphaIfDropped({ size: 3, matrix: Float64Array.of(1, 0.5, 0, 0.5, 1, 0, 0, 0, 1) })[2] // => 0.6666666666666667
 */
export function alphaIfDropped(covariance: ItemCovariance): Float64Array {
  requireItems(covariance.size)
  return Float64Array.from({ length: covariance.size }, (_none, item) =>
    covariance.size === 2 ? Number.NaN : alphaOf(without(covariance, item)),
  )
}

/**
 * Estimates alpha over the firms that answered all items, with what each firm did to it: with
 * V̂ the sum of the items' variances and T̂ the variance of their sum,
 *
 *     α̂ = k/(k − 1) · (1 − V̂/T̂),   uᵢ = −k/(k − 1) · (vᵢ − tᵢ V̂/T̂) / T̂
 *
 * where v and t are the influence values of V̂ and T̂.
 * Unit: none. Cost: O(firms · items).
 *
 * @throws {AnalysisError} `too-few-items` below 2
 * @see R survey::svycralpha
 * @example
 * const answers = Float64Array.of(1, 2, 4)
 * cronbachAlpha([answers, answers], Float64Array.of(1, 2, 1)).value // => 1
 */
export function cronbachAlpha(items: readonly Float64Array[], weights: Float64Array): EstimateWithInfluence {
  requireItems(items.length)
  const complete = completeOnly(items)
  const sums = weights.map((_weight, firm) =>
    complete.reduce((sum, answers) => sum + (answers[firm] ?? Number.NaN), 0),
  )
  const ownSquares = new Float64Array(weights.length)
  for (const answers of complete) {
    for (const [firm, square] of squares(answers, weights).entries()) {
      ownSquares[firm] = (ownSquares[firm] ?? 0) + square
    }
  }
  const columns = { numerator: ownSquares, denominator: squares(sums, weights) }
  const { value, influence, answers } = weightedRatio(columns, weights)
  const slope = -items.length / (items.length - 1)
  return {
    value: alphaFrom(value, items.length),
    influence: influence.map((u) => slope * u),
    answers,
  }
}

function squares(values: Float64Array, weights: Float64Array): Float64Array {
  const { value: mean } = weightedMean(values, weights)
  return values.map((value) => (value - mean) ** 2)
}

function alphaFrom(ownShare: number, items: number): number {
  return (items / (items - 1)) * (1 - ownShare)
}

function without({ size, matrix }: ItemCovariance, item: number): ItemCovariance {
  const rest = matrix.filter((_covariance, cell) => Math.floor(cell / size) !== item && cell % size !== item)
  return { size: size - 1, matrix: rest }
}

function requireItems(size: number): void {
  if (size >= 2) return
  throw new AnalysisError('too-few-items', `alpha requires at least 2 items, got ${size}`)
}
