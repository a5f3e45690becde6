import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorValues, type Sample, sampleOf } from '../../../analysis/sample.ts'
import { tiltedToMean } from '../../../analysis/simulation/discrete-distribution.ts'
import { nestedShares } from '../../../analysis/simulation/nested-shares.ts'
import { simulateFirms } from '../../../analysis/simulation/simulate-firms.ts'
import { SIMULATION_RATES } from '../../../analysis/simulation/simulation-rates.ts'
import type { Answers } from '../../../survey-definitions/answers.ts'
import { checkAnswers } from '../../../survey-definitions/check-answers.ts'
import { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import pciFull from '../../../survey-definitions/questionnaires/pci-full.json' with { type: 'json' }
import pciPulse from '../../../survey-definitions/questionnaires/pci-pulse.json' with { type: 'json' }
import { answerableItems, routingPath } from '../../../survey-definitions/routing-path.ts'
import fiveProvinces from '../../truth/pci-2019-five-provinces.json' with { type: 'json' }
import { TINY } from '../tiny-survey.ts'

const FULL = Questionnaire.parse(pciFull)
const LANG_SON = valuesOf('Lang Son')

describe('simulated firms', () => {
  const firms = [...simulateFirms({ questionnaire: FULL, values: LANG_SON, firms: 4000, seed: 11 })]
  const { indicators } = sampleOf(FULL, firms)

  it.each([...indicators.keys()])('have the value of the province in indicator %s', (code) => {
    const column = indicators.get(code)
    const truth = LANG_SON[code] ?? Number.NaN
    const values = (column ? indicatorValues(column) : new Float64Array()).filter(
      (value) => !Number.isNaN(value),
    )
    if (column?.as === 'median') return expectMedian(values.toSorted(), truth)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
    // Four standard errors: with a fixed seed this passes or fails for good.
    expect(Math.abs(mean - truth)).toBeLessThanOrEqual((4 * spread) / Math.sqrt(values.length) + 1e-6)
  })

  it('give answers that the survey itself would take, only to what they are asked', () => {
    for (const { answers } of firms.slice(0, 300)) {
      const given = Object.fromEntries(
        Object.entries(answers).filter(([, answer]) => answer !== 'not-asked' && answer !== 'blank'),
      ) as Answers
      expect(checkAnswers(FULL, given)).toMatchObject({ violations: [], pruned: [] })
      const asked = new Set(routingPath(FULL, given).flatMap(({ items }) => items.map(({ code }) => code)))
      for (const { code } of answerableItems(FULL)) {
        expect(answers[code] === undefined || (answers[code] !== 'not-asked') === asked.has(code)).toBe(true)
      }
    }
  })

  it('leave out more where it is sensitive, nothing blank where it is required', () => {
    const missing = (item: string) =>
      firms.filter(({ answers }) => answers[item] === 'refused' || answers[item] === 'blank').length
    expect(missing('q5-01')).toBeGreaterThan(missing('q4-02') * 1.5)
    const rates = {
      ...SIMULATION_RATES,
      missing: { ...SIMULATION_RATES.missing, required: { 'dont-know': 0, refused: 0, blank: 1 } },
    }
    for (const { answers } of simulateFirms({
      questionnaire: FULL,
      values: LANG_SON,
      firms: 20,
      seed: 1,
      rates,
    })) {
      expect(answers['land-procedure']).toMatch(/^(yes|no)$/)
    }
    expect(firms.some(({ answers }) => answers['land-procedure'] === 'dont-know')).toBe(true)
  })

  it('are the same for a seed, the first ones however many are drawn', () => {
    const draw = (count: number, seed: number) => [
      ...simulateFirms({ questionnaire: FULL, values: LANG_SON, firms: count, seed }),
    ]
    expect(draw(3, 5)).toEqual(draw(8, 5).slice(0, 3))
    expect(draw(3, 6)).not.toEqual(draw(3, 5))
  })

  it.each(fiveProvinces.provinces.map(({ name }) => name))(
    'can be those of %s, whatever its values',
    (name) => {
      for (const questionnaire of [FULL, Questionnaire.parse(pciPulse)]) {
        expect([...simulateFirms({ questionnaire, values: valuesOf(name), firms: 5, seed: 1 })]).toHaveLength(
          5,
        )
      }
    },
  )
})

describe('extreme values', () => {
  const simulate = (values: Record<string, number>) =>
    sampleOf(
      TINY,
      simulateFirms({ questionnaire: TINY, values: { ...BASE, ...values }, firms: 400, seed: 2 }),
    )
  const BASE = {
    '1.01': 0.5,
    '1.02': 0.5,
    '1.03': 0.2,
    '1.04': 0.2,
    '1.05': 0.2,
    '2.01': 10,
    '2.02': 0.2,
    '2.03': 3,
    '2.04': 20,
  }
  const answersTo = (values: Record<string, number>, code: string) =>
    valuesIn(simulate(values), code).filter((value) => !Number.isNaN(value))

  it.each([0, 1])('a share of %d is what all firms answer', (share) => {
    expect(new Set(answersTo({ '1.01': share, '1.04': share }, '1.01'))).toEqual(new Set([share]))
    expect(new Set(answersTo({ '1.04': share }, '1.04'))).toEqual(new Set([share]))
  })

  it('a nested share as large as what holds it leaves nothing between', () => {
    const { indicators } = simulate({ '1.02': 0.3, '1.03': 0.3 })
    expect(indicators.get('1.02')?.codes).toEqual(indicators.get('1.03')?.codes)
  })

  it.each([1, 5])('a mean of %d on the scale is what all firms answer', (mean) => {
    expect(new Set(answersTo({ '2.03': mean }, '2.03'))).toEqual(new Set([mean]))
  })

  it.each([0, 2.5, 7, 364.5, 365])('a median of %d has half of the firms on either side', (median) => {
    const days = answersTo({ '2.01': median }, '2.01')
    const share = (holds: (day: number) => boolean) => days.filter(holds).length / days.length
    expect(share((day) => day <= median)).toBeGreaterThan(0.43)
    expect(share((day) => day >= median)).toBeGreaterThan(0.43)
  })

  it('a mean out of bounds is refused', () => {
    expect(() => simulate({ '2.04': 101 })).toThrow(
      expect.objectContaining({ code: 'values-cannot-be-simulated' }),
    )
  })
})

describe('nestedShares', () => {
  it('gives every set its share exactly, and keeps the shape within', () => {
    const cell = fc.double({ min: 0.05, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        fc.tuple(cell, cell, cell, cell),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (shape, outer, part) => {
          const [a = 0, b = 0, c = 0, d = 0] = nestedShares(shape, [
            { places: new Set([2, 3]), share: outer },
            { places: new Set([3]), share: outer * part },
          ])
          expect(c + d).toBeCloseTo(outer, 12)
          expect(d).toBeCloseTo(outer * part, 12)
          expect(a + b + c + d).toBeCloseTo(1, 12)
          expect(a * shape[1]).toBeCloseTo(b * shape[0], 12)
        },
      ),
    )
  })

  it.each([
    [
      [
        { places: new Set([0, 1]), share: 0.5 },
        { places: new Set([1, 2]), share: 0.5 },
      ],
    ],
    [[{ places: new Set([0, 1, 2]), share: 0.5 }]],
    [
      [
        { places: new Set([1, 2]), share: 0.2 },
        { places: new Set([2]), share: 0.5 },
      ],
    ],
    [
      [
        { places: new Set([0]), share: 0.7 },
        { places: new Set([1]), share: 0.7 },
      ],
    ],
  ])('refuses sets that overlap, leave no room or need more than there is: %#', (sets) => {
    expect(() => nestedShares([1, 1, 1], sets)).toThrow(
      expect.objectContaining({ code: 'values-cannot-be-simulated' }),
    )
  })
})

it('tiltedToMean has the mean asked for, to the last digits', () => {
  const grid = Array.from({ length: 1001 }, (_none, k) => k / 10)
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 99.99, noNaN: true }), (mean) => {
      const probabilities = tiltedToMean(
        grid,
        grid.map(() => 1),
        mean,
      )
      expect(probabilities.reduce((sum, p, k) => sum + p * (grid[k] ?? 0), 0)).toBeCloseTo(mean, 9)
      expect(Math.min(...probabilities)).toBeGreaterThanOrEqual(0)
    }),
  )
})

function expectMedian(sorted: Float64Array, median: number): void {
  const below = sorted.filter((value) => value < median).length / sorted.length
  const above = sorted.filter((value) => value > median).length / sorted.length
  const room = 2 / Math.sqrt(sorted.length)
  expect(below).toBeLessThanOrEqual(0.5 + room)
  expect(above).toBeLessThanOrEqual(0.5 + room)
}

function valuesOf(name: string): Readonly<Record<string, number>> {
  const found = fiveProvinces.provinces.find((province) => province.name === name)
  if (!found) throw new Error(`no province ${name}`)
  return found.values
}

function valuesIn({ indicators }: Pick<Sample, 'indicators'>, code: string): readonly number[] {
  const column = indicators.get(code)
  return column ? [...indicatorValues(column)] : []
}
