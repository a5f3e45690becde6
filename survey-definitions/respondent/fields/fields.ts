import type { AnswerableItem } from '../../questionnaire-schema.ts'
import type { Child } from '../markup.ts'
import type { Survey } from '../survey.ts'
import { choiceField } from './choice-field.ts'
import type { Setting } from './field-parts.ts'
import { numberField } from './number-field.ts'
import { randomisedField } from './randomised-field.ts'
import { scaleField } from './scale-field.ts'
import { textField } from './text-field.ts'

/** The field of an item: a new kind of item is a file of its own and a line here. */
export function drawField(survey: Survey, item: AnswerableItem, setting: Setting): Child {
  if (item.kind === 'single' || item.kind === 'multiple') return choiceField(survey, item, setting)
  if (item.kind === 'scale') return scaleField(survey, item, setting)
  if (item.kind === 'integer' || item.kind === 'decimal') return numberField(survey, item, setting)
  if (item.kind === 'text' || item.kind === 'long-text') return textField(survey, item, setting)
  return randomisedField(survey, item, setting)
}
