import type { Language } from '../../survey-definitions/language.ts'
import { act, type Acts, CORE_ACTS, takeEntries } from '../../survey-definitions/respondent/act.ts'
import { CHECKING } from '../../survey-definitions/respondent/checking.ts'
import { LATER_ACTS } from '../../survey-definitions/respondent/later-acts.ts'
import { packQuestionnaire } from '../../survey-definitions/respondent/pack-questionnaire.ts'
import { go, nothingYet, type Progress, type Survey } from '../../survey-definitions/respondent/survey.ts'
import { TEXTS } from '../../survey-definitions/respondent/texts/all-texts.ts'
import { unpackQuestionnaire } from '../../survey-definitions/respondent/unpack-questionnaire.ts'
import { randomCode, SECRET_LENGTH } from '../random-code.ts'
import type { SurveyPage } from './survey-page-store.ts'

/** Acts of a page without script. Sending is the server's own: see form-sending.ts. */
const ACTS: Acts = {
  ...CORE_ACTS,
  ...LATER_ACTS,
  erase: (survey) => {
    Object.assign(survey, nothingYet())
  },
}

/** One firm's walk as a posted form carries it: nothing of it is stored before it is sent. */
export function formSurvey(page: SurveyPage, language: Language, draft: Progress): Survey {
  const { core, later, letter, randomised } = TEXTS[language]
  const survey: Survey = {
    ...draft,
    questionnaire: unpackQuestionnaire(packQuestionnaire(page.questionnaire, language), language),
    language,
    texts: { ...letter, ...core, ...randomised, ...later },
    checking: CHECKING,
    keeping: 'memory',
    problems: [],
  }
  return survey
}

/** Does what was pressed, after taking what stands in the fields of the view that was posted. */
export function actOnForm(survey: Survey, fields: URLSearchParams): void {
  const pressed = fields.get('do') ?? 'next'
  if (survey.key === '') return begin(survey, fields)
  takeEntries(survey, (name) => fields.getAll(name))
  if (Object.hasOwn(ACTS, pressed.split(' ')[0] ?? '')) act(survey, ACTS, pressed)
}

function begin(survey: Survey, fields: URLSearchParams): void {
  if (fields.get('consent') !== 'yes') {
    survey.problems = [{ item: 'consent', code: 'required' }]
    return
  }
  survey.key = randomCode(SECRET_LENGTH)
  go(survey, 'hub')
}
