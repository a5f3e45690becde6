import { CHECKING } from '../../../survey-definitions/respondent/checking.ts'
import { packQuestionnaire } from '../../../survey-definitions/respondent/pack-questionnaire.ts'
import { nothingYet, type Survey } from '../../../survey-definitions/respondent/survey.ts'
import { TEXTS } from '../../../survey-definitions/respondent/texts/all-texts.ts'
import { unpackQuestionnaire } from '../../../survey-definitions/respondent/unpack-questionnaire.ts'
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

/** The survey of a page that was begun, over the questionnaire with every kind of item, as the page carries it. */
export function begunSurvey(): Survey {
  const { letter, core, later, randomised } = TEXTS.vi
  return {
    ...nothingYet(),
    key: '0123456789abcdef0123456789abcdef',
    view: 'hub',
    questionnaire: unpackQuestionnaire(packQuestionnaire(EVERY_KIND, 'vi'), 'vi'),
    language: 'vi',
    texts: { ...letter, ...core, ...later, ...randomised },
    checking: CHECKING,
    keeping: 'device',
    problems: [],
  }
}

/** The item of that code, as a field gets it. */
export function itemOf(survey: Survey, code: string) {
  const item = survey.questionnaire.sections.flatMap(({ items }) => items).find((one) => one.code === code)
  if (!item || item.kind === 'note') throw new Error(`No answerable item ${code}`)
  return item
}
