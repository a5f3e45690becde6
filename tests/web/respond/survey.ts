import { openDraftStore } from '../../../web/respond/draft.ts'
import { createSurvey } from '../../../web/respond/survey-state.ts'
import { EVERY_KIND } from '../../support/every-kind.ts'

/** What a browser's storage does, over a map; `refuses` as a browser does that keeps nothing. */
export function memoryStorage({ refuses = false } = {}): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => void kept.delete(name),
    setItem: (name, value) => {
      if (refuses) throw new DOMException('full', 'QuotaExceededError')
      kept.set(name, value)
    },
  }
}

/** The survey of a freshly opened page over the questionnaire with every kind of item. */
export function openSurvey(storage: Storage | undefined = memoryStorage()) {
  const page = {
    wave: 'wave-1',
    state: 'open',
    demo: false,
    channel: 'open',
    department: { vi: 'Sở' },
    province: { vi: 'Lạng Sơn' },
    questionnaireHash: 'a'.repeat(64),
    questionnaire: EVERY_KIND,
  } as const
  return createSurvey(page, openDraftStore(storage, page.wave, page.questionnaireHash))
}

/** The item of that code, as the page would hand it to a field. */
export function itemOf(code: string) {
  const item = EVERY_KIND.sections.flatMap(({ items }) => items).find((one) => one.code === code)
  if (!item || item.kind === 'note') throw new Error(`No answerable item ${code}`)
  return item
}
