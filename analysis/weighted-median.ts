import { CompensatedSum } from './compensated-sum.ts'
import { tQuantile } from './distributions/student-t.ts'
import { type EstimateWithInfluence, weightedMean } from './weighted-mean.ts'

/** What a median needs beside its values to know its own error. */
export interface MedianContext {
  readonly weights: Float64Array
  /** Standard error of an estimate with these influence values, by the sample's own method. */
  readonly errorOf: (influence: Float64Array) => number
  /** Of the whole sample; those of the answers less 1 where that is fewer. */
  readonly degreesOfFreedom: number
}

/** Woodruff's interval is taken at R's default level; only its width matters here. */
const WOODRUFF_LEVEL = 0.95

/**
 * Estimates a weighted median by the school rule: the smallest value with at least half of the
 * weight at or below it; where that is exactly half, the mean of it and the next value.
 *
 * Its error is Woodruff's: the interval F̂(q) ± t·SE(F̂(q)) of the share at or below the median,
 * led back through the same rule; SE = width / 2t. The influence values are those of that
 * share, scaled to give this error:
 *
 *     uᵢ = −(SE / SE(F̂)) · wᵢ (1[yᵢ ≤ q] − F̂(q)) / Σ w
 *
 * Where answers are heaped (5, 10, 30 days) the interval can shrink to one point, and the error
 * to nought. R says the same, and both are too sure: another sample may give the next heap.
 * `medianBounds` does better there.
 * Unit: that of the values. Cost: O(firms · log firms).
 *
 * @see Woodruff (1952), JASA 47; Francisco & Fuller (1991); R survey::svyquantile, qrule "school"
 * @example
 * const weights = Float64Array.of(1, 1, 1, 1)
 * const context = { weights, errorOf: () => 0, degreesOfFreedom: 3 }
 * weightedMedian(Float64Array.of(7, 1, 3, 5), context).value // => 4
 */
export function weightedMedian(values: Float64Array, context: MedianContext): EstimateWithInfluence {
  const distribution = distributionOf(values, context.weights)
  const answers = distribution.values.length
  if (answers === 0) return { value: Number.NaN, influence: new Float64Array(values.length), answers }
  const median = quantileOf(distribution, 0.5)
  const share = shareAtOrBelow(median, values, context.weights)
  const shareError = context.errorOf(share.influence)
  const degreesOfFreedom = Math.min(context.degreesOfFreedom, answers - 1)
  const error = woodruffError(distribution, { share: share.value, shareError, degreesOfFreedom })
  const scale = shareError > 0 ? -error / shareError : 0
  return { value: median, influence: share.influence.map((u) => scale * u), answers }
}

/**
 * Bounds of a median: the quantiles at ½ ± t / (2 √nₑ), the shares that half of nₑ effective
 * answers can be by chance. Unlike the interval around F̂(q) it stays open where many firms give
 * the median's own value; with four answers or fewer it ends at the smallest and the largest.
 *
 * Unit: that of the values. Cost: O(firms · log firms).
 *
 * @see Woodruff (1952), JASA 47, who inverts at the probability asked for
 * @example
 * medianBounds(Float64Array.of(7, 1, 3, 5), Float64Array.of(1, 1, 1, 1), { effectiveAnswers: 4, t: 2.35 }) // => [1, 7]
 */
export function medianBounds(
  values: Float64Array,
  weights: Float64Array,
  { effectiveAnswers, t }: { effectiveAnswers: number; t: number },
): readonly [number, number] {
  const distribution = distributionOf(values, weights)
  const half = t / (2 * Math.sqrt(effectiveAnswers))
  return [
    quantileOf(distribution, Math.max(0, 0.5 - half)),
    quantileOf(distribution, Math.min(1, 0.5 + half)),
  ]
}

interface Distribution {
  /** The values that count, in ascending order. */
  readonly values: Float64Array
  /** Weight at or below each. */
  readonly cumulative: Float64Array
  readonly totalWeight: number
}

function distributionOf(values: Float64Array, weights: Float64Array): Distribution {
  const order: number[] = []
  for (const [firm, value] of values.entries())
    if (!Number.isNaN(value) && weights[firm] !== 0) order.push(firm)
  order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const cumulative = new Float64Array(order.length)
  const sum = new CompensatedSum()
  for (const [rank, firm] of order.entries()) {
    sum.add(weights[firm] ?? 0)
    cumulative[rank] = sum.total
  }
  return { values: Float64Array.from(order, (firm) => values[firm] ?? 0), cumulative, totalWeight: sum.total }
}

function quantileOf({ values, cumulative, totalWeight }: Distribution, probability: number): number {
  const goal = probability * totalWeight
  const last = values.length - 1
  let rank = 0
  while (rank < last && (cumulative[rank] ?? 0) < goal) rank++
  const value = values[rank] ?? Number.NaN
  const isTie = cumulative[rank] === goal && rank < last
  return isTie ? (value + (values[rank + 1] ?? value)) / 2 : value
}

function shareAtOrBelow(median: number, values: Float64Array, weights: Float64Array): EstimateWithInfluence {
  return weightedMean(
    values.map((value) => (Number.isNaN(value) ? value : Number(value <= median))),
    weights,
  )
}

function woodruffError(
  distribution: Distribution,
  { share, shareError, degreesOfFreedom }: { share: number; shareError: number; degreesOfFreedom: number },
): number {
  if (degreesOfFreedom <= 0) return 0
  const t = tQuantile((1 + WOODRUFF_LEVEL) / 2, degreesOfFreedom)
  const low = quantileOf(distribution, Math.max(0, share - t * shareError))
  const high = quantileOf(distribution, Math.min(1, share + t * shareError))
  return (high - low) / (2 * t)
}
