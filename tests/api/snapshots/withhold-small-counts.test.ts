import { describe, expect, it } from 'vitest'
import { estimate } from '../../../analysis/estimate-sample.ts'
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
function stored(answered: Readonly<Record<string, number>>) {
  const firms = Array.from({ length: 20 }, (_, firm) => ({
    channel: 'open',
    answers: {
      days: 10 + firm,
      ...Object.fromEntries(
        QUESTIONS.filter((code) => firm < (answered[code] ?? 20)).map((code, place) => [
          code,
          1 + ((firm + place) % 5),
        ]),
      ),
    },
  }))
  const estimation = estimate({
    edition: EDITION,
    questionnaire: QUESTIONNAIRE,
    sample: sampleOf(QUESTIONNAIRE, firms),
    scaleLink: 'none',
  })
  const { indicators, subIndices } = withholdSmallCounts(estimation, {
    questionnaire: QUESTIONNAIRE,
    profiles: [],
  })
  return {
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
})
