import { describe, expect, it } from 'vitest'
import { aggregate } from '../../analysis/aggregate.ts'
import { normalise } from '../../analysis/normalise.ts'
import { taylorVariance } from '../../analysis/variance.ts'
import type { Edition } from '../../survey-definitions/edition-schema.ts'
import { AGREED_ERROR, indicatorOf, run, subIndexOf } from './tiny-estimation.ts'
import { FIRMS, TINY_EDITION } from './tiny-survey.ts'

const Z = 1.6448536269514722 // qnorm(0.95)

describe('a value beyond an anchor', () => {
  const rising = { direction: 'higher-is-better', anchor: { min: 0, max: 10, basis: 'observed' } } as const

  it.each([
    ['extend', 20, { score: 10, slope: 0.45, anchorExtended: true }],
    ['clamp', 20, { score: 10, slope: 0, anchorExtended: false }],
    ['clamp', -3, { score: 1, slope: 0, anchorExtended: false }],
    ['clamp', 10, { score: 10, slope: 0.9, anchorExtended: false }],
    ['fixed', 20, { score: 19, slope: 0.9, anchorExtended: false }],
  ] as const)('is met by %s: %d', (mode, value, expected) => {
    expect(normalise(rising, value, mode)).toEqual(expected)
  })

  it('is held also where an anchor was inferred, and where lower is better', () => {
    const falling = {
      direction: 'lower-is-better',
      anchor: { min: 0, max: 10, basis: 'range known, position solved' },
    } as const
    expect(normalise(falling, 12, 'clamp')).toMatchObject({ score: 1, slope: -0 })
  })

  it('has the score of the anchor, a warning, and an interval that ends there', () => {
    const held = run({ normalisation: 'clamp' })
    const fair = indicatorOf(run(), '1.01')
    expect(indicatorOf(held, '1.01')).toMatchObject({ score: fair.score, standardError: fair.standardError })
    expect(indicatorOf(held, '1.01').upper).toBe(10)
    // Nobody ticks costly, below the anchor of 0.2.
    const costly = indicatorOf(held, '1.05')
    expect(costly).toMatchObject({ score: 10, standardError: 0, upper: 10, anchorHeld: true })
    // At 90 % the share may be up to 0.175: still beyond.
    expect(costly.lower).toBe(10)
    expect(held.warnings).toContainEqual({ code: 'anchor-held', about: '1.05' })
    expect(held.warnings.map(({ code }) => code)).not.toContain('anchor-extended')
    expect(run({ normalisation: 'fixed' }).warnings.map(({ code }) => code)).not.toContain('anchor-held')
  })

  it('adds nothing to the error of its sub-index while it is held', () => {
    const withoutCostly: Edition = {
      ...TINY_EDITION,
      indicators: TINY_EDITION.indicators.filter(({ id }) => id !== '1.05'),
    }
    const all = subIndexOf(run({ normalisation: 'clamp' }), 'first')
    const four = subIndexOf(run({ normalisation: 'clamp', edition: withoutCostly }), 'first')
    expect(all.standardError).toBeCloseTo(0.8 * (four.standardError ?? 0), 12)
  })
})

