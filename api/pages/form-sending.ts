import { z } from 'zod'
import { checkAnswers } from '../../survey-definitions/check-answers.ts'
import type { Child } from '../../survey-definitions/respondent/markup.ts'
import { nothingYet, type Survey } from '../../survey-definitions/respondent/survey.ts'
import { receiptView } from '../../survey-definitions/respondent/views/receipt-view.ts'
import { type StopCode, stoppedView } from '../../survey-definitions/respondent/views/stopped-view.ts'
import type { SurveyHead } from './survey-page-store.ts'

const Reply = z.object({ receipt: z.string().optional(), code: z.string().optional() })

const STOPS: Readonly<Record<string, StopCode>> = {
  key_reused: 'key_reused',
  closed: 'closedMeanwhile',
  not_open: 'not_open',
  not_found: 'not_found',
  unknown_version: 'unknown_version',
}

/** Sends a walk's answers through the door that browsers use, and shows how it ended. */
export async function sendForm(
  survey: Survey,
  head: SurveyHead,
  post: (path: string, body: string) => Promise<Response>,
): Promise<Child> {
  const { kept } = checkAnswers(survey.questionnaire, survey.answers)
  const reply = await post(
    `/${head.wave}/submissions`,
    JSON.stringify({ key: survey.key, questionnaire: head.hash, channel: head.channel, answers: kept }),
  )
  const { receipt, code = '' } = Reply.parse(await reply.json())
  if (receipt === undefined) return stoppedView(survey, STOPS[code] ?? 'refusedByServer', [])
  Object.assign(survey, nothingYet())
  return receiptView(survey.texts, receipt)
}
