import { type Answer, isMissing } from '../../survey-definitions/answers.ts'
import type { AnswerableItem, Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { isCoded } from '../../survey-definitions/randomised-options.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'
import { type DecodedAnswers, decodeAnswers, storedItems } from '../../survey-definitions/stored-answers.ts'
import type { Database } from '../db/database.ts'
import { publishedQuestionnaires } from '../submissions/published-questionnaires.ts'
import type { Wave } from '../waves/wave-store.ts'
import type { StoredResponse } from './response-store.ts'

/**
 * Reads responses as answers to the wave's present questionnaire, whichever version the firm
 * answered: codes keep their meaning from version to version. What its version did not ask is
 * `not-asked`; a choice that is none any more is `blank`.
 */
export function currentAnswers(
  database: Database,
  { questionnaire_hash }: Wave,
): (response: Pick<StoredResponse, 'questionnaire_hash' | 'answers'>) => Promise<DecodedAnswers> {
  const questionnaires = publishedQuestionnaires(database)
  return async (response) => {
    const own = await questionnaires(response.questionnaire_hash)
    const answers = decodeAnswers(own, response.answers)
    if (response.questionnaire_hash === questionnaire_hash) return answers
    return carriedOnto(await questionnaires(questionnaire_hash), answers)
  }
}

function carriedOnto(current: Questionnaire, answers: DecodedAnswers): DecodedAnswers {
  return Object.fromEntries(
    storedItems(current).map((item) => {
      const answer = Object.hasOwn(answers, item.code) ? answers[item.code] : 'not-asked'
      return [item.code, isMissing(answer) ? (answer ?? 'not-asked') : carried(current, item, answer)]
    }),
  )
}

function carried(current: Questionnaire, item: AnswerableItem, answer: Answer): Answer {
  const isNumber = item.kind === 'integer' || item.kind === 'decimal' || item.kind === 'scale'
  if (typeof answer === 'number') return isNumber ? answer : 'blank'
  const codes = new Set(optionsOf(current, item).map(({ code }) => code))
  if (typeof answer === 'string') return isCoded(item) && codes.has(answer) ? answer : 'blank'
  const kept = item.kind === 'multiple' ? answer.filter((code) => codes.has(code)) : []
  return kept.length > 0 ? kept : 'blank'
}
