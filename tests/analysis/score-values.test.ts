import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aggregate } from '../../analysis/aggregate.ts'
import { compositeWeightsFor } from '../../analysis/composite-weights.ts'
import { normalise } from '../../analysis/normalise.ts'
import { compositeOf, scoreValues } from '../../analysis/score-values.ts'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import pci2017 from '../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import fiveProvinces from '../truth/pci-2019-five-provinces.json' with { type: 'json' }
import { TINY_EDITION } from './tiny-survey.ts'

/** The official PCI 2019 workbook of VCCI: indicator values, sub-index scores, composite. */
interface OfficialProvince {
  readonly name: string
  readonly composite: number
  readonly official: Readonly<Record<string, number>>
  readonly values: Readonly<Record<string, number>>
}

const EDITION = Edition.parse(pci2017)
const ALL_PROVINCES = new URL('../../../shared/truth/pci-2019-provinces.json', import.meta.url)
const LINKED = ['business-support', 'labour-training']

describe('the official scores of 2019', () => {
  it.each(fiveProvinces.provinces.map((province) => [province.name, province] as const))(
    'of %s',
    (_name, province) => {
      expect(misses(province)).toEqual([])
    },
  )

  it.skipIf(!existsSync(ALL_PROVINCES))(
    'of all 63 provinces (needs ../shared/truth/pci-2019-provinces.json)',
    () => {
      const { provinces } = JSON.parse(readFileSync(ALL_PROVINCES, 'utf8')) as {
        provinces: readonly OfficialProvince[]
      }
      expect(provinces).toHaveLength(63)
      expect(provinces.flatMap(misses)).toEqual([])
    },
  )
})

/** The scores that are further from the official ones than they may be. */
function misses({ name, composite, official, values }: OfficialProvince): readonly string[] {
  const scores = scoreValues(EDITION, values, 2019)
  const subIndices = Object.entries(official).map(([code, score]) => ({ code, score, missingWeight: 0 }))
  const composites = [
    { what: 'composite of our own', score: scores.composite.score, truth: composite, tolerance: 1.3 },
    {
      what: 'composite of the official',
      score: compositeOf(EDITION, { subIndices, weightsYear: 2019 }).score,
      truth: composite,
      tolerance: 0.01,
    },
  ]
  const compared = scores.subIndices.map(({ code, score }) => ({
    what: code,
    score,
    truth: official[code] ?? Number.NaN,
    tolerance: LINKED.includes(code) ? 0.5 : 1e-4,
  }))
  return [...compared, ...composites]
    .filter(({ score, truth, tolerance }) => !(Math.abs((score ?? Number.NaN) - truth) <= tolerance))
    .map(({ what, score, truth }) => `${name} ${what}: ${score}, officially ${truth}`)
}

describe('normalise', () => {
  const rising = { direction: 'higher-is-better', anchor: { min: 2, max: 11, basis: 'observed' } } as const
  const falling = { ...rising, direction: 'lower-is-better' } as const

  it('makes the anchors 1 and 10, or 10 and 1', () => {
    expect(normalise(rising, 2)).toEqual({ score: 1, slope: 1, anchorExtended: false })
    expect(normalise(rising, 11).score).toBe(10)
    expect(normalise(falling, 2)).toEqual({ score: 10, slope: -1, anchorExtended: false })
    expect(normalise(falling, 11).score).toBe(1)
  })

  it('goes on along the line beyond the anchors unless told to extend them', () => {
    expect(normalise(rising, 12).score).toBe(11)
    expect(normalise(falling, 12).score).toBe(0)
  })

  it('extends an observed anchor to a value beyond it', () => {
    expect(normalise(rising, 20, 'extend')).toEqual({ score: 10, slope: 0.5, anchorExtended: true })
    expect(normalise(rising, -7, 'extend')).toEqual({ score: 1, slope: 0.5, anchorExtended: true })
    expect(normalise(falling, 20, 'extend')).toEqual({ score: 1, slope: -0.5, anchorExtended: true })
    expect(normalise(rising, 5, 'extend').anchorExtended).toBe(false)
  })

  it.each(['range known, position solved', 'observed 2017-2019'])(
    'leaves an anchor whose basis is "%s"',
    (basis) => {
      const inferred = { ...rising, anchor: { ...rising.anchor, basis } }
      expect(normalise(inferred, 12, 'extend')).toEqual({
        score: 11,
        slope: 1,
        anchorExtended: false,
      })
    },
  )

  it('refuses anchors without a range', () => {
    const flat = { ...rising, anchor: { min: 3, max: 3, basis: 'observed' } }
    expect(() => normalise(flat, 3)).toThrow(expect.objectContaining({ code: 'missing-anchor-range' }))
  })
})

describe('missing values', () => {
  it('share their weight out over the others, up to a third of it', () => {
    expect(
      aggregate([
        { weight: 2, score: 4 },
        { weight: 1, score: null },
      ]),
    ).toEqual({ score: 4, missingWeight: 1 / 3, gradient: [1, 0] })
    expect(
      aggregate([
        { weight: 1.9, score: 4 },
        { weight: 1, score: null },
      ]).score,
    ).toBeNull()
    expect(
      aggregate([
        { weight: 1, score: 3 },
        { weight: 3, score: 7 },
      ]).score,
    ).toBe(6)
    expect(aggregate([]).score).toBeNull()
  })

  it('withhold the sub-index, and count as much in the composite', () => {
    const { values } = fiveProvinces.provinces[0] ?? { values: {} }
    const scores = scoreValues(EDITION, { ...values, '8.01': null, '8.02': null, '8.03': null }, 2019)
    expect(scores.subIndices.find(({ code }) => code === 'business-support')).toMatchObject({
      score: null,
      missingWeight: expect.closeTo(0.4, 3),
    })
    expect(scores.composite.missingWeight).toBeCloseTo(0.2, 6)
    expect(scores.composite.score).not.toBeNull()
  })

  it('are missing too when the province has no such member, inherited ones not counted', () => {
    expect(
      scoreValues(TINY_EDITION, Object.create({ '1.01': 0.5 }) as Record<string, number>, 2019).composite
        .score,
    ).toBeNull()
  })
})

describe('composite weights', () => {
  it('are those of the year', () => {
    expect(compositeWeightsFor(EDITION, 2021).shareOf('transparency')).toBe(0.2)
    expect(compositeWeightsFor(EDITION, 2022).shareOf('informal-charges')).toBe(0.15)
    expect(compositeWeightsFor(EDITION, 2024)).toMatchObject({ years: [2022, 2024], inferred: true })
    expect(compositeWeightsFor(EDITION)).toMatchObject({ years: [2017, 2021], inferred: false })
  })

  it('are nothing for a sub-index they do not name', () => {
    expect(compositeWeightsFor(EDITION, 2024).shareOf('toString')).toBe(0)
  })

  it('are refused for a year that the edition does not know', () => {
    expect(() => compositeWeightsFor(EDITION, 2025)).toThrow(
      expect.objectContaining({ code: 'unknown-weights-year' }),
    )
  })
})
