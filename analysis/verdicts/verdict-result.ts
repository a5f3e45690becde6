import type { LinkedScale } from '../scale-link/linked-scale.ts'
import type { ErrorParts } from './error-parts.ts'
import type { Settling } from './settling.ts'

/**
 * Whether a target will be met. `probability` is that of a published score at or above the target;
 * null with `no-verdict`, whose `reason` says what is missing. All other members are then null too.
 */
export interface Verdict {
  readonly kind: 'on-track' | 'off-track' | 'too-close' | 'no-verdict'
  readonly probability: number | null
  /** That of the score that the whole province would give, without the official survey's own error. */
  readonly probabilityTrue: number | null
  readonly reason:
    | 'margins-not-met'
    | 'scale-not-linked'
    | 'sub-index-not-linked'
    | 'no-score'
    | 'too-few-firms'
    | 'no-error'
    | null
  /** The way by which the score was led onto the scale of the target. */
  readonly scaleLink: LinkedScale['scaleLink'] | null
  /** That scale is not fully known: anchors of the target's year were guessed at from older ones. */
  readonly isApproximate: boolean
  /** Standard deviations that make up the uncertainty of the published score. */
  readonly parts: ErrorParts | null
  /** The published score as it is expected, with the interval it will be in. */
  readonly forecast: ScoreForecast | null
  /** What more answers would do. */
  readonly settling: Settling | null
}

/** A score that is still to be published. */
interface ScoreForecast {
  readonly score: number
  readonly standardError: number
  readonly lower: number
  readonly upper: number
}
