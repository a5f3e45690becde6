import type { Plan } from '../survey-definitions/plan-schema.ts'
import { normalCdf } from './distributions/normal.ts'
import { tCdf } from './distributions/student-t.ts'
import type { ScaleLink, Verdict } from './estimation.ts'

/**
 * How far official scores drift from last year's scale on the same answers, when provinces set
 * new extremes: points for one sub-index in one year, over 15 sub-index-years of 2015 and 2016
 * (mean and standard deviation of the official score less the last year's line).
 */
export const REFERENCE_DRIFT = { mean: 0.035, standardDeviation: 0.095 } as const

/** What is known of a sub-index when its target is judged. */
export interface Standing {
  readonly score: number | null
  /** Some of its indicators are asked of firms, answered or not. */
  readonly surveyed: boolean
  /** Of our own survey's sampling alone; null where it cannot be had. */
  readonly samplingError: number | null
  readonly degreesOfFreedom: number | null
  readonly firms: number
  /** Standard deviation left by the edition's link of this sub-index, 0 without one. */
  readonly linkResidual: number
  /** Year up to which the edition's anchors are known. */
  readonly anchorsAsOf: number
}

/**
 * Whether the published score will reach its target. With T the target, Ŝ our score from n
 * firms, N the firms of the official survey and y the years since the anchors were known,
 *
 *     D = Ŝ + 0.035 y − T
 *     V = SE² + SE² n/N + 0.095² y + residual²
 *     P(published ≥ T) = F_t(D / √V; ν),   ν = ν_SE · V² / (SE² + SE² n/N)²
 *
 * The second part is the official survey's own error, taken to have the spread of ours for one
 * firm; only the first shrinks as firms answer. A survey without any error is one whose error
 * nobody knows, so there is no verdict then; only hard data have none. Ignores the bias of
 * self-assessment.
 *
 * @see Satterthwaite (1946) for ν; the drift's figures: docs/method.md
 * @example
 * verdictOn(standing, { plan, target: 7.7, scaleLink: 'none', marginsMet: true }).reason // => 'scale-not-linked'
 */
export function verdictOn(standing: Standing, target: Judgement): Verdict {
  const reason = reasonAgainst(standing, target)
  if (reason !== null) return { kind: 'no-verdict', probability: null, reason, parts: null }

  const { plan } = target
  const own = standing.samplingError ?? 0
  const years = Math.max(0, plan.year - standing.anchorsAsOf)
  const official = own * Math.sqrt(standing.firms / plan.officialSampleSize)
  const reference = Math.hypot(REFERENCE_DRIFT.standardDeviation * Math.sqrt(years), standing.linkResidual)
  const distance = (standing.score ?? 0) + REFERENCE_DRIFT.mean * years - target.target
  const parts = { own, official, reference }
  const probability = probabilityAbove(distance, parts, standing.degreesOfFreedom)
  return { kind: kindOf(probability, plan.thresholds), probability, reason: null, parts }
}

/** A target and the terms on which it is judged. */
export interface Judgement {
  readonly plan: Pick<Plan, 'year' | 'thresholds' | 'officialSampleSize'>
  readonly target: number
  readonly scaleLink: ScaleLink
  /** Weights lead the sample to its margins, or there are none. */
  readonly marginsMet: boolean
}

/** What a standard error of a score can be from rounding alone. */
const ROUNDING = 1e-9

function reasonAgainst(
  { score, surveyed, samplingError, degreesOfFreedom }: Standing,
  { scaleLink, marginsMet }: Judgement,
): Verdict['reason'] {
  if (!marginsMet) return 'margins-not-met'
  if (scaleLink === 'none') return 'scale-not-linked'
  if (score === null) return 'no-score'
  if (!surveyed) return null
  return samplingError === null || samplingError < ROUNDING || degreesOfFreedom === null ? 'no-error' : null
}

function probabilityAbove(
  distance: number,
  { own, official, reference }: NonNullable<Verdict['parts']>,
  degreesOfFreedom: number | null,
): number {
  const sampling = own ** 2 + official ** 2
  const variance = sampling + reference ** 2
  if (variance === 0) return distance >= 0 ? 1 : 0
  if (sampling === 0 || degreesOfFreedom === null) return normalCdf(distance / Math.sqrt(variance))
  const effectiveDegrees = degreesOfFreedom * (variance / Math.max(sampling, variance * 1e-3)) ** 2
  return tCdf(distance / Math.sqrt(variance), effectiveDegrees)
}

function kindOf(probability: number, { onTrack, offTrack }: Plan['thresholds']): Verdict['kind'] {
  if (probability >= onTrack) return 'on-track'
  return probability <= offTrack ? 'off-track' : 'too-close'
}
