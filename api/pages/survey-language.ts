import type { Language } from '../../survey-definitions/language.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'

/** The language an address asks for; Vietnamese without one. Undefined when the survey is not written in it. */
export function surveyLanguage(
  { languages }: Questionnaire,
  asked: string | undefined,
): Language | undefined {
  return asked === undefined ? 'vi' : languages.find((language) => language === asked && language !== 'vi')
}
