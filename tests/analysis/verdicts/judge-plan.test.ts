import { describe, expect, it } from 'vitest'
import type { LinkedScale } from '../../../analysis/scale-link/linked-scale.ts'
import { anytimeHalfWidth } from '../../../analysis/verdicts/anytime-band.ts'
import {
  firmsOfPopulation,
  judgePlan,
  type PlanCase,
  type SubIndexStanding,
} from '../../../analysis/verdicts/judge-plan.ts'
import { jointVerdict } from '../../../analysis/verdicts/joint-verdict.ts'
import { planVerdicts } from '../../../analysis/verdicts/plan-verdicts.ts'
import { Edition } from '../../../survey-definitions/edition-schema.ts'
import { Plan } from '../../../survey-definitions/plan-schema.ts'
import { BaselineWave, PastPairs, ScaleProfile } from '../../../survey-definitions/scale-link-schema.ts'
import { TINY_EDITION, TINY_PLAN } from '../../support/definitions.ts'

const LAND: SubIndexStanding = {
  code: 'land-access',
  score: 6.9,
  surveyed: true,
  samplingError: 0.3,
  degreesOfFreedom: 299,
  linkResidual: 0,
  hardError: 0,
}
const CHARGES: SubIndexStanding = { ...LAND, code: 'informal-charges', score: 7.2, samplingError: 0.2 }
const COVARIANCE = 0.045
const CASE: PlanCase = {
  plan: Plan.parse(TINY_PLAN),
  edition: Edition.parse(TINY_EDITION),
  scaleLink: 'edition',
  linkInputs: {},
  standings: [LAND, CHARGES],
  indicators: [],
  covariance: () => COVARIANCE,
  firms: 300,
  marginsMet: true,
  confidence: 0.9,
  population: null,
  reachable: null,
  planned: null,
}
const judged = (input: Partial<PlanCase> = {}) => judgePlan({ ...CASE, ...input })
const verdictOf = (input: Partial<PlanCase>, code = 'land-access') =>
  judged(input).subIndices.get(code)?.verdict

const own = (score: number) => ({ score, standardError: 0.25, firms: 200 })
const baselineWave = BaselineWave.parse({
  format: 'pci-pulse/baseline-wave/1',
  edition: 'tiny-2020',
  year: 2023,
  officialSampleSize: 150,
  subIndices: [{ subIndex: 'land-access', own: own(6.4), official: 6.1 }],
})
const pastPairs = PastPairs.parse({
  format: 'pci-pulse/past-pairs/1',
  edition: 'tiny-2020',
  pairs: ['land-access', 'informal-charges', 'proactivity'].map((subIndex, k) => ({
    subIndex,
    year: 2023,
    own: own(7),
    official: [6.4, 6.6, 6.8][k],
    officialSampleSize: 150,
  })),
})

