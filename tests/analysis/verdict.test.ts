import { describe, expect, it } from 'vitest'
import { REFERENCE_DRIFT, type Standing, verdictOn } from '../../analysis/verdict.ts'

const PLAN = { year: 2024, thresholds: { onTrack: 0.9, offTrack: 0.1 }, officialSampleSize: 100 }
const STANDING: Standing = {
  score: 7,
  surveyed: true,
  samplingError: 0.3,
  degreesOfFreedom: 399,
  firms: 400,
  linkResidual: 0,
  anchorsAsOf: 2023,
}
const judged = (standing: Partial<Standing>, target: number, plan = PLAN) =>
  verdictOn({ ...STANDING, ...standing }, { plan, target, scaleLink: 'edition', marginsMet: true })

describe('a verdict', () => {
  it('keeps its parts: own error, that of the official sample, the drift of the scale', () => {
    // One firm varies by 0.3·√400 = 6; the official hundred have 6/√100.
    expect(judged({}, 7).parts).toEqual({
      own: 0.3,
      official: expect.closeTo(0.6, 12),
      reference: expect.closeTo(0.095, 12),
    })
  })

  it('is even odds where the score, led on by the drift, is the target', () => {
    expect(judged({}, 7 + REFERENCE_DRIFT.mean).probability).toBeCloseTo(0.5, 12)
  })

  it('takes t, not the normal distribution, for the part that is estimated', () => {
    // pt(0.67823, 5.0…): D = 0.535, V = 0.09 + 0.36 + 0.009025, few degrees of freedom.
    const few = judged({ degreesOfFreedom: 5 }, 6.5).probability ?? 0
    const many = judged({ degreesOfFreedom: 5000 }, 6.5).probability ?? 0
    expect(many).toBeCloseTo(0.7851, 3)
    expect(few).toBeLessThan(many)
    expect(few).toBeGreaterThan(0.76)
  })

  it('lets the drift grow with the years since the anchors were known', () => {
    const [near, far] = [judged({}, 7), judged({ anchorsAsOf: 2019 }, 7)]
    expect(far.parts?.reference).toBeCloseTo(0.095 * Math.sqrt(5), 12)
    expect(judged({ anchorsAsOf: 2019 }, 7 + 5 * 0.035).probability).toBeCloseTo(0.5, 12)
    expect(near.probability).toBeLessThan(far.probability ?? 0)
    expect(judged({ anchorsAsOf: 2030 }, 7).parts?.reference).toBe(0)
  })

  it('counts what the link leaves as error of the scale', () => {
    expect(judged({ linkResidual: 0.4 }, 7).parts?.reference).toBeCloseTo(Math.hypot(0.4, 0.095), 12)
  })

  it.each([
    [5, 'on-track'],
    [7, 'too-close'],
    [9, 'off-track'],
  ] as const)('of a target of %d is %s', (target, kind) => {
    expect(judged({}, target)).toMatchObject({ kind, reason: null })
  })

  it('is read off the thresholds of the plan, which belong to the sides', () => {
    const { probability } = judged({}, 6)
    if (probability === null) throw new Error('a probability was expected')
    const withThresholds = (onTrack: number, offTrack: number) =>
      judged({}, 6, { ...PLAN, thresholds: { onTrack, offTrack } }).kind
    expect(withThresholds(probability, 0.1)).toBe('on-track')
    expect(withThresholds(probability + 1e-9, 0.1)).toBe('too-close')
    expect(withThresholds(0.999, probability)).toBe('off-track')
  })

  it('of statistics alone has the error of the scale, and none where that has none', () => {
    const hard = { surveyed: false, samplingError: null, degreesOfFreedom: null }
    expect(judged(hard, 7 + 0.035 - 1.2815515655446 * 0.095).probability).toBeCloseTo(0.9, 9)
    expect(judged({ ...hard, anchorsAsOf: 2024 }, 7).probability).toBe(1)
    expect(judged({ ...hard, anchorsAsOf: 2024 }, 7.1).probability).toBe(0)
  })

  it.each([
    ['scale-not-linked', {}, 'none'],
    ['no-score', { score: null }, 'edition'],
    ['no-error', { samplingError: null }, 'edition'],
    ['no-error', { degreesOfFreedom: null }, 'edition'],
    // Answers that all agree: an error nobody knows, not an error of nought.
    ['no-error', { samplingError: 0 }, 'edition'],
    ['no-error', { samplingError: 3e-17 }, 'edition'],
  ] as const)('is withheld: %s', (reason, standing, scaleLink) => {
    const verdict = verdictOn(
      { ...STANDING, ...standing },
      { plan: PLAN, target: 7, scaleLink, marginsMet: true },
    )
    expect(verdict).toEqual({ kind: 'no-verdict', probability: null, reason, parts: null })
  })

  it('is withheld, whatever else, while the weights do not meet their margins', () => {
    for (const scaleLink of ['edition', 'none'] as const) {
      const verdict = verdictOn(STANDING, { plan: PLAN, target: 7, scaleLink, marginsMet: false })
      expect(verdict).toMatchObject({ kind: 'no-verdict', probability: null, reason: 'margins-not-met' })
    }
  })
})
