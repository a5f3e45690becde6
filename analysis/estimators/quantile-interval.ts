import { type EstimateWithInfluence, weightedMean } from '../weighted-mean.ts'
import { quantileByRule, type QuantileRule } from './quantile-rule.ts'
import { criticalValue, shareInterval, type ShareIntervalMethod } from './share-interval.ts'
import { weightedDistribution } from './weighted-distribution.ts'

/** How a quantile and its interval are made. */
export interface QuantileOptions {
  readonly probability: number
  readonly rule: QuantileRule
  readonly method: ShareIntervalMethod
  readonly confidence: number
  readonly degreesOfFreedom: number
  /** Standard error of an estimate, by the sample's own design. */
  readonly errorOf: (estimate: EstimateWithInfluence) => number
}

/** A quantile with Woodruff's interval and error; NaN where the interval passes 0 or 1. */
export interface QuantileEstimate {
  readonly value: number
  readonly lower: number
  readonly upper: number
  readonly standardError: number
}

/**
 * Estimates a quantile with Woodruff's interval: that of the share at or below it, led back
 * through the same rule,
 *
 *     [Q(pₗ), Q(pᵤ)] with [pₗ, pᵤ] the interval of F̂(q̂),   SE = (Q(pᵤ) − Q(pₗ)) / 2t
 *
 * Unit: that of the values. Cost: O(firms · log firms).
 *
 * @see Woodruff (1952), JASA 47; R survey::svyquantile
 * @example
 * const options = { probability: 0.5, rule: 'math', method: 'mean', confidence: 0.95,
 *   degreesOfFreedom: 3, errorOf: () => 0.01 }
 * quantileInterval(Float64Array.of(1, 3, 5, 7), Float64Array.of(1, 1, 1, 1), options).value // => 3
 */
export function quantileInterval(
  values: Float64Array,
  weights: Float64Array,
  options: QuantileOptions,
): QuantileEstimate {
  const { probability, rule, method, confidence, degreesOfFreedom, errorOf } = options
  const distribution = weightedDistribution(values, weights)
  const value = quantileByRule(distribution, rule, probability)
  const share = weightedMean(
    values.map((each) => (Number.isNaN(each) ? each : Number(each <= value))),
    weights,
  )
  const bounds = shareInterval(
    method,
    { share: share.value, standardError: errorOf(share), degreesOfFreedom, firms: share.answers },
    confidence,
  )
  const [lower, upper] = bounds.map((bound) =>
    bound >= 0 && bound <= 1 ? quantileByRule(distribution, rule, bound) : Number.NaN,
  )
  if (lower === undefined || upper === undefined || !(degreesOfFreedom > 0)) {
    return { value, lower: Number.NaN, upper: Number.NaN, standardError: Number.NaN }
  }
  const standardError = (upper - lower) / (2 * criticalValue(confidence, degreesOfFreedom))
  return { value, lower, upper, standardError }
}