describe('a plan judged', () => {
  it('has targets, baselines and verdicts of the plan, and of nothing else', () => {
    const { subIndices } = judged({ standings: [LAND, { ...LAND, code: 'other' }] })
    expect(subIndices.get('land-access')).toMatchObject({
      target: 7,
      baseline: 6.5,
      verdict: { kind: 'too-close' },
    })
    expect(subIndices.get('other')).toMatchObject({ target: null, baseline: null, verdict: null })
  })

  it('joins what was sampled as our own answers go together, ours and the official, and not the rest', () => {
    // Own plus official: times 1 + 300/150. The drift of four years is each sub-index's own.
    const inflation = 3
    const drift = 4 * 0.095 ** 2
    const expected = jointVerdict({
      codes: ['land-access', 'informal-charges'],
      distances: [6.9 + 0.14 - 7, 7.2 + 0.14 - 7],
      sampling: Float64Array.of(0.09, COVARIANCE, COVARIANCE, 0.04).map((variance) => inflation * variance),
      rest: Float64Array.of(drift, 0, 0, drift),
      degreesOfFreedom: 299,
      seed: 1,
    })
    const { joint } = judged()
    expect(joint?.allMet).toBeCloseTo(expected.allMet, 2)
    expect(joint?.expected).toBeCloseTo(expected.expected, 2)
    expect(judged({ covariance: () => 0 }).joint?.allMet).toBeLessThan((joint?.allMet ?? 0) - 0.04)
  })

  it('agrees with each verdict about each sub-index', () => {
    const { joint, subIndices } = judged()
    for (const { code, fails } of joint?.failing ?? []) {
      expect(1 - fails).toBeCloseTo(subIndices.get(code)?.verdict?.probability ?? 0, 2)
    }
  })

  it('leaves those without a verdict out of the joint figures', () => {
    const { joint } = judged({ standings: [LAND, { ...CHARGES, score: null }] })
    expect(joint?.subIndices).toEqual(['land-access'])
    expect(joint?.allMet).toBe(joint?.expected)
    expect(judged({ scaleLink: 'none' }).joint).toBeNull()
  })

  it('takes hard data alone beside surveyed ones', () => {
    const hard = { surveyed: false, samplingError: null, degreesOfFreedom: null, hardError: 0.1 }
    const { joint } = judged({ standings: [LAND, { ...CHARGES, ...hard }], covariance: () => 0 })
    const [first, second] = joint?.failing ?? []
    expect([first?.code, second?.code]).toEqual(['land-access', 'informal-charges'])
    expect(joint?.allMet).toBeCloseTo((1 - (first?.fails ?? 0)) * (1 - (second?.fails ?? 0)), 2)
  })

  it('plans for as many firms as the official survey has, unless it says otherwise', () => {
    expect(verdictOf({ firms: 100 })?.settling?.planned?.firms).toBe(150)
    expect(verdictOf({ firms: 100, planned: 500 })?.settling?.planned?.firms).toBe(500)
    expect(verdictOf({})?.settling?.planned).toBeNull()
  })

  it('has an interval for every look, wider than the plain one, where there is an error', () => {
    const { subIndices } = judged({ standings: [LAND, { ...CHARGES, samplingError: null }] })
    const { lower = 0, upper = 0 } = subIndices.get('land-access')?.anytime ?? {}
    const half = anytimeHalfWidth({ standardError: 0.3, firms: 300, plannedFirms: 150, confidence: 0.9 })
    expect(upper - 6.9).toBeCloseTo(half, 12)
    expect(6.9 - lower).toBeCloseTo(half, 12)
    expect(subIndices.get('informal-charges')?.anytime).toBeNull()
  })
})

describe('a bias that sub-indices share', () => {
  const share = (commonBiasVariance: number) => {
    const scale: LinkedScale = {
      scaleLink: 'past-pairs',
      shift: 0,
      biasVariance: 1,
      commonBiasVariance,
      drift: { shift: 0, variance: 0 },
      linkResiduals: 1,
      isApproximate: false,
    }
    const standings = [LAND, CHARGES].map((standing) => ({
      ...standing,
      score: 7,
      firms: 300,
      target: 7,
      scale,
    }))
    const { joint } = planVerdicts(standings, { ...CASE, covariance: () => 0, planned: 150, seed: 1 })
    return joint?.allMet
  }

  it('lets them meet their targets together or not at all', () => {
    // Even odds each; what was sampled is independent. Correlations 0 and 1 / √(1.27 · 1.12).
    expect(share(0)).toBeCloseTo(0.25, 2)
    const correlation = 1 / Math.sqrt((1 + 3 * 0.09) * (1 + 3 * 0.04))
    expect(share(1)).toBeCloseTo(0.25 + Math.asin(correlation) / (2 * Math.PI), 2)
  })
})

