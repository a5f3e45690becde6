import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../survey-definitions/check-answer.ts'
import { answerableItems } from '../../survey-definitions/routing-path.ts'
import { anyAnswer } from '../support/any-answers.ts'
import { featureFiles, featureQuestionnaire } from '../support/definition-files.ts'

function check(feature: string, answer: unknown) {
  const questionnaire = featureQuestionnaire(feature)
  const [item] = answerableItems(questionnaire)
  if (!item) throw new Error(`${feature} has no item`)
  const checked = checkAnswer(questionnaire, item, answer)
  return checked.ok ? { answer: checked.answer } : checked.code
}

describe('checkAnswer refuses', () => {
  it.each([
    ['single', 'perhaps', 'bad_option'],
    ['single', 0, 'wrong_type'],
    ['single', ['yes'], 'wrong_type'],
    ['single', null, 'wrong_type'],
    ['missing-codes', 'refused', 'bad_option'],
    ['multiple-exclusive', ['legal', 'cash'], 'bad_option'],
    ['multiple-exclusive', ['legal', 'legal'], 'duplicate_option'],
    ['multiple-exclusive', ['legal', 'none'], 'exclusive'],
    ['multiple-exclusive', [], 'wrong_type'],
    ['multiple-exclusive', ['legal', 1], 'wrong_type'],
    ['multiple-exclusive', 'legal', 'wrong_type'],
    ['integer', 'NaN', 'wrong_type'],
    ['integer', '1e3', 'wrong_type'],
    ['integer', '0x10', 'wrong_type'],
    ['integer', ' 3 ', 'wrong_type'],
    ['integer', 'blank', 'wrong_type'],
    ['integer', Number.POSITIVE_INFINITY, 'not_finite'],
    ['integer', Number.NaN, 'not_finite'],
    ['integer', 9_007_199_254_740_992, 'out_of_range'],
    ['integer', 366, 'out_of_range'],
    ['integer', -1, 'out_of_range'],
    ['integer', 0.1, 'not_integer'],
    ['decimal', 2.675, 'too_many_decimals'],
    ['decimal', 100.01, 'out_of_range'],
    ['decimal', 1e300, 'out_of_range'],
    ['scale', 0, 'out_of_range'],
    ['scale', 6, 'out_of_range'],
    ['scale', 2.5, 'not_integer'],
    ['scale', 9_007_199_254_740_992, 'out_of_range'],
    ['list-experiment', 'treatment-6', 'bad_option'],
    ['list-experiment', 'control-5', 'bad_option'],
    ['list-experiment', 'control--1', 'bad_option'],
    ['list-experiment', 'treatment-03', 'bad_option'],
    ['list-experiment', '3', 'bad_option'],
    ['list-experiment', 3, 'wrong_type'],
    ['list-experiment', { arm: 'treatment', count: 3 }, 'wrong_type'],
    ['list-experiment', ['treatment-3'], 'wrong_type'],
    ['crosswise', 'true', 'bad_option'],
    ['crosswise', true, 'wrong_type'],
    ['randomised', 'truth', 'bad_option'],
    ['randomised', { toss: 'yes', answer: 'yes' }, 'wrong_type'],
    ['text', 'a'.repeat(21), 'too_long'],
    ['text', 'a\u0000', 'bad_text'],
    ['text', 7, 'wrong_type'],
    ['long-text', 'a'.repeat(2001), 'too_long'],
  ])('%s: %j', (feature, answer, code) => {
    expect(check(feature, answer)).toBe(code)
  })

  it('a way not to answer that a number does not offer', () => {
    const questionnaire = featureQuestionnaire('missing-codes')
    const days = answerableItems(questionnaire).find(({ code }) => code === 'days')
    expect(days && checkAnswer(questionnaire, days, 'dont-know')).toEqual({ ok: false, code: 'wrong_type' })
  })
})

describe('checkAnswer takes', () => {
  it.each([
    ['single', 'yes', 'yes'],
    ['single', 'dont-know', 'dont-know'],
    ['named-scale', 'agree', 'agree'],
    ['multiple-exclusive', 'refused', 'refused'],
    ['multiple-exclusive', ['training', 'legal'], ['legal', 'training']],
    ['multiple-exclusive', ['none'], ['none']],
    ['integer', 365, 365],
    ['decimal', 12.34, 12.34],
    ['scale', 5, 5],
    ['list-experiment', 'control-0', 'control-0'],
    ['list-experiment', 'treatment-5', 'treatment-5'],
    ['list-experiment', 'refused', 'refused'],
    ['crosswise', 'different', 'different'],
    ['randomised', 'no', 'no'],
    ['randomised', 'dont-know', 'dont-know'],
    ['text', ' Đồng Đăng ', 'Đồng Đăng'],
    ['text', 'refused', 'refused'],
    ['text', ' \u200B ', undefined],
  ])('%s: %j as %j', (feature, answer, kept) => {
    expect(check(feature, answer)).toEqual({ answer: kept })
  })

  it('minus nought as nought', () => {
    expect(check('integer', -0)).toStrictEqual({ answer: 0 })
  })

  it.each([...featureFiles().keys()])('every answer that %s allows, unchanged', (feature) => {
    const questionnaire = featureQuestionnaire(feature)
    for (const item of answerableItems(questionnaire)) {
      fc.assert(
        fc.property(anyAnswer(questionnaire, item), (answer) => {
          expect(checkAnswer(questionnaire, item, answer)).toEqual({ ok: true, answer })
        }),
        { seed: 2024, numRuns: 50 },
      )
    }
  })
})
