import type { AnswerableItem } from '../../questionnaire-schema.ts'
import { el } from '../markup.ts'
import { writeNumber } from '../number-text.ts'
import { localized } from '../views/pieces.ts'
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

type NumberItem = Extract<AnswerableItem, { kind: 'integer' | 'decimal' }>

/** A number with its unit. The text stays as typed; what it means is the answer. */
export const numberField: DrawField<NumberItem> = (survey, item, setting) => {
  const written = writtenIn(survey, item)
  const unitId = inputId(item, 'unit')
  return el(
    'div',
    { class: 'field' },
    question(survey, item, setting, firstFieldId(item)),
    fieldNotes(survey, item, setting),
    el(
      'div',
      { class: 'measure' },
      el('input', {
        id: firstFieldId(item),
        name: item.code,
        class: 'input',
        type: 'text',
        inputmode: item.kind === 'integer' ? 'numeric' : 'decimal',
        autocomplete: 'off',
        value: typeof written === 'number' ? writeNumber(written, survey.language) : written,
        'aria-describedby': describedBy(item, setting, item.unit && unitId),
        'aria-invalid': setting.isWrong && 'true',
      }),
      item.unit && el('span', { id: unitId }, localized(item.unit, survey.language)),
    ),
    missingChoices(survey, item, 'checkbox'),
  )
}
