import type { Answer } from '../../answers.ts'
import type { ChoiceItem } from '../../questionnaire-schema.ts'
import { optionsOf } from '../../routing-path.ts'
import { localized } from '../views/pieces.ts'
import { choice, clearAnswer, type DrawField, fieldset, missingChoices } from './field-parts.ts'

/** A question with one choice or several, as radio buttons or checkboxes in a labelled group. */
export const choiceField: DrawField<ChoiceItem> = (survey, item, setting) => {
  const type = item.kind === 'single' ? 'radio' : 'checkbox'
  const answer = survey.answers[item.code]
  return fieldset(
    survey,
    item,
    setting,
    optionsOf(survey.questionnaire, item).map(({ code, label }, place) =>
      choice(item, {
        type,
        code,
        place,
        label: localized(label, survey.language),
        isChosen: isChosen(answer, code),
      }),
    ),
    missingChoices(survey, item, type),
    type === 'radio' && clearAnswer(survey, item),
  )
}

export function isChosen(answer: Answer | undefined, code: string): boolean {
  return typeof answer === 'object' ? answer.includes(code) : String(answer) === code
}
