import { referenceDrift, unknownRange } from '../verdicts/reference-drift.ts'
import type { LinkedScale } from './linked-scale.ts'

/** An indicator of which the range is only known to be at least so wide. */
export interface NarrowRange {
  /** Points of its sub-index for one of its own: its weight, times the slope of a link. */
  readonly weight: number
  readonly score: number
  /** Years of which nobody knows the extremes. */
  readonly unknownYears: number
}

/** What is known of the edition's anchors by the year of the plan. */
export interface EditionAnchors {
  readonly planYear: number
  /** Year up to which all extremes are known. */
  readonly anchorsAsOf: number
  /** A later year whose extremes are known too, from the profile that every province is sent. */
  readonly profileYear: number | null
  /** Indicators of this sub-index that came in after `anchorsAsOf`. */
  readonly narrowRanges: readonly NarrowRange[]
}

/**
 * The scale of the edition taken for that of the target. The reference drifts for every year whose
 * extremes are not known; indicators with ranges that may be too narrow add Σ ω² V and Σ ω shift of
 * theirs. Nothing is known of the bias of self-assessment. Always approximate, because the anchors of
 * the plan's year are not known before it is over.
 *
 * Unit: points. Cost: O(narrow ranges).
 *
 * @see docs/method.md, Verdict
 * @example
 * editionLink({ planYear: 2024, anchorsAsOf: 2019, profileYear: 2023, narrowRanges: [] }).drift.shift // => 0.14
 */
export function editionLink({
  planYear,
  anchorsAsOf,
  profileYear,
  narrowRanges,
}: EditionAnchors): LinkedScale {
  const isKnownToo = profileYear !== null && profileYear > anchorsAsOf && profileYear <= planYear
  const years = Math.max(0, planYear - anchorsAsOf) - (isKnownToo ? 1 : 0)
  let { shift, variance } = referenceDrift(years)
  for (const { weight, score, unknownYears } of narrowRanges) {
    const range = unknownRange(score, unknownYears)
    shift += weight * range.shift
    variance += weight ** 2 * range.variance
  }
  return {
    scaleLink: 'edition',
    shift: 0,
    biasVariance: null,
    commonBiasVariance: 0,
    drift: { shift, variance },
    linkResiduals: 1,
    isApproximate: true,
  }
}
