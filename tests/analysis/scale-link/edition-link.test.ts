import { describe, expect, it } from 'vitest'
import { editionLink } from '../../../analysis/scale-link/edition-link.ts'
import { narrowRanges, withProfile } from '../../../analysis/scale-link/profile-anchors.ts'
import { randomStream } from '../../../analysis/simulation/philox.ts'
import { RANGE_WIDENING, referenceDrift, unknownRange } from '../../../analysis/verdicts/reference-drift.ts'
import { Edition } from '../../../survey-definitions/edition-schema.ts'
import { ScaleProfile } from '../../../survey-definitions/scale-link-schema.ts'
import { TINY_EDITION } from '../../support/definitions.ts'

const EDITION = Edition.parse(TINY_EDITION)
const profileOf = (indicators: ScaleProfile['indicators'], year = 2023) =>
  ScaleProfile.parse({ format: 'pci-pulse/scale-profile/1', edition: 'tiny-2020', year, indicators })

describe('the edition as the scale', () => {
  const link = (profileYear: number | null) =>
    editionLink({ planYear: 2024, anchorsAsOf: 2020, profileYear, narrowRanges: [] }).drift

  it('drifts for every year whose extremes nobody knows; a profile knows one', () => {
    expect(link(null)).toEqual(referenceDrift(4))
    expect(link(2023)).toEqual(referenceDrift(3))
    expect(link(2020)).toEqual(referenceDrift(4))
    expect(link(2025)).toEqual(referenceDrift(4))
  })

  it('does not drift back', () => {
    const { drift } = editionLink({ planYear: 2019, anchorsAsOf: 2020, profileYear: null, narrowRanges: [] })
    expect(drift).toEqual({ shift: 0, variance: 0 })
  })

  it('knows nothing of self-assessment, and is approximate', () => {
    const scale = editionLink({ planYear: 2020, anchorsAsOf: 2020, profileYear: null, narrowRanges: [] })
    expect(scale).toMatchObject({ shift: 0, biasVariance: null, isApproximate: true })
  })

  it('adds what ranges that may be too narrow leave open, by their weight', () => {
    const { drift } = editionLink({
      planYear: 2024,
      anchorsAsOf: 2020,
      profileYear: 2023,
      narrowRanges: [{ weight: 0.25, score: 3, unknownYears: 2 }],
    })
    const [plain, range] = [referenceDrift(3), unknownRange(3, 2)]
    expect(drift.shift).toBeCloseTo(plain.shift + 0.25 * range.shift, 12)
    expect(drift.variance).toBeCloseTo(plain.variance + 0.0625 * range.variance, 12)
  })
})

describe('a range that is only known to be so wide at least', () => {
  it('moves a score as simulated provinces do that set records', () => {
    const score = 3.4
    const shifts = Array.from({ length: 40_000 }, (_, run) => {
      const random = randomStream(5, run)
      let shift = 0
      for (const { probability, factor } of [
        RANGE_WIDENING.first,
        RANGE_WIDENING.later,
        RANGE_WIDENING.later,
      ]) {
        if (random() >= probability) continue
        // On 1-10 before, the range [1, 10] grows to 9f below or above.
        const [min, max] = random() < 0.5 ? [10 - 9 * factor, 10] : [1, 1 + 9 * factor]
        shift += 1 + (9 * (score - min)) / (max - min) - score
      }
      return shift
    })
    const mean = shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length
    const variance = shifts.reduce((sum, shift) => sum + (shift - mean) ** 2, 0) / shifts.length
    const expected = unknownRange(score, 3)
    expect(expected.shift).toBeCloseTo(mean, 1)
    expect(Math.abs(expected.shift - mean)).toBeLessThan(0.01)
    expect(Math.abs(expected.variance / variance - 1)).toBeLessThan(0.04)
  })

  it('of known years is known', () => {
    expect(unknownRange(3.4, 0)).toEqual({ shift: 0, variance: 0 })
  })
})

describe('a profile', () => {
  const anchorOf = (edition: Edition, id: string) => {
    const anchor = edition.indicators.find((indicator) => indicator.id === id)?.anchor
    return [anchor?.min, anchor?.max]
  }

  it('widens anchors and never narrows them', () => {
    expect(
      anchorOf(withProfile(EDITION, profileOf([{ indicator: '5.01', min: 0.05, max: 0.8 }])), '5.01'),
    ).toEqual([0.05, 0.9])
    expect(
      anchorOf(withProfile(EDITION, profileOf([{ indicator: '5.01', min: 0.2, max: 0.95 }])), '5.01'),
    ).toEqual([0.1, 0.95])
    expect(
      anchorOf(withProfile(EDITION, profileOf([{ indicator: '5.01', min: 0.2, max: 0.8 }])), '2.01'),
    ).toEqual([5, 120])
  })

  it('gives an indicator newer than the anchors its own', () => {
    const newer = profileOf([{ indicator: '5.01', min: 0.2, max: 0.8, since: 2021 }])
    expect(anchorOf(withProfile(EDITION, newer), '5.01')).toEqual([0.2, 0.8])
    const older = profileOf([{ indicator: '5.01', min: 0.2, max: 0.8, since: 2020 }])
    expect(anchorOf(withProfile(EDITION, older), '5.01')).toEqual([0.1, 0.9])
  })

  it('leaves ranges open for the years between an indicator and the profile', () => {
    const indicators = [
      { code: '5.01', subIndex: 'informal-charges', score: 6 },
      { code: '2.01', subIndex: 'land-access', score: null },
    ]
    const range = (since: number | undefined, year = 2023) =>
      narrowRanges('informal-charges', {
        edition: EDITION,
        profile: profileOf([{ indicator: '5.01', min: 0.2, max: 0.8, since }], year),
        indicators,
      })
    expect(range(2021)).toEqual([{ weight: 1, score: 6, unknownYears: 2 }])
    // A linked sub-index moves by the slope of its link.
    const link = { slope: 0.5, intercept: 3, residualSd: 0.2 }
    const linked = { ...EDITION, subIndices: EDITION.subIndices.map((one) => ({ ...one, link })) }
    const profile = profileOf([{ indicator: '5.01', min: 0.2, max: 0.8, since: 2021 }])
    const [found] = narrowRanges('informal-charges', { edition: linked, profile, indicators })
    expect(found?.weight).toBe(0.5)
    // Known since its first year, or as long as the anchors.
    for (const since of [2023, 2020, undefined]) expect(range(since)).toEqual([])
    const land = profileOf([{ indicator: '2.01', min: 1, max: 2, since: 2021 }])
    for (const subIndex of ['land-access', 'informal-charges']) {
      expect(narrowRanges(subIndex, { edition: EDITION, profile: land, indicators })).toEqual([])
    }
  })
})
