import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createSampleBuilder,
  indicatorValues,
  type ReleasedResponse,
  type Sample,
  sampleOf,
} from '../../analysis/sample.ts'
import { simulateFirms } from '../../analysis/simulation/simulate-firms.ts'
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { TINY } from './tiny-survey.ts'

const answered = (answers: ReleasedResponse['answers'], channel = 'open'): ReleasedResponse => ({
  channel,
  answers,
})
const valuesIn = (sample: Sample, indicator: string) => {
  const column = sample.indicators.get(indicator)
  return column ? Array.from(indicatorValues(column)) : []
}
const values = (indicator: string, ...responses: readonly ReleasedResponse['answers'][]) =>
  valuesIn(
    sampleOf(
      TINY,
      responses.map((answers) => answered(answers)),
    ),
    indicator,
  )

describe('sampleOf', () => {
  it('keeps the four kinds of missing apart', () => {
    const { columns } = sampleOf(
      TINY,
      ['not-asked', 'dont-know', 'refused', 'blank', 'agree', 'no-dealings'].map((fair) =>
        answered({ fair }),
      ),
    )
    expect(columns.get('fair')).toMatchObject({ kind: 'choice', codes: Int8Array.of(-1, -2, -3, -4, 0, 2) })
  })

  it('takes an item that a response does not have as blank', () => {
    expect(sampleOf(TINY, [answered({})]).columns.get('days')).toMatchObject({ missing: Int8Array.of(-4) })
  })

  it('keeps ticks as bits and numbers as they are', () => {
    const { columns } = sampleOf(TINY, [
      answered({ obstacles: ['slow', 'costly'], days: 12 }),
      answered({ obstacles: ['none'], days: 'refused' }),
      answered({ obstacles: 'dont-know', days: 'not-asked' }),
    ])
    expect(columns.get('obstacles')).toMatchObject({
      ticks: Uint32Array.of(3, 4, 0),
      missing: Int8Array.of(0, 0, -2),
    })
    expect(columns.get('days')).toMatchObject({
      numbers: Float64Array.of(12, Number.NaN, Number.NaN),
      missing: Int8Array.of(0, -3, -1),
    })
  })

  it('has no column for free text', () => {
    expect([...sampleOf(TINY, []).columns.keys()]).not.toContain('why')
  })

  it('counts firms by channel, channels in a fixed order', () => {
    const { firms, channels } = sampleOf(TINY, [
      answered({}, 'slip'),
      answered({}, 'open'),
      answered({}, 'slip'),
    ])
    expect(firms).toBe(3)
    expect(Object.entries(channels)).toEqual([
      ['open', 1],
      ['slip', 2],
    ])
  })

  it('refuses a multiple choice with more options than there are bits', () => {
    const options = Array.from({ length: 33 }, (_none, k) => ({
      code: `o${k}`,
      label: { vi: 'x' },
      role: 'answer' as const,
      exclusive: false,
    }))
    const [section] = TINY.sections
    const wide = {
      ...TINY,
      sections: [
        {
          ...section,
          items: section?.items.map((item) => (item.code === 'obstacles' ? { ...item, options } : item)),
        },
      ],
    } as Questionnaire
    expect(() => sampleOf(wide, [])).toThrow(expect.objectContaining({ code: 'too-many-options' }))
  })
})

describe('values of indicators', () => {
  it('leave out who is out of the base or did not answer', () => {
    const firms = [
      { fair: 'agree' },
      { fair: 'disagree' },
      { fair: 'no-dealings' },
      { fair: 'dont-know' },
      { fair: 'blank' },
    ]
    expect(values('1.01', ...firms)).toEqual([1, 0, Number.NaN, Number.NaN, Number.NaN])
  })

  it('follow a base rule on another item', () => {
    expect(
      values(
        '2.03',
        { size: 'small', access: 4 },
        { size: 'large', access: 4 },
        { size: 'blank', access: 4 },
      ),
    ).toEqual([4, Number.NaN, Number.NaN])
  })

  it('follow a base rule for which blank and not-asked are no answers', () => {
    const onlyWithDays = Questionnaire.parse({
      ...TINY,
      sections: TINY.sections.map((section) => ({
        ...section,
        items: section.items.map((item) =>
          item.code === 'fair' && item.kind === 'single'
            ? {
                ...item,
                indicators: item.indicators.map((counting) => ({ ...counting, base: { answered: 'days' } })),
              }
            : item,
        ),
      })),
    })
    const firms = [4, 'blank', 'not-asked', 'refused'].map((days) => answered({ fair: 'agree', days }))
    expect(valuesIn(sampleOf(onlyWithDays, firms), '1.01')).toEqual([1, Number.NaN, Number.NaN, Number.NaN])
  })

  it('count options of a multiple choice one by one', () => {
    expect(
      values('1.05', { obstacles: ['slow'] }, { obstacles: ['slow', 'costly'] }, { obstacles: ['none'] }),
    ).toEqual([0, 1, 0])
  })

  it('count numbers from a bound up', () => {
    expect(values('2.02', { visits: 4 }, { visits: 5 }, { visits: 'dont-know' })).toEqual([0, 1, Number.NaN])
  })
})

it('gives the same whatever chunks the responses come in', () => {
  const provinceValues = {
    '1.01': 0.6,
    '1.02': 0.4,
    '1.03': 0.1,
    '1.04': 0.3,
    '1.05': 0.2,
    '2.01': 9,
    '2.02': 0.2,
    '2.03': 3.3,
    '2.04': 12,
  }
  const responses = [...simulateFirms({ questionnaire: TINY, values: provinceValues, firms: 40, seed: 1 })]
  const whole = sampleOf(TINY, responses)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 41 }), (size) => {
      const builder = createSampleBuilder(TINY)
      for (let from = 0; from < responses.length; from += size)
        builder.add(responses.slice(from, from + size))
      expect(builder.sample()).toEqual(whole)
    }),
  )
})
