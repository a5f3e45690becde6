import { describe, expect, it } from 'vitest'
import { sampleOf } from '../../../analysis/sample.ts'
import { taylorVariance } from '../../../analysis/variance.ts'
import { weightedMean } from '../../../analysis/weighted-mean.ts'
import { choleskyFactor, solveWithFactor } from '../../../analysis/weighting/cholesky.ts'
import { kishDesignEffect } from '../../../analysis/weighting/kish-design-effect.ts'
import type { Margin } from '../../../analysis/weighting/margin.ts'
import { weightsOf } from '../../../analysis/weighting/weights.ts'
import { TINY } from '../tiny-survey.ts'

type Firm = readonly [size: string, sector: string]
const sampleFrom = (firms: readonly Firm[]) =>
  sampleOf(
    TINY,
    firms.map(([size, sector]) => ({ channel: 'slip', answers: { size, sector } })),
  )
const times = <One>(count: number, one: One) => Array.from({ length: count }, () => one)
const SIZES: Margin = { item: 'size', counts: { small: 600, medium: 300, large: 100 } }
const SECTORS: Margin = { item: 'sector', counts: { trade: 700, industry: 300 } }
const FIRMS: readonly Firm[] = [
  ...times<Firm>(4, ['small', 'trade']),
  ...times<Firm>(2, ['small', 'industry']),
  ...times<Firm>(3, ['medium', 'trade']),
  ...times<Firm>(3, ['medium', 'industry']),
  ...times<Firm>(5, ['large', 'trade']),
  ...times<Firm>(3, ['large', 'industry']),
]

/** Share of the weight by size (or sector) among the firms that have one. */
function sharesBy(firms: readonly Firm[], weights: Float64Array, place: 0 | 1): Record<string, number> {
  const shares: Record<string, number> = {}
  const known = firms.flatMap((firm, i) =>
    firm[place] === 'refused' ? [] : [[firm[place], weights[i] ?? 0] as const],
  )
  const total = known.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [level, weight] of known) shares[level] = (shares[level] ?? 0) + weight / total
  return shares
}

