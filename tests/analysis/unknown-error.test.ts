import { describe, expect, it } from 'vitest'
import { sampleOf } from '../../analysis/sample.ts'
import { AGREED_ERROR, indicatorOf, PLAN, run, subIndexOf, T_11 } from './tiny-estimation.ts'
import { FIRMS, TINY, TINY_EDITION } from './tiny-survey.ts'

describe('indicators', () => {
  it('whose answers all agree have the error of half an answer and an exact bound on one side', () => {
    // Nobody of 12 finds it costly: at 90 % the share may be up to 1 − 0.1^(1/12).
    const { score, valueStandardError, standardError, lower, upper } = indicatorOf(run(), '1.05')
    expect(valueStandardError).toBeCloseTo(AGREED_ERROR, 12)
    expect(standardError).toBeCloseTo((9 / 0.8) * AGREED_ERROR, 12)
    expect(upper).toBe(score)
    expect(lower).toBeCloseTo(10 - (9 / 0.8) * (1 - 0.1 ** (1 / 12)), 9)
  })

  it('whose answers all agree count as fewer the more uneven the weights', () => {
    const margins = [{ item: 'size', counts: { large: 50, small: 50 } }]
    const { weighting, indicators } = run({ margins })
    const effective = 12 / weighting.designEffect
    const share = 0.5 / (effective + 1)
    const costly = indicators.find(({ code }) => code === '1.05')
    expect(weighting.designEffect).toBeCloseTo(9 / 8, 12)
    expect(costly?.valueStandardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / effective), 12)
  })

  it('of a single answer have a value and no score, and count as missing in their sub-index', () => {
    const oneVisit = sampleOf(
      TINY,
      FIRMS.map((firm, i) => ({
        ...firm,
        answers: { ...firm.answers, visits: i === 0 ? 6 : 'refused', days: i < 2 ? i : 'refused' },
      })),
    )
    const hardValues = { '2.05': 6 }
    const estimation = run({ sample: oneVisit, hardValues })
    expect(indicatorOf(estimation, '2.02')).toMatchObject({ value: 1, score: null, answers: 1 })
    expect(indicatorOf(estimation, '2.01').score).not.toBeNull()
    expect(subIndexOf(estimation, 'second').missingWeight).toBeCloseTo(0.2, 12)
    expect(estimation.warnings).toContainEqual({ code: 'one-answer', about: '2.02' })
    // With the hard value gone too, more than a third is missing.
    expect(subIndexOf(run({ sample: oneVisit }), 'second').score).toBeNull()
  })

  it('that are medians have the bounds of their own distribution, open where answers are heaped', () => {
    // 12 answers, t = qt(0.95, 11): the quantiles at 0.5 ± 0.2592, the 3rd and the 10th of 12 (and 4th, tie-free).
    const half = T_11 / (2 * Math.sqrt(12))
    const at = (share: number) => Math.ceil(share * 12)
    const { score, lower, upper } = indicatorOf(run(), '2.01')
    expect(score).toBeCloseTo(10 - (6.5 - 1) / 10, 12)
    expect(upper).toBeCloseTo(10 - (at(0.5 - half) - 1) / 10, 12)
    expect(lower).toBeCloseTo(10 - (at(0.5 + half) - 1) / 10, 12)

    const heaped = sampleOf(
      TINY,
      FIRMS.map((firm, i) => ({ ...firm, answers: { ...firm.answers, days: i < 3 ? 5 : i < 9 ? 10 : 30 } })),
    )
    const days = indicatorOf(run({ sample: heaped }), '2.01')
    expect(days.value).toBe(10)
    expect(days.lower).toBeCloseTo(10 - 29 / 10, 12)
    expect(days.upper).toBeCloseTo(10 - 4 / 10, 12)
  })
})

describe('sub-indices', () => {
  it('have no error and no bounds where only statistics are in them', () => {
    const hardOnly = {
      ...TINY_EDITION,
      indicators: TINY_EDITION.indicators.filter(({ id }) => id.startsWith('1.') || id === '2.05'),
    }
    const estimation = run({ edition: hardOnly, hardValues: { '2.05': 6 }, plan: PLAN })
    const second = subIndexOf(estimation, 'second')
    expect(second).toMatchObject({ score: 6.5, standardError: null, lower: null, upper: null })
    expect(second.verdict).toMatchObject({ reason: null, parts: { own: 0, official: 0 } })
    expect(estimation.composite.standardError).toBeCloseTo(
      Math.hypot(7.5 * (subIndexOf(estimation, 'first').standardError ?? 0), 2.5 * 0.4),
      12,
    )
  })

  it('have no verdict where answers were asked and nobody knows their error', () => {
    const meansOnly = {
      ...TINY_EDITION,
      indicators: TINY_EDITION.indicators.filter(({ id }) => id.startsWith('1.') || id === '2.04'),
    }
    const agreed = sampleOf(
      TINY,
      FIRMS.map((firm) => ({ ...firm, answers: { ...firm.answers, cost: 7 } })),
    )
    const { verdict, standardError } = subIndexOf(
      run({ edition: meansOnly, sample: agreed, plan: PLAN }),
      'second',
    )
    expect(standardError).toBeCloseTo(0.4, 12)
    expect(verdict).toMatchObject({ kind: 'no-verdict', reason: 'no-error' })
  })

  it('have no verdict while the weights do not meet their margins', () => {
    const margins = [
      { item: 'size', counts: { large: 1000, small: 0.001 } },
      { item: 'sector', counts: { trade: 0.001, industry: 1000 } },
      { item: 'fair', counts: { agree: 0.001, disagree: 1000 } },
    ]
    const estimation = run({ plan: PLAN, margins })
    expect(estimation.warnings.map(({ code }) => code)).toContain('margin-not-met')
    for (const { verdict } of estimation.subIndices) expect(verdict?.reason).toBe('margins-not-met')
  })
})
