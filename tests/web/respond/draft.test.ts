import { describe, expect, it } from 'vitest'
import { giveAnswer, giveEntries } from '../../../survey-definitions/respondent/answering.ts'
import { openDraftStore, parseDraft } from '../../../web/respond/draft.ts'
import { resumedView } from '../../../web/respond/resumed-view.ts'
import { begunSurvey, itemOf, memoryStorage } from './survey.ts'

const NAME = 'pci-pulse/wave-1/aaaa'

describe('draft', () => {
  it('brings back answers, entries in the making, the place and the key', () => {
    const storage = memoryStorage()
    const survey = begunSurvey()
    giveAnswer(survey, itemOf(survey, 'land'), 'yes')
    giveEntries(survey, itemOf(survey, 'days'), { entries: ['12 ngày'] })
    survey.view = 'item days'
    expect(openDraftStore(() => storage, NAME).write(survey)).toBe(true)

    expect(openDraftStore(() => storage, NAME).read()).toEqual({
      key: survey.key,
      answers: { land: 'yes' },
      typed: { days: '12 ngày' },
      seen: [],
      done: [],
      skipped: [],
      arms: {},
      view: 'item days',
    })
  })

  it('holds nothing of a moment, nor what a toss has said', () => {
    const storage = memoryStorage()
    const survey = begunSurvey()
    survey.toss = 'yes'
    openDraftStore(() => storage, NAME).write(survey)
    const text = storage.getItem(NAME) ?? ''
    expect(text).not.toMatch(/\d{4}-\d\d-\d\d|toss/)
    expect(text.replaceAll(survey.key, '')).not.toMatch(/\d{10,}/)
  })

  it('does not open on a sensitive question, nor where nothing waits any more', () => {
    const survey = begunSurvey()
    const resumed = (view: string) => resumedView({ ...survey, view })
    expect(resumed('item extra')).toBe('hub')
    expect(resumed('change extra')).toBe('hub')
    expect(resumed('check informal')).toBe('hub')
    expect(resumed('erase item land')).toBe('hub')
    expect(resumed('receipt')).toBe('hub')
    expect(resumed('item gone')).toBe('hub')
    expect(resumed('item land')).toBe('item land')
    expect(resumed('sending')).toBe('sending')
  })

  it('says so when the browser keeps nothing, and goes on', () => {
    const refusing = memoryStorage({ refuses: true })
    const throwing = (): Storage => {
      throw new DOMException('denied', 'SecurityError')
    }
    for (const storage of [() => refusing, throwing]) {
      const store = openDraftStore(storage, NAME)
      expect(store.write(begunSurvey())).toBe(false)
      expect(store.read()).toBeUndefined()
      expect(() => store.remove()).not.toThrow()
    }
  })

  it.each(['', 'null', '{', '[]', '"text"', '{"key":"short"}', '{"answers":{}}'])(
    'is not mistaken for %j',
    (text) => {
      expect(parseDraft(text)).toBeUndefined()
    },
  )
})
