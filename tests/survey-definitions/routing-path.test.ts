import { describe, expect, it } from 'vitest'
import { optionsOf, routingPath } from '../../survey-definitions/routing-path.ts'
import { featureQuestionnaire } from '../support/definition-files.ts'

describe('routingPath', () => {
  it('leaves out a section whose rule does not hold', () => {
    const questionnaire = featureQuestionnaire('section-show-if')
    const codes = (land: string) => routingPath(questionnaire, { land }).map(({ section }) => section.code)
    expect(codes('yes')).toEqual(['first', 'second'])
    expect(codes('no')).toEqual(['first'])
  })

  it('does not look at answers that are off the path', () => {
    const tiny = featureQuestionnaire('required')
    const [section] = tiny.sections
    const [land, days] = section?.items ?? []
    if (!section || !land || !days) throw new Error('the fixture has changed')
    const last = { ...land, code: 'last', showIf: { answered: 'days' } }
    const questionnaire = { ...tiny, sections: [{ ...section, items: [land, days, last] }] }
    const asked = routingPath(questionnaire, { land: 'no', days: 3 }).flatMap(({ items }) => items)
    expect(asked.map(({ code }) => code)).toEqual(['land'])
  })
})

describe('optionsOf', () => {
  it('finds options in the item or in the scale it names', () => {
    const named = featureQuestionnaire('named-scale')
    for (const item of named.sections.flatMap(({ items }) => items)) {
      expect(optionsOf(named, item).map(({ code }) => code)).toEqual(['strongly-agree', 'agree', 'disagree'])
    }
    const note = featureQuestionnaire('note')
    expect(note.sections.flatMap(({ items }) => items.map((item) => optionsOf(note, item).length))).toEqual([
      2, 0,
    ])
  })

  it('makes them up where chance has a part in the answer', () => {
    const labels = (kind: string) => {
      const questionnaire = featureQuestionnaire(kind)
      return Object.fromEntries(
        questionnaire.sections
          .flatMap(({ items }) => items.flatMap((item) => optionsOf(questionnaire, item)))
          .map(({ code, label }) => [code, label.vi]),
      )
    }
    expect(labels('list-experiment')).toEqual({
      'control-0': '0/4',
      'control-1': '1/4',
      'control-2': '2/4',
      'control-3': '3/4',
      'control-4': '4/4',
      'treatment-0': '0/5',
      'treatment-1': '1/5',
      'treatment-2': '2/5',
      'treatment-3': '3/5',
      'treatment-4': '4/5',
      'treatment-5': '5/5',
    })
    expect(Object.keys(labels('crosswise'))).toEqual(['same', 'different'])
    expect(labels('randomised')).toEqual({ yes: 'Có', no: 'Không' })
  })
})
