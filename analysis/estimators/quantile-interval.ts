import { type EstimateWithInfluence, weightedMean } from '../weighted-mean.ts'
import { quantileByRule, type QuantileRule } from './quantile-rule.ts'
import {
  criticalValue,
  shareInterval,
  type ShareIntervalMethod,
  type ShareWithError,
} from './share-interval.ts'
import { type WeightedDistribution, weightedDistribution } from './weighted-distribution.ts'

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
 * @throws {AnalysisError} `invalid-probability` for a confidence of 1 or more
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
  const { probability, rule, degreesOfFreedom, errorOf } = options
  const distribution = weightedDistribution(values, weights)
  const value = quantileByRule(distribution, rule, probability)
  const share = weightedMean(
    values.map((each) => (Number.isNaN(each) ? each : Number(each <= value))),
    weights,
  )
  const withError = {
    share: share.value,
    standardError: errorOf(share),
    degreesOfFreedom,
    firms: share.answers,
  }
  return { value, ...ledBack(distribution, withError, { ...options, beyond: 'nowhere' }) }
}

/** How the interval of a share is led back to one of the quantile. */
export interface LeadingBack extends Pick<QuantileOptions, 'rule' | 'method' | 'confidence'> {
  /** Where a bound below 0 or above 1 leads: to the ends of the distribution, as R has it nowhere. */
  readonly beyond: 'nowhere' | 'ends'
}

/**
 * Woodruff's interval of a quantile, from the share at or below it and that share's error.
 *
 * Unit: that of the values. Cost: O(values).
 *
 * @throws {AnalysisError} `invalid-probability` for a confidence of 1 or more
 * @see Woodruff (1952), JASA 47; R survey::svyquantile
 * @example
 * const days = weightedDistribution(Float64Array.of(1, 3, 5, 7), Float64Array.of(1, 1, 1, 1))
 * const share = { share: 0.5, standardError: 0.1, degreesOfFreedom: 3, firms: 4 }
 * ledBack(days, share, { rule: 'math', method: 'mean', confidence: 0.95, beyond: 'ends' }).upper // => 7
 */
export function ledBack(
  distribution: WeightedDistribution,
  share: ShareWithError,
  { rule, method, confidence, beyond }: LeadingBack,
): Omit<QuantileEstimate, 'value'> {
  const { degreesOfFreedom } = share
  const [lower, upper] = shareInterval(method, share, confidence).map((bound) => {
    const inside = beyond === 'ends' ? Math.min(Math.max(bound, 0), 1) : bound
    return inside >= 0 && inside <= 1 ? quantileByRule(distribution, rule, inside) : Number.NaN
  })
  if (lower === undefined || upper === undefined || !(degreesOfFreedom > 0)) {
    return { lower: Number.NaN, upper: Number.NaN, standardError: Number.NaN }
  }
  return { lower, upper, standardError: (upper - lower) / (2 * criticalValue(confidence, degreesOfFreedom)) }
}
