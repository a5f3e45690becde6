import type { Survey } from '../../survey-definitions/respondent/survey.ts'
import { errorSummary, fieldError } from '../../survey-definitions/respondent/views/error-summary.ts'
import { toDom } from './dom.ts'

/** Says what Begin lacks: in the letter, which is the server's, and where the fields stand. */
export function refuseToBegin(survey: Survey): void {
  const { texts } = survey
  for (const old of document.querySelectorAll('.error-summary, .field-error')) old.remove()
  document
    .getElementById('ticks')
    ?.prepend(
      toDom(errorSummary(texts, [{ field: 'consent', message: texts.consentNeeded }])),
      toDom(fieldError(texts, 'consent-problem', texts.consentNeeded)),
    )
  document.getElementById('consent')?.setAttribute('aria-describedby', 'consent-problem')
  survey.problems = [{ item: 'consent', code: 'required' }]
}
