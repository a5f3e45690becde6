import type { Drift } from '../verdicts/reference-drift.ts'

/** By which way scores lead onto the scale of a target; `none`: they do not. */
export type ScaleLink = 'none' | LinkedScale['scaleLink']

/** How one sub-index's score leads onto the scale of its target. */
export interface LinkedScale {
  readonly scaleLink: 'edition' | 'baseline-wave' | 'past-pairs'
  /** Points added to our own score, without the drift of the reference. */
  readonly shift: number
  /** Variance with which that shift makes up for self-assessment; null where nothing is known of it. */
  readonly biasVariance: number | null
  /** The part of it that all sub-indices have in common. */
  readonly commonBiasVariance: number
  /** From the year the scale is known for to the year of the plan. */
  readonly drift: Drift
  /** How many times what the edition's link leaves is in the score. */
  readonly linkResiduals: 1 | 2
  /** Anchors of the target's year are guessed at from older ones. */
  readonly isApproximate: boolean
}

/** What past pairs tell of self-assessment: points and points². */
export interface BiasModel {
  /** b̂, the bias that sub-indices have in common. */
  readonly common: number
  /** τ², by which sub-indices differ in it. */
  readonly between: number
  /** ω², by which it moves from year to year. */
  readonly drift: number
  /** Three years or more tell τ² from ω²; with fewer, ω² is set to τ². */
  readonly isDriftEstimated: boolean
}
