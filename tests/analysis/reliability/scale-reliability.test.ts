import { describe, expect, it } from 'vitest'
import { blockReliability } from '../../../analysis/reliability/block-reliability.ts'
import { scaleReliability } from '../../../analysis/reliability/scale-reliability.ts'
import { sampleOf } from '../../../analysis/sample.ts'
import { randomStream } from '../../../analysis/simulation/philox.ts'
import { Edition } from '../../../survey-definitions/edition-schema.ts'
import { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { TINY, TINY_EDITION } from '../tiny-survey.ts'

const text = (vi: string) => ({ vi })
const CODES = ['a', 'b', 'c', 'd']

/** Four items of one scale; the direction of each indicator as named. */
function survey(directions: readonly ('higher-is-better' | 'lower-is-better')[], counted = ['most', 'more']) {
  const [share] = TINY_EDITION.indicators
  const edition = Edition.parse({
    ...TINY_EDITION,
    indicators: directions.map((direction, k) => ({ ...share!, id: `1.0${k + 1}`, direction })),
  })
  const questionnaire = Questionnaire.parse({
    ...TINY,
    scales: { degree: ['most', 'more', 'less', 'least'].map((code) => ({ code, label: text(code) })) },
    sections: [
      {
        code: 'all',
        title: text('Tất cả'),
        items: CODES.map((code, k) => ({
          kind: 'single',
          code,
          text: text(code),
          scale: 'degree',
          indicators: [{ indicator: `1.0${k + 1}`, as: 'share', options: counted }],
        })),
      },
    ],
  })
  return { edition, questionnaire }
}

/** Firms that are content or not; the item named is answered the other way round. */
function answersOf(count: number, turned = '') {
  const random = randomStream(4, 0)
  return Array.from({ length: count }, () => {
    const content = 4 * random()
    const answers = CODES.map((code) => {
      const place = Math.min(3, Math.max(0, Math.floor(content + random() - 0.5)))
      return [code, ['most', 'more', 'less', 'least'][code === turned ? 3 - place : place] ?? ''] as const
    })
    return { channel: 'slip', answers: Object.fromEntries(answers) }
  })
}

const HIGHER = CODES.map(() => 'higher-is-better' as const)

function reliabilityOf({ edition, questionnaire }: ReturnType<typeof survey>, firms = answersOf(60)) {
  const sample = sampleOf(questionnaire, firms)
  return scaleReliability({ edition, questionnaire, sample, weights: new Float64Array(firms.length).fill(1) })
}

describe('reliability of a scale', () => {
  it('is that of its items', () => {
    const firms = answersOf(60)
    const places = ['most', 'more', 'less', 'least']
    const columns = CODES.map((code) =>
      Float64Array.from(firms, ({ answers }) => places.indexOf(answers[code] ?? '')),
    )
    const own = blockReliability(columns, new Float64Array(60).fill(1))
    const [scale, ...others] = reliabilityOf(survey(HIGHER), firms)
    expect(others).toEqual([])
    expect(scale).toMatchObject({ section: 'all', scale: 'degree', items: CODES, firms: 60, reversed: [] })
    expect(scale?.alpha).toBeCloseTo(own?.alpha ?? 0, 12)
    expect(scale?.omega).toBeCloseTo(own?.omega ?? 0, 12)
    expect(scale?.alphaError).toBeGreaterThan(0)
    expect(scale?.alphaError).toBeLessThan(0.1)
  })

  it('names an item that was answered against what its indicator supposes', () => {
    const [scale] = reliabilityOf(survey(HIGHER), answersOf(60, 'c'))
    expect(scale?.reversed).toEqual(['c'])
  })

  it('takes items the way their indicators count: what is asked the other way round is not reversed', () => {
    const turned = survey(HIGHER.map((direction, k) => (k === 2 ? 'lower-is-better' : direction)))
    expect(reliabilityOf(turned, answersOf(60, 'c'))[0]?.reversed).toEqual([])
    expect(reliabilityOf(turned)[0]?.reversed).toEqual(['c'])
  })

  it('is left out where options have no order, or too few firms answered all', () => {
    expect(reliabilityOf(survey(HIGHER, ['most']))).toEqual([])
    expect(reliabilityOf(survey(HIGHER, ['most', 'least']))).toEqual([])
    expect(reliabilityOf(survey(HIGHER), answersOf(9))).toEqual([])
  })
})
