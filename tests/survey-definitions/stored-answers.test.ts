import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMissing } from '../../survey-definitions/answers.ts'
import {
  decodeAnswers,
  encodeAnswers,
  freeTextOf,
  storedItems,
} from '../../survey-definitions/stored-answers.ts'
import { anyKeptAnswers } from '../support/any-answers.ts'
import { featureQuestionnaire, publishedFiles, publishedQuestionnaire } from '../support/definition-files.ts'

describe('encodeAnswers', () => {
  it.each([
    ['single', { land: 'no' }, '[1]'],
    ['multiple-exclusive', { help: ['legal', 'training'] }, '[[0,1]]'],
    ['decimal', { cost: 12.5 }, '[12.5]'],
    ['required', { land: 'no' }, '[1,"n"]'],
    ['required', { land: 'yes', days: 'dont-know' }, '[0,"d"]'],
    ['rule-all', { land: 'refused' }, '["r",null]'],
    ['text', { place: 'Đồng Đăng' }, '[]'],
    ['list-experiment', { gifts: 'control-4' }, '[4]'],
    ['list-experiment', { gifts: 'treatment-0' }, '[5]'],
    ['crosswise', { paid: 'different' }, '[1]'],
    ['randomised', { bribed: 'yes' }, '[0]'],
  ])('writes %s %j as %s', (feature, kept, text) => {
    const questionnaire = featureQuestionnaire(feature)
    expect(encodeAnswers(questionnaire, kept)).toBe(text)
  })

  it('refuses an option the item does not have', () => {
    expect(() => encodeAnswers(featureQuestionnaire('single'), { land: 'perhaps' })).toThrow('land')
  })
})

describe('decodeAnswers', () => {
  it('tells the four missing codes apart', () => {
    const questionnaire = featureQuestionnaire('missing-codes')
    expect(decodeAnswers(questionnaire, '["d",null]')).toEqual({ land: 'dont-know', days: 'blank' })
    expect(decodeAnswers(featureQuestionnaire('required'), '["r","n"]')).toEqual({
      land: 'refused',
      days: 'not-asked',
    })
  })

  it.each(['[]', '[0,1]', '[2]', '["yes"]', '[-1]', '[0.5]', '{}', '[[0]]'])('refuses %s', (text) => {
    expect(() => decodeAnswers(featureQuestionnaire('single'), text)).toThrow('decodeAnswers requires')
  })

  const randomised = ['list-experiment', 'crosswise', 'randomised']
  const published = [...publishedFiles('questionnaires').keys()]
  it.each([...published, ...randomised])('gives back what was kept in %s', (name) => {
    const isPublished = published.includes(name)
    const questionnaire = isPublished ? publishedQuestionnaire(name) : featureQuestionnaire(name)
    const stored = new Set(storedItems(questionnaire).map(({ code }) => code))
    fc.assert(
      fc.property(anyKeptAnswers(questionnaire), (kept) => {
        const decoded = decodeAnswers(questionnaire, encodeAnswers(questionnaire, kept))
        expect(new Set(Object.keys(decoded))).toEqual(stored)
        for (const [item, answer] of Object.entries(decoded)) {
          expect(Object.hasOwn(kept, item) ? [kept[item]] : ['blank', 'not-asked']).toContainEqual(answer)
        }
        const texts = Object.fromEntries(
          freeTextOf(questionnaire, kept).map(({ item, text }) => [item, text]),
        )
        const real = Object.entries(decoded).filter(([item, answer]) => !isMissing(answer) || item in kept)
        expect({ ...Object.fromEntries(real), ...texts }).toEqual(kept)
      }),
      { seed: 2024, numRuns: 100 },
    )
  })
})

describe('freeTextOf', () => {
  it('gives the texts apart, in the order of the items', () => {
    expect(freeTextOf(featureQuestionnaire('text'), { place: 'Đồng Đăng' })).toEqual([
      { item: 'place', text: 'Đồng Đăng' },
    ])
    expect(freeTextOf(featureQuestionnaire('text'), {})).toEqual([])
  })
})
