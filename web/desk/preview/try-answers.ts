import type { Answer } from '../../../survey-definitions/answers.ts'
import type { AnswerableItem, Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { optionsOf, routingPath } from '../../../survey-definitions/routing-path.ts'

/**
 * Answers to everything on one way through a questionnaire, to see where it leads. `draw` gives a
 * number from 0 up to 1. No firm answers like this: it is for looking at pages, not at figures.
 */
export function tryAnswers(
  questionnaire: Questionnaire,
  draw: () => number,
): Readonly<Record<string, Answer>> {
  const answers: Record<string, Answer> = {}
  for (const section of questionnaire.sections) {
    for (const item of section.items) {
      // Rules look only at earlier items: by now it is known whether this one is asked.
      const isAsked = routingPath(questionnaire, answers).some(({ items }) => items.includes(item))
      if (isAsked && item.kind !== 'note') answers[item.code] = answerTo(questionnaire, item, draw())
    }
  }
  return answers
}

function answerTo(questionnaire: Questionnaire, item: AnswerableItem, drawn: number): Answer {
  if (item.kind === 'text' || item.kind === 'long-text') return 'Trả lời thử'
  if (item.kind === 'scale') return 1 + Math.floor(drawn * 5)
  if (item.kind === 'integer' || item.kind === 'decimal') {
    return Math.max(item.min, Math.floor(item.min + drawn * (item.max - item.min)))
  }
  const options = optionsOf(questionnaire, item)
  const code = options[Math.floor(drawn * options.length)]?.code ?? 'refused'
  return item.kind === 'multiple' ? [code] : code
}
