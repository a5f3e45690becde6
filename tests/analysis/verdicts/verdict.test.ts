import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LinkedScale } from '../../../analysis/scale-link/linked-scale.ts'
import { editionLink } from '../../../analysis/scale-link/edition-link.ts'
import { REFERENCE_DRIFT } from '../../../analysis/verdicts/reference-drift.ts'
import { type Judgement, type Standing, verdictOn } from '../../../analysis/verdicts/verdict.ts'

const PLAN = { thresholds: { onTrack: 0.9, offTrack: 0.1 }, officialSampleSize: 100 }
const STANDING: Standing = {
  score: 7,
  surveyed: true,
  samplingError: 0.3,
  degreesOfFreedom: 399,
  firms: 400,
  linkResidual: 0,
  hardError: 0,
}
const scaleOf = (years: number): LinkedScale =>
  editionLink({ planYear: 2024, anchorsAsOf: 2024 - years, profileYear: null, narrowRanges: [] })
const TERMS: Judgement = {
  plan: PLAN,
  target: 7,
  scale: scaleOf(1),
  marginsMet: true,
  confidence: 0.9,
  population: null,
  reach: { reachable: null, planned: null },
}
const judged = (standing: Partial<Standing>, target: number, terms: Partial<Judgement> = {}) =>
  verdictOn({ ...STANDING, ...standing }, { ...TERMS, target, ...terms })
const at = (years: number) => ({ scale: scaleOf(years) })

describe('a verdict', () => {
  it('keeps its parts: own error, official sample, bias, scale, link, hard data', () => {
    // One firm varies by 0.3·√400 = 6; the official hundred have 6/√100.
    expect(judged({ linkResidual: 0.2, hardError: 0.1 }, 7).parts).toEqual({
      own: 0.3,
      official: expect.closeTo(0.6, 12),
      bias: null,
      reference: expect.closeTo(0.095, 12),
      link: 0.2,
      hard: 0.1,
    })
    const scale: LinkedScale = { ...scaleOf(1), biasVariance: 0.16, linkResiduals: 2 }
    const { parts, forecast } = judged({ linkResidual: 0.2 }, 7, { scale })
    expect(parts).toMatchObject({ bias: 0.4, link: expect.closeTo(0.2 * Math.SQRT2, 12) })
    expect(forecast?.standardError).toBeCloseTo(Math.hypot(0.3, 0.6, 0.4, 0.095, 0.2 * Math.SQRT2), 12)
  })

  it('gives the official sample its own finite population correction, not that of ours', () => {
    // s² (1/400 − 1/500) = 0.09, so the official hundred have s² (1/100 − 1/500).
    const spread = 0.09 / (1 / 400 - 1 / 500)
    const { parts } = judged({}, 7, { population: 500 })
    expect(parts?.official).toBeCloseTo(Math.sqrt(spread * (1 / 100 - 1 / 500)), 12)
    const small = { ...PLAN, officialSampleSize: 500 }
    expect(judged({}, 7, { population: 500, plan: small }).parts?.official).toBe(0)
  })

  it('names the way onto the scale, and says when that is approximate', () => {
    expect(judged({}, 7)).toMatchObject({ scaleLink: 'edition', isApproximate: true })
    const scale: LinkedScale = { ...scaleOf(1), scaleLink: 'past-pairs', isApproximate: false }
    expect(judged({}, 7, { scale })).toMatchObject({ scaleLink: 'past-pairs', isApproximate: false })
  })

  it('is even odds where the score, led on by the drift, is the target', () => {
    const verdict = judged({}, 7 + REFERENCE_DRIFT.mean)
    expect(verdict.probability).toBeCloseTo(0.5, 12)
    expect(verdict.probabilityTrue).toBeCloseTo(0.5, 12)
  })

  it('is about the score that the way leads to', () => {
    const scale = { ...scaleOf(0), shift: -0.4 }
    expect(judged({}, 6.6, { scale }).probability).toBeCloseTo(0.5, 12)
    expect(judged({}, 6.6, { scale }).forecast?.score).toBeCloseTo(6.6, 12)
  })

  it('is surer of the true score than of the published one', () => {
    // D = 0.535; true: V = 0.09 + 0.095²; published: 0.36 more. Normal: Φ(1.7002) and Φ(0.78975).
    const { probability, probabilityTrue } = judged({ degreesOfFreedom: 5e6 }, 6.5)
    expect(probability).toBeCloseTo(0.78517, 4)
    expect(probabilityTrue).toBeCloseTo(0.95545, 4)
  })

  it('takes t, not the normal distribution, for the part that is estimated', () => {
    const few = judged({ degreesOfFreedom: 5 }, 6.5)
    const many = judged({ degreesOfFreedom: 5000 }, 6.5)
    expect(few.probability).toBeLessThan(many.probability ?? 0)
    // R: V <- .09 + .095^2; pt(.535 / sqrt(V), 5 * (V / .09)^2) = 0.9302096
    expect(few.probabilityTrue).toBeCloseTo(0.9302096, 6)
    // The official error comes of the same estimate: V <- .45 + .095^2; pt(…, 5 * (V / .45)^2).
    expect(few.probability).toBeCloseTo(0.7679078, 6)
  })

  it('has an interval of the published score that ends where the odds say', () => {
    const { forecast } = judged({ degreesOfFreedom: 12 }, 7)
    expect(judged({ degreesOfFreedom: 12 }, forecast?.lower ?? 0).probability).toBeCloseTo(0.95, 10)
    expect(judged({ degreesOfFreedom: 12 }, forecast?.upper ?? 0).probability).toBeCloseTo(0.05, 10)
    expect(forecast?.standardError).toBeCloseTo(Math.hypot(0.3, 0.6, 0.095), 12)
  })

  it('lets the drift grow with the years since the anchors were known', () => {
    const [near, far] = [judged({}, 7), judged({}, 7, at(5))]
    expect(far.parts?.reference).toBeCloseTo(0.095 * Math.sqrt(5), 12)
    expect(judged({}, 7 + 5 * 0.035, at(5)).probability).toBeCloseTo(0.5, 12)
    expect(near.probability).toBeLessThan(far.probability ?? 0)
    expect(judged({}, 7, at(-6)).parts?.reference).toBe(0)
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
      judged({}, 6, { plan: { ...PLAN, thresholds: { onTrack, offTrack } } }).kind
    expect(withThresholds(probability, 0.1)).toBe('on-track')
    expect(withThresholds(probability + 1e-9, 0.1)).toBe('too-close')
    expect(withThresholds(0.999, probability)).toBe('off-track')
  })

  it('of statistics alone has the error of the scale, and none where that has none', () => {
    const hard = { surveyed: false, samplingError: null, degreesOfFreedom: null }
    expect(judged(hard, 7 + 0.035 - 1.2815515655446 * 0.095).probability).toBeCloseTo(0.9, 9)
    expect(judged(hard, 7, at(0))).toMatchObject({ probability: 1, probabilityTrue: 1, settling: null })
    expect(judged(hard, 7.1, at(0))).toMatchObject({ probability: 0, probabilityTrue: 0, settling: null })
  })

  it.each([
    ['scale-not-linked', {}, 'none'],
    ['sub-index-not-linked', {}, null],
    ['no-score', { score: null }, scaleOf(1)],
    ['too-few-firms', { firms: 9 }, scaleOf(1)],
    ['no-error', { samplingError: null }, scaleOf(1)],
    ['no-error', { degreesOfFreedom: null }, scaleOf(1)],
    // Answers that all agree: an error nobody knows, not an error of nought.
    ['no-error', { samplingError: 0 }, scaleOf(1)],
    ['no-error', { samplingError: 3e-17 }, scaleOf(1)],
  ] as const)('is withheld: %s', (reason, standing, scale) => {
    expect(judged(standing, 7, { scale })).toEqual({
      kind: 'no-verdict',
      probability: null,
      probabilityTrue: null,
      reason,
      scaleLink: null,
      isApproximate: false,
      parts: null,
      forecast: null,
      settling: null,
    })
  })

  it('is withheld, whatever else, while the weights do not meet their margins', () => {
    for (const scale of [scaleOf(1), 'none', null] as const) {
      const verdict = judged({}, 7, { scale, marginsMet: false })
      expect(verdict).toMatchObject({ kind: 'no-verdict', probability: null, reason: 'margins-not-met' })
    }
  })
})

