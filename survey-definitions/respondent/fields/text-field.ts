import type { AnswerableItem, FreeTextItem } from '../../questionnaire-schema.ts'
import { el } from '../markup.ts'
import { say } from '../say.ts'
import type { CoreTexts } from '../texts/texts.ts'
import {
  describedBy,
  type DrawField,
  fieldNotes,
  firstFieldId,
  inputId,
  missingChoices,
  question,
  writtenIn,
} from './field-parts.ts'

/** Free text with a count of what is left; too long is said on Continue, never cut. */
export const textField: DrawField<FreeTextItem> = (survey, item, setting) => {
  const written = String(writtenIn(survey, item))
  const counterId = inputId(item, 'counter')
  return el(
    'div',
    { class: 'field' },
    question(survey, item, setting, firstFieldId(item)),
    fieldNotes(survey, item, setting),
    el(
      'textarea',
      {
        id: firstFieldId(item),
        name: item.code,
        class: 'input',
        rows: item.kind === 'text' ? 2 : 6,
        autocomplete: 'off',
        'aria-describedby': describedBy(item, setting, counterId),
        'aria-invalid': setting.isWrong && 'true',
      },
      written,
    ),
    el('p', { id: counterId, class: 'counter' }, charactersLeft(survey.texts, item, written)),
    missingChoices(survey, item, 'checkbox'),
  )
}

export function charactersLeft(texts: CoreTexts, item: AnswerableItem, written: string): string {
  const maxLength = 'maxLength' in item ? item.maxLength : 0
  const left = maxLength - Array.from(written.trim()).length
  return left < 0 ? say(texts.tooManyCharacters, -left) : say(texts.charactersLeft, left)
}
