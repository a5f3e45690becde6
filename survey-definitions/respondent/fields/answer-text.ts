import { optionsOf } from '../../routing-path.ts'
import type { AnswerableItem } from '../../questionnaire-schema.ts'
import { isWord } from '../answering.ts'
import { type Child, el } from '../markup.ts'
import { writeNumber } from '../number-text.ts'
import type { Survey } from '../survey.ts'
import { localized } from '../views/pieces.ts'
import { isChosen } from './choice-field.ts'

/** One answer in words, as the check pages show it. */
export function answerText(survey: Survey, item: AnswerableItem): Child {
  const { answers, texts, language } = survey
  const answer = answers[item.code]
  if (answer === undefined) return el('span', { class: 'quiet' }, texts.unanswered)
  if (isWord(item, answer)) return answer === 'refused' ? texts.refused : texts.dontKnow
  if (typeof answer === 'number') return numberText(survey, item, answer)
  const chosen = optionsOf(survey.questionnaire, item).filter(({ code }) => isChosen(answer, code))
  return chosen.length > 0
    ? chosen.map(({ label }) => el('span', { class: 'chosen' }, localized(label, language)))
    : el('span', { class: 'own-words' }, answer)
}

function numberText({ language }: Survey, item: AnswerableItem, answer: number): Child {
  const end = item.kind === 'scale' && (answer === 1 ? item.low : answer === 5 && item.high)
  const unit = 'unit' in item && item.unit
  return [
    writeNumber(answer, language),
    end && [': ', localized(end, language)],
    unit && [' ', localized(unit, language)],
  ]
}
