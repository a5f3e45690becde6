import { describe, expect, it } from 'vitest'
import { giveAnswer, giveEntry } from '../../../web/respond/answering.ts'
import { openDraftStore, parseDraft } from '../../../web/respond/draft.ts'
import { draftOf, forget } from '../../../web/respond/survey-state.ts'
import { begin, enterSection, go, openSection } from '../../../web/respond/walking.ts'
import { itemOf, memoryStorage, openSurvey } from './survey.ts'

/** Writes what the page would have written after the last change. */
function save(survey: ReturnType<typeof openSurvey>): boolean {
  const draft = draftOf(survey)
  return draft !== undefined && survey.store.write(draft)
}

describe('draft', () => {
  it('brings back answers, entries in the making, the place and the key', () => {
    const storage = memoryStorage()
    const before = openSurvey(storage)
    begin(before, 'device')
    giveAnswer(before, itemOf('land'), 'yes')
    openSection(before, 'experience')
    enterSection(before, 'experience')
    giveEntry(before, itemOf('days'), '12 ngày')
    before.language.value = 'en'
    expect(save(before)).toBe(true)

    const after = openSurvey(storage)
    expect(after.answers.value).toEqual({ land: 'yes' })
    expect(after.typed.value).toEqual({ days: '12 ngày' })
    expect(after.view.value).toEqual({ name: 'item', item: 'days' })
    expect(after.key.value).toBe(before.key.value)
    expect(after.language.value).toBe('en')
  })

  it('holds nothing of a moment', () => {
    const storage = memoryStorage()
    const survey = openSurvey(storage)
    begin(survey, 'device')
    save(survey)
    const text = storage.getItem(survey.store.name) ?? ''
    expect(Object.keys(JSON.parse(text) as object).toSorted()).toEqual([
      'answers',
      'done',
      'key',
      'language',
      'seen',
      'skipped',
      'typed',
      'view',
    ])
    expect(text).not.toMatch(/\d{4}-\d\d-\d\d|\d{10,}/)
  })

  it('is not there before Begin, nor after the answers are gone', () => {
    const storage = memoryStorage()
    const survey = openSurvey(storage)
    expect(save(survey)).toBe(false)
    begin(survey, 'device')
    expect(save(survey)).toBe(true)
    forget(survey)
    expect(save(survey)).toBe(false)
    expect(storage.length).toBe(0)
  })

  it('does not open on a sensitive question', () => {
    const storage = memoryStorage()
    const survey = openSurvey(storage)
    begin(survey, 'device')
    go(survey, { name: 'item', item: 'extra' })
    save(survey)
    expect(openSurvey(storage).view.value).toEqual({ name: 'hub' })
  })

  it('never meets the answers to another wave or another version', () => {
    const storage = memoryStorage()
    const survey = openSurvey(storage)
    begin(survey, 'device')
    save(survey)
    const { wave, questionnaireHash } = survey.page
    expect(openDraftStore(storage, 'wave-2', questionnaireHash).read()).toBeUndefined()
    expect(openDraftStore(storage, wave, 'b'.repeat(64)).read()).toBeUndefined()
    expect(openDraftStore(storage, wave, questionnaireHash).read()).toBeDefined()
  })

  it('says so when the browser keeps nothing, and goes on', () => {
    for (const storage of [memoryStorage({ refuses: true }), undefined]) {
      const store = openDraftStore(storage, 'wave-1', 'a'.repeat(64))
      const survey = openSurvey(storage)
      begin(survey, 'device')
      const draft = draftOf(survey)
      expect(draft && store.write(draft)).toBe(false)
      expect(() => store.remove()).not.toThrow()
    }
  })

  it.each(['', 'null', '{', '[]', '{"key":"short"}', '{"key":"ABCDEFGHJKMNPQRSTVWXYZ0123","answers":[]}'])(
    'is not mistaken for %j',
    (text) => {
      expect(parseDraft(text)).toBeUndefined()
    },
  )
})
