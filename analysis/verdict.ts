import type { Plan } from '../survey-definitions/plan-schema.ts'
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
 * firm; only the first shrinks as firms answer. Ignores the bias of self-assessment.
 *
 * @see Satterthwaite (1946) for ν; the drift's figures: docs/method.md
 * @example
 * verdictOn({ ...standing, score: 7.7 }, { plan, target: 7.7, scaleLink: 'none' }).reason // => 'scale-not-linked'
 */
export function verdictOn(
  standing: Standing,
  {
    plan,
    target,
    scaleLink,
  }: { plan: Pick<Plan, 'year' | 'thresholds' | 'officialSampleSize'>; target: number; scaleLink: ScaleLink },
): Verdict {
  const { score, samplingError: own, degreesOfFreedom } = standing
  if (scaleLink === 'none') return withheld('scale-not-linked')
  if (score === null) return withheld('no-score')
  if (own === null || degreesOfFreedom === null) return withheld('no-error')

  const years = Math.max(0, plan.year - standing.anchorsAsOf)
  const official = own * Math.sqrt(standing.firms / plan.officialSampleSize)
  const reference = Math.hypot(REFERENCE_DRIFT.standardDeviation * Math.sqrt(years), standing.linkResidual)
  const distance = score + REFERENCE_DRIFT.mean * years - target
  const probability = probabilityAbove(distance, { own, official, reference, degreesOfFreedom })
  return {
    kind: kindOf(probability, plan.thresholds),
    probability,
    reason: null,
    parts: { own, official, reference },
  }
}

function probabilityAbove(
  distance: number,
  parts: { own: number; official: number; reference: number; degreesOfFreedom: number },
): number {
  const sampling = parts.own ** 2 + parts.official ** 2
  const variance = sampling + parts.reference ** 2
  if (variance === 0) return distance >= 0 ? 1 : 0
  const effectiveDegrees = parts.degreesOfFreedom * (variance / Math.max(sampling, variance * 1e-3)) ** 2
  return tCdf(distance / Math.sqrt(variance), effectiveDegrees)
}

function kindOf(probability: number, { onTrack, offTrack }: Plan['thresholds']): Verdict['kind'] {
  if (probability >= onTrack) return 'on-track'
  return probability <= offTrack ? 'off-track' : 'too-close'
}

function withheld(reason: NonNullable<Verdict['reason']>): Verdict {
  return { kind: 'no-verdict', probability: null, reason, parts: null }
}
