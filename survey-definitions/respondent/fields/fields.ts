import type { AnswerableItem } from '../../questionnaire-schema.ts'
import { optionsOf } from '../../routing-path.ts'
import { isWord } from '../answering.ts'
import { type Child, each, el } from '../markup.ts'
import { writeNumber } from '../number-text.ts'
import type { Survey } from '../survey.ts'
import { localized } from '../views/pieces.ts'
import { choiceField, isChosen } from './choice-field.ts'
import type { Setting } from './field-parts.ts'
import { numberField } from './number-field.ts'
import { scaleField } from './scale-field.ts'
import { textField } from './text-field.ts'

/** The field of an item: a new kind of item is a file of its own and a line here. */
export function drawField(survey: Survey, item: AnswerableItem, setting: Setting): Child {
  if (item.kind === 'single' || item.kind === 'multiple') return choiceField(survey, item, setting)
  if (item.kind === 'scale') return scaleField(survey, item, setting)
  if (item.kind === 'integer' || item.kind === 'decimal') return numberField(survey, item, setting)
  return textField(survey, item, setting)
}

/** One answer in words, as the check pages show it. */
export function answerText(survey: Survey, item: AnswerableItem): Child {
  const { answers, texts, language } = survey
  const answer = answers[item.code]
  if (answer === undefined) return el('span', { class: 'quiet' }, texts.unanswered)
  if (isWord(item, answer)) return answer === 'refused' ? texts.refused : texts.dontKnow
  if (typeof answer === 'number') {
    const end = item.kind === 'scale' && (answer === 1 ? item.low : answer === 5 && item.high)
    const unit = 'unit' in item && item.unit
    return [writeNumber(answer, language), end && [': ', localized(end, language)], unit && [' ', localized(unit, language)]]
  }
  const chosen = optionsOf(survey.questionnaire, item).filter(({ code }) => isChosen(answer, code))
  return chosen.length > 0
    ? each(chosen, ({ label }) => el('span', { class: 'chosen' }, localized(label, language)))
    : el('span', { class: 'own-words' }, answer)
}