describe('hard data with an error of their own', () => {
  const hardValues = { '2.05': { value: 4.5, standardError: 0.5 } }

  it('have a normal interval', () => {
    const roads = indicatorOf(run({ hardValues }), '2.05')
    expect(roads).toMatchObject({ value: 4.5, valueStandardError: 0.5, score: 5.5, standardError: 0.5 })
    expect(roads.upper).toBeCloseTo(5.5 + Z * 0.5, 12)
    expect(roads.lower).toBeCloseTo(5.5 - Z * 0.5, 12)
  })

  it('add it to the sub-index and the composite, beside what firms add', () => {
    const [certain, uncertain] = [run({ hardValues: { '2.05': 4.5 } }), run({ hardValues })]
    const [one, other] = [subIndexOf(certain, 'second'), subIndexOf(uncertain, 'second')]
    expect(other.score).toBe(one.score)
    // The link halves it, the weight in the sub-index is a fifth.
    expect(other.standardError).toBeCloseTo(Math.hypot(one.standardError ?? 0, 0.5 * 0.2 * 0.5), 12)
    expect(uncertain.composite.standardError).toBeCloseTo(
      Math.hypot(certain.composite.standardError ?? 0, 5 * 0.5 * 0.2 * 0.5),
      12,
    )
    expect(other.degreesOfFreedom).toBe(11)
  })

  it('make the whole error of a sub-index that has nothing else', () => {
    const hardOnly: Edition = {
      ...TINY_EDITION,
      indicators: TINY_EDITION.indicators.filter(({ id }) => id.startsWith('1.') || id === '2.05'),
    }
    const second = subIndexOf(run({ hardValues, edition: hardOnly }), 'second')
    expect(second).toMatchObject({ score: 5.75, degreesOfFreedom: null })
    expect(second.standardError).toBeCloseTo(Math.hypot(0.25, 0.4), 12)
    expect(second.upper).toBeCloseTo(5.75 + Z * Math.hypot(0.25, 0.4), 12)
  })
})

describe('a geometric sub-index', () => {
  const geometric: Edition = {
    ...TINY_EDITION,
    subIndices: TINY_EDITION.subIndices.map((one) =>
      one.code === 'first' ? { ...one, aggregation: 'geometric' } : one,
    ),
  }

  it('is the geometric mean, below the arithmetic one, with the error of its gradient', () => {
    const [plain, low] = [subIndexOf(run(), 'first'), subIndexOf(run({ edition: geometric }), 'first')]
    const codes = ['1.01', '1.02', '1.03', '1.04', '1.05']
    const product = codes.reduce((all, code) => all * (indicatorOf(run(), code).score ?? 0), 1)
    expect(low.score).toBeCloseTo(product ** (1 / 5), 12)
    expect(low.score).toBeLessThan(plain.score ?? 0)
    expect(low.standardError).toBeCloseTo(byHand(low.score ?? 0), 12)
  })

  it('has the gradient of differences', () => {
    const parts = [
      { weight: 0.3, score: 2 },
      { weight: 0.5, score: 8 },
      { weight: 0.2, score: null },
    ]
    const { score, gradient } = aggregate(parts, 'geometric')
    for (const [place, { score: own }] of parts.entries()) {
      const moved = parts.map((part, k) => ({
        ...part,
        score: k === place && own !== null ? own + 1e-6 : part.score,
      }))
      const change = (aggregate(moved, 'geometric').score ?? 0) - (score ?? 0)
      expect(gradient[place]).toBeCloseTo(change / 1e-6, 6)
    }
  })

  it('cannot be made of a score that is not above nought', () => {
    expect(() => aggregate([{ weight: 1, score: 0 }], 'geometric')).toThrow(
      expect.objectContaining({ code: 'score-not-positive' }),
    )
  })

  /** From each firm's influence written out, with G / 5s before each; nobody ticks costly. */
  function byHand(mean: number): number {
    const slopeOf = (code: string) => mean / (5 * (indicatorOf(run(), code).score ?? 0))
    const quarters = FIRMS.filter(({ answers }) => answers.wait === 'quarter').length / 9
    const influence = FIRMS.map(({ answers }, i) => {
      const fair = (15 * (Number(answers.fair === 'agree') - 0.75)) / 12
      const asked = answers.wait !== 'not-asked'
      const late = asked ? (-15 * (Number(answers.wait === 'quarter') - quarters)) / 9 : 0
      const slow = (-15 * (Number(i % 2 === 0) - 0.5)) / 12
      return slopeOf('1.01') * fair + (slopeOf('1.02') + slopeOf('1.03')) * late + slopeOf('1.04') * slow
    })
    const agreed = slopeOf('1.05') * (9 / 0.8) * AGREED_ERROR
    return Math.hypot(Math.sqrt(taylorVariance(Float64Array.from(influence), {})), agreed)
  }
})
