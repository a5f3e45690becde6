import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorGradient } from '../../../analysis/actions/indicator-gradient.ts'
import { normalise } from '../../../analysis/normalise.ts'
import { scoreValues } from '../../../analysis/score-values.ts'
import { whatIf } from '../../../analysis/actions/what-if.ts'
import { Edition } from '../../../survey-definitions/edition-schema.ts'
import pci2017 from '../../../survey-definitions/editions/pci-2017.json' with { type: 'json' }

const edition = Edition.parse(pci2017)
const YEAR = 2019
const values = Object.fromEntries(
  edition.indicators.flatMap(({ id, langSon }) =>
    langSon?.[YEAR] === undefined ? [] : [[id, langSon[YEAR]]],
  ),
)
const weightOf = (subIndex: string) => (edition.compositeWeights[0]?.percent[subIndex] ?? 0) / 100

/** The gradient of an indicator at the values of Lạng Sơn in 2019, none of which is missing. */
function gradientOf(id: string) {
  const indicator = edition.indicators.find((one) => one.id === id)!
  const link = edition.subIndices.find(({ code }) => code === indicator.subIndex)?.link
  const { score, slope } = normalise(indicator, values[id] ?? 0)
  return indicatorGradient({
    code: id,
    statistic: indicator.statistic,
    direction: indicator.direction,
    score,
    slope,
    subIndexShare: indicator.weight * (link?.slope ?? 1),
    compositeShare: 10 * weightOf(indicator.subIndex),
  })
}

describe('the gradient of an indicator', () => {
  const present = edition.indicators.filter(({ id }) => values[id] !== undefined)

  it('is what the scores of the province rise by when that indicator goes one step', () => {
    const before = scoreValues(edition, values, YEAR)
    for (const { id, subIndex, statistic } of present) {
      const { direction, step, subIndex: gain, composite, room } = gradientOf(id)
      if (room < 1) continue
      const change = (direction === 'raise' ? 1 : -1) * (step === 'percentage-point' ? 0.01 : 1)
      const after = scoreValues(edition, { ...values, [id]: (values[id] ?? 0) + change }, YEAR)
      const scoreOf = (scores: typeof before) =>
        scores.subIndices.find(({ code }) => code === subIndex)?.score ?? 0
      expect(scoreOf(after) - scoreOf(before)).toBeCloseTo(gain, 9)
      expect((after.composite.score ?? 0) - (before.composite.score ?? 0)).toBeCloseTo(composite, 9)
      expect(step).toBe(statistic === 'share' ? 'percentage-point' : 'unit')
    }
    expect(present.length).toBeGreaterThan(100)
  })

  it('leads to a score of 10 after its room, and no further', () => {
    for (const { id, direction: better } of present) {
      const { direction, step, room } = gradientOf(id)
      expect(direction).toBe(better === 'higher-is-better' ? 'raise' : 'lower')
      const change = (direction === 'raise' ? room : -room) * (step === 'percentage-point' ? 0.01 : 1)
      const indicator = edition.indicators.find((one) => one.id === id)!
      const reached = normalise(indicator, (values[id] ?? 0) + change).score
      expect(reached).toBeCloseTo(Math.max(10, normalise(indicator, values[id] ?? 0).score), 9)
    }
  })

  it.each([10, 10.4])('is nothing at a score of %d', (score) => {
    const place = {
      code: 'a',
      statistic: 'share',
      direction: 'higher-is-better',
      slope: 15,
      subIndexShare: 0.1,
      compositeShare: 1,
    } as const
    expect(indicatorGradient({ ...place, score })).toMatchObject({ subIndex: 0, composite: 0, room: 0 })
  })

  it('is nothing where the score is held', () => {
    const place = { code: 'a', statistic: 'mean', direction: 'lower-is-better', score: 1 } as const
    const held = { ...place, slope: 0, subIndexShare: 0.1, compositeShare: 1 }
    expect(indicatorGradient(held)).toMatchObject({ direction: 'lower', subIndex: 0, composite: 0, room: 0 })
  })
})

describe('what would be', () => {
  const today = { score: 7, standardError: 0.25, degreesOfFreedom: 99 }
  const lever = { code: 'a', gain: 0.02, room: 30 }

  it('moves the score along the gradient and carries the error of today', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (steps) => {
        const then = whatIf(today, [lever], { confidence: 0.9, changes: [{ code: 'a', steps }] })
        expect(then.score).toBeCloseTo(7 + 0.02 * steps, 12)
        expect(then.standardError).toBe(0.25)
        expect((then.upper ?? 0) - then.score).toBeCloseTo(1.6603911560169 * 0.25, 9) // qt(0.95, 99)
        expect(then.score - (then.lower ?? 0)).toBeCloseTo(1.6603911560169 * 0.25, 9)
      }),
    )
  })

  it('stops a change at its cap and says which', () => {
    const then = whatIf(today, [lever], { confidence: 0.9, changes: [{ code: 'a', steps: 31 }] })
    expect(then).toMatchObject({ gain: 0.6, capped: ['a'] })
  })

  it('adds the error of the change itself', () => {
    const changes = [{ code: 'a', steps: 10, standardError: 10 }]
    const { standardError } = whatIf(today, [lever], { confidence: 0.9, changes })
    expect(standardError).toBeCloseTo(Math.hypot(0.25, 0.2), 12)
  })

  it('asks for the probability at the new score', () => {
    const { probability } = whatIf(today, [lever], {
      confidence: 0.9,
      changes: [{ code: 'a', steps: 10 }],
      probabilityOf: (score, standardError) => score + (standardError ?? 0),
    })
    expect(probability).toBeCloseTo(7.45, 12)
    expect(whatIf(today, [], { confidence: 0.9, changes: [] }).probability).toBeNull()
  })

  it('has no interval where today has none', () => {
    const blind = { score: 7, standardError: null, degreesOfFreedom: null }
    const { score, lower, upper } = whatIf(blind, [lever], {
      confidence: 0.9,
      changes: [{ code: 'a', steps: 5 }],
    })
    expect([score, lower, upper]).toEqual([7.1, null, null])
  })

  it('refuses to change what is no lever', () => {
    expect(() => whatIf(today, [lever], { confidence: 0.9, changes: [{ code: 'b', steps: 1 }] })).toThrow(
      expect.objectContaining({ code: 'unknown-lever' }),
    )
  })
})
