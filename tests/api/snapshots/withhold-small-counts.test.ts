import { describe, expect, it } from 'vitest'
import { estimate } from '../../../analysis/estimate-sample.ts'
import type { Estimation } from '../../../analysis/estimation.ts'
import { sampleOf } from '../../../analysis/sample.ts'
import { withholdSmallCounts } from '../../../api/snapshots/withhold-small-counts.ts'
import { Edition } from '../../../survey-definitions/edition-schema.ts'
import { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { TINY_EDITION, TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

const QUESTIONS = ['fair', 'open', 'kind', 'quick']

/** Four indicators in one sub-index, each from a question of its own; one in the other. */
const EDITION = Edition.parse({
  ...TINY_EDITION,
  indicators: [
    TINY_EDITION.indicators[0],
    ...QUESTIONS.map((_, place) => ({ ...TINY_EDITION.indicators[1]!, id: `5.0${place + 1}` })),
  ],
})

const [PROFILE, EXPERIENCE] = TINY_QUESTIONNAIRE.sections
const FAIR = EXPERIENCE!.items.find(({ code }) => code === 'fair')!
const QUESTIONNAIRE = Questionnaire.parse({
  ...TINY_QUESTIONNAIRE,
  sections: [
    PROFILE,
    {
      ...EXPERIENCE,
      items: [
        ...EXPERIENCE!.items.filter((item) => item !== FAIR),
        ...QUESTIONS.map((code, place) => ({
          ...FAIR,
          code,
          indicators: [{ indicator: `5.0${place + 1}`, as: 'share', atLeast: 4 }],
        })),
      ],
    },
  ],
})

/** What is stored of twenty firms, of which so many answered each of the four questions. */
function stored(
  answered: Readonly<Record<string, number>>,
  { sensitive = '', saying = [] as number[] } = {},
) {
  const questionnaire = Questionnaire.parse({
    ...QUESTIONNAIRE,
    sections: QUESTIONNAIRE.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => (item.code === sensitive ? { ...item, sensitive: true } : item)),
    })),
  })
  const firms = Array.from({ length: 20 }, (_, firm) => ({
    channel: 'open',
    answers: {
      days: 10 + firm,
      ...Object.fromEntries(
        QUESTIONS.filter((code) => firm < (answered[code] ?? 20)).map((code, place) => [
          code,
          code === sensitive ? (saying[firm % saying.length] ?? 1) : 1 + ((firm + place) % 5),
        ]),
      ),
    },
  }))
  const estimation = estimate({
    edition: EDITION,
    questionnaire,
    sample: sampleOf(questionnaire, firms),
    scaleLink: 'none',
  })
  const { indicators, subIndices, items, gradients, dkBounds } = withholdSmallCounts(estimation, {
    questionnaire,
    profiles: [],
  })
  return {
    silent: items.filter((item) => item.withheld).map(({ item }) => item),
    graded: gradients.map(({ code }) => code),
    bounded: dkBounds.subIndices.map(({ code }) => code),
    days: items.find(({ item }) => item === 'days'),
    withheld: indicators.filter((indicator) => indicator.withheld).map(({ code }) => code),
    shown: indicators.filter(({ score }) => score !== null).map(({ code }) => code),
    score: subIndices.find(({ code }) => code === 'informal-charges')?.score,
  }
}

