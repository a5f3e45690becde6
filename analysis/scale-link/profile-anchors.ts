import type { Edition, Indicator } from '../../survey-definitions/edition-schema.ts'
import type { ScaleProfile } from '../../survey-definitions/scale-link-schema.ts'
import type { NarrowRange } from './edition-link.ts'

/**
 * The edition with its anchors widened to the extremes of a later year's profile. Anchors are running
 * extremes, so a profile never narrows one; an indicator that came in since the anchors were known
 * takes those of the profile, which are the least its range can be.
 *
 * Cost: O(indicators).
 *
 * @see docs/method.md, Verdict
 * @example
 * const profile = { format: 'pci-pulse/scale-profile/1', edition: 'pci-2017', year: 2023, indicators: [{ indicator: '5.01', min: 0.1, max: 0.5 }] }
 * withProfile(pci2017, profile).indicators.find(({ id }) => id === '5.01').anchor.min // => 0.1
 */
export function withProfile(edition: Edition, profile: ScaleProfile): Edition {
  const seen = new Map(profile.indicators.map((one) => [one.indicator, one]))
  return {
    ...edition,
    indicators: edition.indicators.map((indicator) => {
      const range = seen.get(indicator.id)
      if (!range) return indicator
      const isNew = range.since !== undefined && range.since > edition.anchorsAsOf
      const { min, max } = indicator.anchor
      const widened = isNew ? range : { min: Math.min(min, range.min), max: Math.max(max, range.max) }
      return { ...indicator, anchor: { ...indicator.anchor, min: widened.min, max: widened.max } }
    }),
  }
}

/** An indicator's score, for the place it has in its range. */
export interface ScoredIndicator {
  readonly code: string
  readonly subIndex: string
  readonly score: number | null
}

/**
 * The indicators of a sub-index whose ranges a profile bounds from below only: those that came in
 * between the edition's anchors and the year of the profile, with the years in between.
 *
 * Cost: O(indicators).
 *
 * @example
 * const profile = { format: 'pci-pulse/scale-profile/1', edition: 'pci-2017', year: 2023, indicators: [{ indicator: '5.01', min: 0.1, max: 0.5, since: 2021 }] }
 * narrowRanges('informal-charges', { edition: pci2017, profile, indicators: [{ code: '5.01', subIndex: 'informal-charges', score: 6 }] }) // => [{ weight: 0.1, score: 6, unknownYears: 2 }]
 */
export function narrowRanges(
  subIndex: string,
  {
    edition,
    profile,
    indicators,
  }: {
    readonly edition: Edition
    readonly profile: ScaleProfile
    readonly indicators: readonly ScoredIndicator[]
  },
): readonly NarrowRange[] {
  const weights = new Map(edition.indicators.map(({ id, weight }: Indicator) => [id, weight]))
  const stretch = edition.subIndices.find(({ code }) => code === subIndex)?.link?.slope ?? 1
  return profile.indicators.flatMap(({ indicator, since }) => {
    if (since === undefined || since <= edition.anchorsAsOf || since >= profile.year) return []
    const scored = indicators.find(({ code }) => code === indicator)
    if (scored?.subIndex !== subIndex || scored.score === null) return []
    return [
      {
        weight: stretch * (weights.get(indicator) ?? 0),
        score: scored.score,
        unknownYears: profile.year - since,
      },
    ]
  })
}
