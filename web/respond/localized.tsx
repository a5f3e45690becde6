import { inLanguage, type LocalizedText } from '../../survey-definitions/language.ts'
import { useSurvey } from './survey-context.ts'

/** A text of the questionnaire; Vietnamese, and marked as such, where it has no translation. */
export function Localized({ text }: { readonly text: LocalizedText }) {
  const language = useSurvey().language.value
  if (text[language] === undefined) return <span lang="vi">{text.vi}</span>
  return <>{inLanguage(text, language)}</>
}