describe('withholdSmallCounts', () => {
  it('withholds nothing where enough firms answered', () => {
    expect(stored({})).toMatchObject({ withheld: [], shown: ['2.01', '5.01', '5.02', '5.03', '5.04'] })
  })

  it('counts an indicator of one answer for nothing: it is not in the score that would give another back', () => {
    expect(stored({ fair: 1, kind: 4, quick: 11 }).withheld).toEqual(['5.01', '5.03', '5.04'])
    expect(stored({ fair: 1 })).toMatchObject({ withheld: ['5.01'], shown: ['2.01', '5.02', '5.03', '5.04'] })
  })

  it('takes one more with an indicator that its sub-index would give back: of the fewest answers', () => {
    const { withheld, shown, score } = stored({ fair: 4, kind: 11 })
    expect(score).toBeTypeOf('number')
    expect(withheld).toEqual(['5.01', '5.03'])
    expect(shown).toEqual(['2.01', '5.02', '5.04'])
  })

  it('takes no third where two hide each other', () => {
    expect(stored({ fair: 4, kind: 3 }).withheld).toEqual(['5.01', '5.03'])
  })

  it('takes no second where the sub-index has no score to tell by', () => {
    const { withheld, score } = stored({ fair: 4, open: 0, kind: 0 })
    expect(score).toBeNull()
    expect(withheld).toEqual(['5.01'])
  })

  it('withholds the answers behind an indicator that it withholds, and what is worked out from it', () => {
    const { withheld, silent, graded, bounded } = stored({ fair: 4, kind: 11 })
    expect(withheld).toEqual(['5.01', '5.03'])
    expect(silent).toEqual(expect.arrayContaining(['fair', 'kind']))
    expect(silent).not.toContain('open')
    expect(graded).toEqual(['2.01', '5.02', '5.04'])
    expect(bounded).not.toContain('informal-charges')
    expect(stored({}).bounded).toContain('informal-charges')
  })

  it('withholds a sensitive question to which all, or all but one, said the same', () => {
    const saying = (...points: number[]) => stored({}, { sensitive: 'open', saying: points }).withheld
    expect(saying(2)).toContain('5.02')
    expect(saying(2, ...Array.from({ length: 19 }, () => 5))).toContain('5.02')
    // They differ in the points and agree in what counts: all at least 4, or none.
    expect(saying(4, 5)).toContain('5.02')
    expect(saying(1, 2, 3)).toContain('5.02')
    expect(saying(1, 5)).toEqual([])
  })

  it('shows no bar of numbers that fewer than five firms stand behind', () => {
    const { days } = stored({})
    const numbers = days && 'numbers' in days ? days.numbers : null
    expect(numbers?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(20)
    expect(Math.min(...(numbers?.bins.map(({ count }) => count) ?? []))).toBeGreaterThanOrEqual(5)
    // Days were 10 to 29, one firm each: the fifth from either end is 14 and 25.
    expect(numbers).toMatchObject({ min: 14, max: 26, lowerQuartile: 14.75, upperQuartile: 24.25 })
    expect([numbers?.bins[0]?.from, numbers?.bins.at(-1)?.to]).toEqual([14, 26])
  })
})

describe('withholding from what is made of the answers', () => {
  const estimation = estimate({
    edition: EDITION,
    questionnaire: QUESTIONNAIRE,
    sample: sampleOf(
      QUESTIONNAIRE,
      Array.from({ length: 20 }, (_, firm) => ({
        channel: 'open',
        answers: {
          days: 10 + firm,
          ...Object.fromEntries(
            QUESTIONS.filter((code) => code !== 'kind' || firm < 4).map((code) => [code, 1 + (firm % 5)]),
          ),
        },
      })),
    ),
    scaleLink: 'none',
  })
  const scores = { with: 6, without: 6.2, downWeighted: 6.1 }
  const bySignal = { 'low-spread': 7, 'far-from-others': 4, 'uneven-halves': 0, 'near-duplicate': 5, fast: 0 }
  const compared: Estimation = {
    ...estimation,
    careless: {
      status: 'compared',
      flagged: 6,
      bySignal: { ...bySignal, 'long-run': 1 },
      subIndices: estimation.subIndices.map(({ code }) => ({ code, ...scores })),
      composite: { with: 60, without: 62, downWeighted: 61 },
    },
    reliability: [['fair', 'open', 'quick'], QUESTIONS].map((items) => ({
      section: 'experience',
      scale: '1-5',
      items,
      firms: 20,
      alpha: 0.5,
      alphaError: 0.1,
      omega: 0.5,
      reversed: [],
    })),
    sensitive: ['kind', 'fair'].map((item) => ({
      item,
      design: 'crosswise',
      answers: 20,
      guards: [],
      estimate: 0.4,
      standardError: 0.1,
      lower: 0.3,
      upper: 0.5,
    })),
  }
  const shown = withholdSmallCounts(compared, { questionnaire: QUESTIONNAIRE, profiles: [] })

  it('takes the scores of sub-indices that hide an indicator, and the composite that tells theirs', () => {
    expect(shown.careless).toEqual({
      status: 'compared',
      flagged: 6,
      bySignal: { ...bySignal, 'long-run': null, 'far-from-others': null },
      subIndices: [{ code: 'land-access', ...scores }],
      composite: null,
    })
  })

  it('takes what rests on a question whose answers are withheld', () => {
    const silent = shown.items.filter(({ withheld }) => withheld).map(({ item }) => item)
    expect(silent).toContain('kind')
    const open = shown.reliability.map(({ items }) => items)
    expect(open).toEqual(
      [['fair', 'open', 'quick']].filter((items) => !items.some((item) => silent.includes(item))),
    )
    const none = { estimate: null, standardError: null, lower: null, upper: null }
    expect(shown.sensitive?.find(({ item }) => item === 'kind')).toMatchObject(none)
    expect(shown.sensitive?.filter(({ item }) => !silent.includes(item))).toEqual(
      compared.sensitive?.filter(({ item }) => !silent.includes(item)),
    )
  })
})