describe('weights', () => {
  it('are equal without margins', () => {
    const { weights, weighting } = weightsOf(sampleFrom(FIRMS), [])
    expect(weights).toEqual(new Float64Array(20).fill(1))
    expect(weighting).toEqual({ method: 'equal', items: [], designEffect: 1 })
  })

  it('meet one margin by post-stratification', () => {
    const { weights, weighting } = weightsOf(sampleFrom(FIRMS), [SIZES])
    expect(weighting.method).toBe('post-stratified')
    expect(weights[0]).toBeCloseTo((0.6 * 20) / 6, 12)
    expect(weights[19]).toBeCloseTo((0.1 * 20) / 8, 12)
    expect(weighting.designEffect).toBeCloseTo(kishDesignEffect(weights), 12)
    expect(weighting.designEffect).toBeGreaterThan(1.2)
  })

  it('meet several margins at once by raking, whatever the registers count in all', () => {
    const doubled = { item: 'sector', counts: { trade: 1400, industry: 600 } }
    const { weights, weighting, warnings } = weightsOf(sampleFrom(FIRMS), [SIZES, doubled])
    expect(weighting).toMatchObject({ method: 'raked', items: ['size', 'sector'] })
    expect(sharesBy(FIRMS, weights, 0)['medium']).toBeCloseTo(0.3, 9)
    expect(sharesBy(FIRMS, weights, 1)['industry']).toBeCloseTo(0.3, 9)
    expect(warnings).toEqual([{ code: 'margin-totals-differ', about: 'sector' }])
  })

  it('name a margin with a level that no firm has, and meet the rest in proportion', () => {
    const firms = FIRMS.filter(([size]) => size !== 'large')
    const { weights, warnings } = weightsOf(sampleFrom(firms), [SIZES])
    expect(warnings).toEqual([{ code: 'margin-level-empty', about: 'size.large' }])
    expect(sharesBy(firms, weights, 0)['small']).toBeCloseTo(600 / 900, 12)
  })

  it('leave firms without an answer to a stratifier the weight they have', () => {
    const firms = [...FIRMS, ...times<Firm>(5, ['refused', 'trade'])]
    const { weights } = weightsOf(sampleFrom(firms), [SIZES])
    expect(weights.slice(20)).toEqual(new Float64Array(5).fill(1))
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(25, 9)
    expect(sharesBy(firms, weights, 0)).toEqual({
      small: expect.closeTo(0.6, 12),
      medium: expect.closeTo(0.3, 12),
      large: expect.closeTo(0.1, 12),
    })
  })

  it('are 0 for firms that the population has none of, which then have no part in anything', () => {
    const margins: readonly Margin[] = [
      { item: 'size', counts: { small: 600, medium: 300, large: 0 } },
      { item: 'sector', counts: { trade: 600, industry: 300 } },
    ]
    const withNone = weightsOf(sampleFrom([...FIRMS, ['large', 'refused']]), margins)
    const without = weightsOf(sampleFrom(FIRMS.slice(0, 12)), [
      { item: 'size', counts: { small: 600, medium: 300 } },
      { item: 'sector', counts: { trade: 600, industry: 300 } },
    ])
    expect(withNone.weights.slice(12)).toEqual(new Float64Array(9))
    expect(withNone.weights.slice(0, 12)).toEqual(without.weights)
    expect(withNone).toMatchObject({ firms: 12, weighting: without.weighting, warnings: [] })

    const values = Float64Array.from({ length: 21 }, (_none, i) => Number(i % 3 === 0 || i > 11))
    const [all, some] = [
      weightedMean(values, withNone.weights),
      weightedMean(values.slice(0, 12), without.weights),
    ]
    expect(all).toMatchObject({ value: some.value, answers: 12 })
    const residuals = withNone.residual(all.influence)
    expect(residuals.slice(12).every((u) => u === 0)).toBe(true)
    for (const [firm, u] of without.residual(some.influence).entries())
      expect(residuals[firm]).toBeCloseTo(u, 14)
  })

  it('name every level that firms chose and the margin leaves out; its firms keep their weight', () => {
    const { weights, warnings } = weightsOf(sampleFrom(FIRMS), [{ item: 'size', counts: { small: 6 } }])
    expect(warnings).toEqual([
      { code: 'margin-level-missing', about: 'size.medium' },
      { code: 'margin-level-missing', about: 'size.large' },
    ])
    expect(weights[19]).toBe(1)
  })

  it('name margins whose registers differ by more than one in a hundred', () => {
    const differing = (trade: number) =>
      weightsOf(sampleFrom(FIRMS), [SIZES, { item: 'sector', counts: { trade, industry: 300 } }]).warnings
    expect(differing(709)).toEqual([])
    expect(differing(711)).toEqual([{ code: 'margin-totals-differ', about: 'sector' }])
  })

  it('name a stratifier that more than one firm in twenty left out', () => {
    const lacking = (count: number) =>
      weightsOf(sampleFrom([...times(5, FIRMS).flat(), ...times<Firm>(count, ['refused', 'trade'])]), [SIZES])
    expect(lacking(5).warnings).toEqual([])
    expect(lacking(6).warnings).toEqual([{ code: 'stratifier-unknown', about: 'size' }])
  })

  it('name the margin that cannot be met', () => {
    // All trade firms are small: no weights give 90 % trade and 10 % small.
    const firms = [...times<Firm>(5, ['small', 'trade']), ...times<Firm>(5, ['large', 'industry'])]
    const { warnings } = weightsOf(sampleFrom(firms), [
      { item: 'size', counts: { small: 10, large: 90 } },
      { item: 'sector', counts: { trade: 90, industry: 10 } },
    ])
    expect(warnings).toEqual([
      { code: 'margin-not-met', about: expect.stringMatching(/^(size|sector)\.[a-z]+$/) },
    ])
  })

  it.each([
    ['unknown-margin-item', { item: 'nothing', counts: { a: 1 } }],
    ['unknown-margin-item', { item: 'days', counts: { a: 1 } }],
    ['unknown-margin-option', { item: 'size', counts: { tiny: 1 } }],
    ['margin-not-positive', { item: 'size', counts: { small: -1 } }],
    ['margin-not-positive', { item: 'size', counts: { small: Number.NaN } }],
    ['margin-not-positive', { item: 'size', counts: { small: 1e308, medium: 1e308 } }],
    ['margin-not-positive', { item: 'size', counts: { small: 0, medium: 0 } }],
  ])('throw %s for %j', (code, margin) => {
    expect(() => weightsOf(sampleFrom(FIRMS), [margin])).toThrow(expect.objectContaining({ code }))
  })
})

