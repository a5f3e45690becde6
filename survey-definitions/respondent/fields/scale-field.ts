import type { AnswerableItem } from '../../questionnaire-schema.ts'
import { el } from '../markup.ts'
import { localized } from '../views/pieces.ts'
import { clearAnswer, type DrawField, fieldset, inputId, missingChoices } from './field-parts.ts'

type ScaleItem = Extract<AnswerableItem, { kind: 'scale' }>

/** Five points in a row with words at both ends, which belong to the names of 1 and 5. */
export const scaleField: DrawField<ScaleItem> = (survey, item, setting) => {
  const { answers, language } = survey
  return fieldset(
    survey,
    item,
    setting,
    el(
      'div',
      { class: 'scale' },
      [1, 2, 3, 4, 5].map((point, place) => {
        const end = point === 1 ? item.low : point === 5 && item.high
        return el(
          'label',
          { class: 'point' },
          el('input', {
            id: inputId(item, place),
            type: 'radio',
            name: item.code,
            value: point,
            checked: answers[item.code] === point,
          }),
          el('span', { class: 'number' }, point),
          end && el('span', { class: 'words' }, localized(end, language)),
        )
      }),
    ),
    missingChoices(survey, item, 'radio'),
    clearAnswer(survey, item),
  )
}
