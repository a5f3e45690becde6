import { AnalysisError } from '../analysis-error.ts'
import { tQuantile } from '../distributions/student-t.ts'
import type { ScoreEstimate } from '../estimation.ts'
import type { Lever } from './cheapest-route.ts'

/** One indicator changed by so many steps; negative steps make it worse. */
interface SupposedChange {
  readonly code: string
  readonly steps: number
  /** Of the steps, where the change itself is not certain; independent of everything else. */
  readonly standardError?: number
}

/** A score as it would be. */
export interface SupposedScore {
  readonly score: number
  /** What the changes add, points. */
  readonly gain: number
  readonly standardError: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** Codes of which the change stopped at the indicator's cap. */
  readonly capped: readonly string[]
  /** What `probabilityOf` says; null without it. */
  readonly probability: number | null
}

/** What is supposed, and the terms of the answer. */
export interface Supposition {
  /** Of the interval. */
  readonly confidence: number
  readonly changes: readonly SupposedChange[]
  /** Probability that the target is met at a score with a standard error. */
  readonly probabilityOf?: (score: number, standardError: number | null) => number | null
}

/**
 * The score if indicators changed by given amounts, from the levers of their gradients:
 *
 *     S′ = S + Σ gⱼ min(dⱼ, roomⱼ),   SE′ = √(SE² + Σ (gⱼ SE(dⱼ))²),   S′ ± t SE′
 *
 * The error of today's estimate is carried along unchanged: a firm that answers otherwise would
 * change it by less than it is known. A change is taken as certain unless it says its own error.
 * Scores are straight lines between the anchors, so S′ is exact, not a first order. Works alike for
 * a sub-index and, with the composite's gains, for the composite.
 *
 * Unit: points. Cost: O(levers + changes).
 *
 * @throws {AnalysisError} `unknown-lever` for a change of what is no lever
 * @see docs/method.md
 * @example
 * const today = { score: 7.2, standardError: 0.2, degreesOfFreedom: 100 }
 * const levers = [{ code: '5.01', gain: 0.014, room: 30 }]
 * whatIf(today, levers, { confidence: 0.9, changes: [{ code: '5.01', steps: 10 }] }).score // => 7.34
 */
export function whatIf(
  today: Pick<ScoreEstimate, 'standardError' | 'degreesOfFreedom'> & { readonly score: number },
  levers: readonly Lever[],
  { confidence, changes, probabilityOf }: Supposition,
): SupposedScore {
  const byLever = new Map(levers.map((lever) => [lever.code, lever]))
  const effects = changes.map((change) => effectOf(byLever.get(change.code), change))
  const gain = effects.reduce((sum, effect) => sum + effect.gain, 0)
  const ownVariance = effects.reduce((sum, effect) => sum + effect.variance, 0)
  const score = today.score + gain
  const standardError =
    today.standardError === null ? null : Math.sqrt(today.standardError ** 2 + ownVariance)
  const half = halfWidth(standardError, today.degreesOfFreedom, confidence)
  return {
    score,
    gain,
    standardError,
    lower: half === null ? null : score - half,
    upper: half === null ? null : score + half,
    capped: effects.filter(({ isCapped }) => isCapped).map(({ code }) => code),
    probability: probabilityOf?.(score, standardError) ?? null,
  }
}

function effectOf(lever: Lever | undefined, { code, steps, standardError = 0 }: SupposedChange) {
  if (lever === undefined) throw new AnalysisError('unknown-lever', `there is no lever ${code} to change`)
  return {
    code,
    gain: lever.gain * Math.min(steps, lever.room),
    variance: (lever.gain * standardError) ** 2,
    isCapped: steps > lever.room,
  }
}

function halfWidth(
  standardError: number | null,
  degreesOfFreedom: number | null,
  confidence: number,
): number | null {
  if (standardError === null || degreesOfFreedom === null || !(degreesOfFreedom > 0)) return null
  return standardError === 0 ? 0 : tQuantile((1 + confidence) / 2, degreesOfFreedom) * standardError
}
