import { tQuantile } from './distributions/student-t.ts'
import type { IndicatorColumn } from './sample.ts'
import { type Sampling, withInterval } from './sampling.ts'
import { medianBounds } from './weighted-median.ts'

/** An indicator's estimate, as far as its interval needs it. */
export interface IndicatorOutcome {
  readonly column: IndicatorColumn
  readonly value: number
  readonly valueError: number
  readonly score: number
  /** Points of the score for one unit of the value. */
  readonly slope: number
  readonly answers: number
  readonly sampling: Sampling
}

/**
 * Variance of a share that came out 0 or 1, whose influence values are all nought. With x of nₑ
 * effective answers, half an answer is added to each side:
 *
 *     p̃ (1 − p̃) / nₑ,   p̃ = (x + ½) / (nₑ + 1)
 *
 * Zero for every other estimate. Unit: the share's, squared.
 *
 * @see Agresti & Coull (1998), The American Statistician 52, for the half answers
 * @example
 * agreedShareVariance({ column: { as: 'share' }, value: 0, answers: 9, sampling: { designEffect: 1 } }) // => 0.0052777…
 */
export function agreedShareVariance(outcome: {
  readonly column: Pick<IndicatorColumn, 'as'>
  readonly value: number
  readonly answers: number
  readonly sampling: Pick<Sampling, 'designEffect'>
}): number {
  if (!isAgreedShare(outcome)) return 0
  const effectiveAnswers = outcome.answers / outcome.sampling.designEffect
  const share = (outcome.value * effectiveAnswers + 0.5) / (effectiveAnswers + 1)
  return (share * (1 - share)) / effectiveAnswers
}

/**
 * The interval of an indicator's score with the degrees of freedom of the firms that answered:
 * t; for a share that came out 0 or 1 the exact bound on the one side that is left
 * (Clopper-Pearson, effective answers); for a median the bounds of its own distribution.
 *
 * Unit: points, 1-10.
 *
 * @example
 * indicatorInterval(outcome).lower // => 4.02
 */
export function indicatorInterval(outcome: IndicatorOutcome): ReturnType<typeof withInterval> {
  const { column, answers, score, slope, valueError, sampling } = outcome
  const degreesOfFreedom = Math.min(sampling.degreesOfFreedom, answers - 1)
  const interval = withInterval(score, Math.abs(slope) * valueError, { ...sampling, degreesOfFreedom })
  if (interval.standardError === null) return interval
  if (isAgreedShare(outcome)) return { ...interval, ...agreedBounds(outcome) }
  return column.as === 'median' ? { ...interval, ...boundsOfMedian(outcome, degreesOfFreedom) } : interval
}

function isAgreedShare({
  column,
  value,
}: {
  readonly column: Pick<IndicatorColumn, 'as'>
  readonly value: number
}): boolean {
  return column.as === 'share' && (value === 0 || value === 1)
}

function agreedBounds({ value, score, slope, answers, sampling }: IndicatorOutcome) {
  const effectiveAnswers = answers / sampling.designEffect
  const room = Math.abs(slope) * (1 - (1 - sampling.confidence) ** (1 / effectiveAnswers))
  const isTop = (value === 1) === slope > 0
  return isTop ? { lower: score - room, upper: score } : { lower: score, upper: score + room }
}

function boundsOfMedian(outcome: IndicatorOutcome, degreesOfFreedom: number) {
  const { column, value, score, slope, answers, sampling } = outcome
  const [low, high] = medianBounds(column.values, sampling.weights, {
    effectiveAnswers: answers / sampling.designEffect,
    t: tQuantile((1 + sampling.confidence) / 2, degreesOfFreedom),
  })
  const ends = [score + slope * (low - value), score + slope * (high - value)]
  return { lower: Math.min(...ends), upper: Math.max(...ends) }
}
