import type { Answer, Answers } from '../../survey-definitions/answers.ts'
import { inLanguage, type Language } from '../../survey-definitions/language.ts'
import type { AnswerableItem, Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { optionsOf, routingPath } from '../../survey-definitions/routing-path.ts'

/** Answers that lead past the most items and, of those that lead equally far, the longest in this language. */
export function fullestAnswers(questionnaire: Questionnaire, language: Language): Answers {
  let answers: Answers = {}
  for (;;) {
    const item = routingPath(questionnaire, answers)
      .flatMap(({ items }) => items)
      .find(({ kind, code }) => kind !== 'note' && !(code in answers))
    if (!item || item.kind === 'note') return answers
    answers = { ...answers, [item.code]: fullestAnswer(questionnaire, item, { answers, language }) }
  }
}

/** Answers to an item, the longest in this language first; those of a typed item are as wide as they can be. */
export function answersTo(questionnaire: Questionnaire, item: AnswerableItem, language: Language): Answer[] {
  if (item.kind === 'integer' || item.kind === 'decimal') return [item.max]
  if (item.kind === 'scale') return [5]
  if (item.kind === 'text' || item.kind === 'long-text') return [WRITTEN]
  const options = optionsOf(questionnaire, item).toSorted(
    (one, other) => inLanguage(other.label, language).length - inLanguage(one.label, language).length,
  )
  if (item.kind !== 'multiple') return options.map(({ code }) => code)
  return [options.flatMap(({ code, exclusive }) => (exclusive ? [] : [code]))]
}

/** How many items a firm meets that gives these answers. */
function itemsMet(questionnaire: Questionnaire, answers: Answers): number {
  return routingPath(questionnaire, answers).flatMap(({ items }) => items).length
}

function fullestAnswer(
  questionnaire: Questionnaire,
  item: AnswerableItem,
  { answers, language }: { readonly answers: Answers; readonly language: Language },
): Answer {
  const met = (answer: Answer) => itemsMet(questionnaire, { ...answers, [item.code]: answer })
  const [fullest] = answersTo(questionnaire, item, language).toSorted((one, other) => met(other) - met(one))
  if (fullest === undefined) throw new Error(`No answer to ${item.code}`)
  return fullest
}

const WRITTEN =
  'Rút ngắn thời gian giải quyết hồ sơ đất đai ở huyện, và đừng bắt doanh nghiệp nộp lại giấy tờ đã có.'