describe('the residual of calibration', () => {
  it('takes all error out of what the margins say: a share by size has none left', () => {
    const { weights, residual } = weightsOf(sampleFrom(FIRMS), [SIZES, SECTORS])
    const isLarge = Float64Array.from(FIRMS, ([size]) => Number(size === 'large'))
    const { value, influence } = weightedMean(isLarge, weights)
    expect(value).toBeCloseTo(0.1, 9)
    expect(taylorVariance(residual(influence), {})).toBeCloseTo(0, 12)
    expect(taylorVariance(influence, {})).toBeGreaterThan(0.001)
  })

  it('stands two margins that say the same', () => {
    const firms = [...times<Firm>(6, ['small', 'trade']), ...times<Firm>(4, ['large', 'industry'])]
    const { weights, residual } = weightsOf(sampleFrom(firms), [
      { item: 'size', counts: { small: 50, large: 50 } },
      { item: 'sector', counts: { trade: 50, industry: 50 } },
    ])
    const { influence } = weightedMean(
      Float64Array.from(firms, (_firm, i) => i % 2),
      weights,
    )
    const one = weightsOf(sampleFrom(firms), [{ item: 'size', counts: { small: 50, large: 50 } }])
    expect(taylorVariance(residual(influence), {})).toBeCloseTo(
      taylorVariance(one.residual(influence), {}),
      14,
    )
  })

  it('keeps the error of an unknown stratum: its firms are not projected away', () => {
    const firms = [...times<Firm>(10, ['small', 'trade']), ...times<Firm>(10, ['refused', 'trade'])]
    const { weights, residual } = weightsOf(sampleFrom(firms), [{ item: 'size', counts: { small: 1 } }])
    const { influence } = weightedMean(
      Float64Array.from(firms, ([size]) => Number(size === 'refused')),
      weights,
    )
    expect(taylorVariance(residual(influence), {})).toBeCloseTo(0.25 / 19, 10)
  })
})

describe('Cholesky', () => {
  it('solves', () => {
    const factor = choleskyFactor(Float64Array.of(4, 0, 2, 10), 2)
    expect(factor.triangle).toEqual(Float64Array.of(2, 0, 1, 3))
    expect(solveWithFactor(factor, Float64Array.of(8, 22))).toEqual(Float64Array.of(1, 2))
  })

  it('gives an explained column the slope nought', () => {
    const factor = choleskyFactor(Float64Array.of(1, 1, 1, 1), 2)
    expect(solveWithFactor(factor, Float64Array.of(3, 3))).toEqual(Float64Array.of(3, 0))
    // What rounding leaves of an explained column is not taken for information.
    const nearly = choleskyFactor(Float64Array.of(1, 1, 1, 1 + 1e-13), 2)
    expect(solveWithFactor(nearly, Float64Array.of(3, 4))).toEqual(Float64Array.of(3, 0))
  })
})