const standings = fc.record({
  score: fc.double({ min: 1, max: 10, noNaN: true }),
  surveyed: fc.constant(true),
  samplingError: fc.double({ min: 0.01, max: 1, noNaN: true }),
  degreesOfFreedom: fc.integer({ min: 1, max: 1000 }),
  firms: fc.integer({ min: 10, max: 2000 }),
  linkResidual: fc.constantFrom(0, 0.17),
  hardError: fc.constantFrom(0, 0.05),
})

describe('verdicts', () => {
  it('are less likely of a higher target', () => {
    const targets = fc.tuple(
      fc.double({ min: 1, max: 10, noNaN: true }),
      fc.double({ min: 0, max: 3, noNaN: true }),
    )
    fc.assert(
      fc.property(standings, targets, (standing, [target, more]) => {
        const [lower, higher] = [judged(standing, target), judged(standing, target + more)]
        expect(higher.probability).toBeLessThanOrEqual(lower.probability ?? 0)
        expect(higher.probabilityTrue).toBeLessThanOrEqual(lower.probabilityTrue ?? 0)
      }),
      { seed: 1 },
    )
  })

  it('are settled exactly when they are clear', () => {
    fc.assert(
      fc.property(standings, fc.double({ min: 4, max: 8, noNaN: true }), (standing, target) => {
        const { kind, settling } = judged(standing, target)
        expect(settling?.isSettled).toBe(kind !== 'too-close')
        expect(kind !== 'too-close' && settling?.cannotSettle).toBe(false)
      }),
      { seed: 2 },
    )
  })

  it('have parts whose squares are the published error, however many firms', () => {
    fc.assert(
      fc.property(standings, (standing) => {
        const { parts, forecast } = judged(standing, 6)
        if (!parts || !forecast) throw new Error('a verdict was expected')
        const { own, official, bias, reference, link, hard } = parts
        expect(forecast.standardError).toBeCloseTo(
          Math.hypot(own, official, bias ?? 0, reference, link, hard),
          10,
        )
      }),
      { seed: 3 },
    )
  })
})
