import type { Counting } from '../survey-definitions/questionnaire-schema.ts'
import { quantileByRule } from './estimators/quantile-rule.ts'
import { criticalValue } from './estimators/share-interval.ts'
import type { WeightedDistribution } from './estimators/weighted-distribution.ts'
import { type Sampling, withInterval } from './sampling.ts'

/** An indicator's estimate, as far as its interval needs it. */
export interface IndicatorOutcome {
  readonly as: Counting['as']
  readonly value: number
  readonly valueError: number
  readonly score: number
  /** Points of the score for one unit of the value. */
  readonly slope: number
  readonly answers: number
  /** The answers' own distribution, of a median. */
  readonly distribution: WeightedDistribution | undefined
  readonly sampling: Sampling
}

/**
 * Variance of a share that came out 0 or 1, whose influence values are all nought. With x of nₑ
 * effective answers, half an answer is added to each side:
 *
 *     p̃ (1 − p̃) / nₑ,   p̃ = (x + ½) / (nₑ + 1)
 *
 * Zero for every other estimate. Unit: the share's, squared. Cost: constant.
 *
 * @see Agresti & Coull (1998), The American Statistician 52, for the half answers
 * @example
 * agreedShareVariance({ as: 'share', value: 0, answers: 9, designEffect: 1 }) // => 0.005277777777777778
 */
export function agreedShareVariance({
  as,
  value,
  answers,
  designEffect,
}: {
  readonly as: Counting['as']
  readonly value: number
  readonly answers: number
  readonly designEffect: number
}): number {
  if (!isAgreedShare({ as, value })) return 0
  const effectiveAnswers = answers / designEffect
  const share = (value * effectiveAnswers + 0.5) / (effectiveAnswers + 1)
  return (share * (1 - share)) / effectiveAnswers
}

/**
 * The interval of an indicator's score with the degrees of freedom of the firms that answered:
 * t; for a share that came out 0 or 1 the exact bound on the one side that is left
 * (Clopper-Pearson, effective answers); for a median the bounds of its own distribution.
 *
 * Unit: points, 1-10. Cost: a quantile of t or beta; of a median O(values).
 *
 * @throws {AnalysisError} `invalid-probability` for a confidence of 1 or more
 * @example
 * const sampling = { degreesOfFreedom: 9, confidence: 0.9, designEffect: 1 }
 * const share = { as: 'share', value: 0, answers: 10, distribution: undefined, sampling } as const
 * indicatorInterval({ ...share, valueError: 0.1, score: 10, slope: -9 }).upper // => 10
 */
export function indicatorInterval(outcome: IndicatorOutcome): ReturnType<typeof withInterval> {
  const { answers, score, slope, valueError, sampling, distribution } = outcome
  const degreesOfFreedom = Math.min(sampling.degreesOfFreedom, answers - 1)
  const interval = withInterval(score, Math.abs(slope) * valueError, { ...sampling, degreesOfFreedom })
  if (interval.standardError === null) return interval
  if (isAgreedShare(outcome)) return { ...interval, ...agreedBounds(outcome) }
  return distribution ? { ...interval, ...boundsOfMedian(outcome, distribution, degreesOfFreedom) } : interval
}

/**
 * Bounds of a median: the quantiles at ½ ± t / (2 √nₑ), the shares that half of nₑ effective
 * answers can be by chance. Unlike the interval around F̂(q) it stays open where many firms give
 * the median's own value; with four answers or fewer it ends at the smallest and the largest.
 *
 * Unit: that of the values. Cost: O(values).
 *
 * @see Woodruff (1952), JASA 47, who inverts at the probability asked for
 * @example
 * const days = weightedDistribution(Float64Array.of(7, 1, 3, 5), Float64Array.of(1, 1, 1, 1))
 * medianBounds(days, { effectiveAnswers: 4, t: 2.35 }) // => [1, 7]
 */
export function medianBounds(
  distribution: WeightedDistribution,
  { effectiveAnswers, t }: { readonly effectiveAnswers: number; readonly t: number },
): readonly [number, number] {
  const half = t / (2 * Math.sqrt(effectiveAnswers))
  return [
    quantileByRule(distribution, 'school', Math.max(0, 0.5 - half)),
    quantileByRule(distribution, 'school', Math.min(1, 0.5 + half)),
  ]
}

function isAgreedShare({ as, value }: Pick<IndicatorOutcome, 'as' | 'value'>): boolean {
  return as === 'share' && (value === 0 || value === 1)
}

function agreedBounds({ value, score, slope, answers, sampling }: IndicatorOutcome) {
  const effectiveAnswers = answers / sampling.designEffect
  const room = Math.abs(slope) * (1 - (1 - sampling.confidence) ** (1 / effectiveAnswers))
  const isTop = (value === 1) === slope > 0
  return isTop ? { lower: score - room, upper: score } : { lower: score, upper: score + room }
}

function boundsOfMedian(
  { value, score, slope, answers, sampling }: IndicatorOutcome,
  distribution: WeightedDistribution,
  degreesOfFreedom: number,
) {
  const [low, high] = medianBounds(distribution, {
    effectiveAnswers: answers / sampling.designEffect,
    t: criticalValue(sampling.confidence, degreesOfFreedom),
  })
  const ends = [score + slope * (low - value), score + slope * (high - value)]
  return { lower: Math.min(...ends), upper: Math.max(...ends) }
}
