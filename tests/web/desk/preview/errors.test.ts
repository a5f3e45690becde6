import { describe, expect, it } from 'vitest'
import { QUESTIONNAIRE_ERRORS } from '../../../../survey-definitions/definition-error.ts'
import { loadQuestionnaire } from '../../../../survey-definitions/load-questionnaire.ts'
import { brokenAt, errorPlace } from '../../../../web/desk/preview/error-place.ts'
import { errorWords, WORDED_ERRORS } from '../../../../web/desk/preview/error-words.ts'
import { TINY_QUESTIONNAIRE } from '../../../support/definitions.ts'

describe('errors of a draft', () => {
  it('are all worded, those of the text and of the edition too', () => {
    const codes = [
      ...QUESTIONNAIRE_ERRORS,
      'bad-json',
      'duplicate-key',
      'too-deep',
      'bad-unicode',
      'edition-not-published',
    ]
    expect(WORDED_ERRORS.toSorted()).toEqual(codes.toSorted())
  })

  it('of the shape are worded by what the schema says', () => {
    const [profile, ...others] = TINY_QUESTIONNAIRE.sections
    const { title: _left, ...untitled } = TINY_QUESTIONNAIRE
    const drafts = [
      { ...TINY_QUESTIONNAIRE, tilte: {} },
      untitled,
      { ...TINY_QUESTIONNAIRE, minutes: 0 },
      {
        ...TINY_QUESTIONNAIRE,
        sections: [{ ...profile, items: Array(201).fill(profile?.items[0]) }, ...others],
      },
      { ...TINY_QUESTIONNAIRE, minutes: 'ba' },
    ]
    const words = drafts.map((draft) => {
      const loaded = loadQuestionnaire(draft)
      const [error] = loaded.ok ? [] : loaded.errors
      return error && errorWords(error.code, error.message).split(/[ ,.]/).slice(0, 3).join(' ')
    })
    expect(words).toEqual(['Có thành phần', 'Thiếu thành phần', 'Giá trị nhỏ', 'Giá trị lớn', 'Sai kiểu dữ'])
  })

  it.each([
    ['/sections/1/items/0/text', 'mục 2 (experience), câu 1 (days)'],
    ['/sections/0/items/1/options/1/label/vi', 'mục 1 (profile), câu 2 (legal-form), lựa chọn 2 (limited)'],
    ['/sections/9', 'mục 10'],
    ['/title/vi', ''],
    ['', ''],
  ])('at %s are at %s', (path, words) => {
    expect(errorPlace(path, TINY_QUESTIONNAIRE)).toBe(words)
  })

  it('in broken JSON are found where the browser says, if it says so', () => {
    const lineOf = (text: string) => {
      try {
        return String(JSON.parse(text))
      } catch (error) {
        return brokenAt(String(error))
      }
    }
    expect(lineOf('{\n  "a": 1,,\n}')).toBe('dòng 2, cột 10')
    expect(brokenAt('JSON Parse error: Unexpected token')).toBe('')
  })
})