describe('the firms there are', () => {
  it('are the largest total of the margins; none where those are shares', () => {
    const size = { item: 'size', counts: { small: 2900, large: 100 } }
    expect(firmsOfPopulation([size, { item: 'form', counts: { private: 3100 } }])).toBe(3100)
    expect(firmsOfPopulation([{ item: 'size', counts: { small: 97, large: 3 } }])).toBeNull()
    expect(firmsOfPopulation([])).toBeNull()
  })

  it('bound what more answers can settle', () => {
    const open = verdictOf({ standings: [{ ...LAND, score: 7.5 }] })?.settling
    expect(open).toMatchObject({ isSettled: false, reachable: null, cannotSettle: false })
    const few = verdictOf({
      standings: [{ ...LAND, score: 7.5 }],
      reachable: (open?.firmsIfRight ?? 0) - 1,
    })?.settling
    expect(few?.cannotSettle).toBe(true)
  })
})

describe('the ways onto the scale', () => {
  it('by the edition: four years of drift, one less with a profile', () => {
    const profile = ScaleProfile.parse({
      format: 'pci-pulse/scale-profile/1',
      edition: 'tiny-2020',
      year: 2023,
      indicators: [{ indicator: '2.01', min: 4, max: 130, since: 2022 }],
    })
    expect(verdictOf({})).toMatchObject({ scaleLink: 'edition', isApproximate: true, parts: { bias: null } })
    expect(verdictOf({})?.parts?.reference).toBeCloseTo(0.19, 12)
    expect(verdictOf({ linkInputs: { profile } })?.parts?.reference).toBeCloseTo(0.095 * Math.sqrt(3), 12)
    // The whole sub-index is one indicator, whose range of 2022 nobody knows.
    const indicators = [{ code: '2.01', subIndex: 'land-access', score: 5.5 }]
    const reference = verdictOf({ linkInputs: { profile }, indicators })?.parts?.reference
    expect(reference).toBeCloseTo(Math.sqrt(3 * 0.095 ** 2 + 0.31607632), 6)
  })

  it('by a baseline wave: the official score of then and our change, with the errors of then', () => {
    const input = { scaleLink: 'baseline-wave', linkInputs: { baselineWave } } as const
    const verdict = verdictOf(input)
    expect(verdict).toMatchObject({ scaleLink: 'baseline-wave', isApproximate: false })
    expect(verdict?.forecast?.score).toBeCloseTo(6.1 + (6.9 - 6.4) + 0.035, 12)
    expect(verdict?.parts?.bias).toBeCloseTo(Math.sqrt(0.0625 * (1 + 200 / 150)), 12)
    expect(verdict?.parts?.reference).toBeCloseTo(0.095, 12)
    expect(verdictOf(input, 'informal-charges')).toMatchObject({
      kind: 'no-verdict',
      reason: 'sub-index-not-linked',
    })
  })

  it('by past pairs: less the bias they show, which sub-indices share in part', () => {
    const edition = Edition.parse({
      ...TINY_EDITION,
      subIndices: [
        ...TINY_EDITION.subIndices,
        { code: 'proactivity', number: 7, name: { vi: 'Tính năng động' } },
      ],
    })
    const input = { edition, scaleLink: 'past-pairs', linkInputs: { pastPairs } } as const
    const { biasModel, subIndices, joint } = judged(input)
    expect(biasModel).toMatchObject({ common: expect.closeTo(0.4, 9), isDriftEstimated: false })
    expect(biasModel?.drift).toBe(biasModel?.between)
    const land = subIndices.get('land-access')?.verdict
    expect(land).toMatchObject({ scaleLink: 'past-pairs', isApproximate: false })
    // Between the common bias and its own 0.6.
    expect(land?.forecast?.score).toBeLessThan(6.9 - 0.4 + 0.035)
    expect(land?.forecast?.score).toBeGreaterThan(6.9 - 0.6 + 0.035)
    expect(joint?.subIndices).toHaveLength(2)
    expect(judged().biasModel).toBeNull()
  })

  it.each(['baseline-wave', 'past-pairs'] as const)('want the file that %s rests on', (scaleLink) => {
    expect(() => judged({ scaleLink })).toThrow(expect.objectContaining({ code: 'scale-link-without-input' }))
  })
})
