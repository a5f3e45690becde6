import type { Answer } from '../../../survey-definitions/answers.ts'
import type { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { routingPath } from '../../../survey-definitions/routing-path.ts'
import { type NumberedItem, numberedItems } from './numbered-items.ts'
import { type TypedAnswer, typedAnswer } from './typed-answer.ts'

/** A question that this form has to answer, with what was typed and what it stands for. */
interface AskedItem {
  readonly numbered: NumberedItem
  readonly typed: string
  readonly reading: TypedAnswer
  /** Left empty, though later questions hang on it: K and T are answers, nothing is not. */
  readonly isMissing: boolean
}

/** What was typed of one form: the questions on its way, and the answers as they would be sent. */
export interface ReadForm {
  readonly asked: readonly AskedItem[]
  readonly answers: Readonly<Record<string, Answer>>
  readonly wrong: readonly AskedItem[]
}

/** Reads a form as far as it has been typed. What stands at questions off its way is left out. */
export function readForm(questionnaire: Questionnaire, typed: Readonly<Record<string, string>>): ReadForm {
  const all = numberedItems(questionnaire).map((numbered) => {
    const text = typed[numbered.item.code] ?? ''
    const reading = typedAnswer(questionnaire, numbered, text)
    const isMissing = numbered.item.required && 'answer' in reading && reading.answer === undefined
    return { numbered, typed: text, reading, isMissing }
  })
  const path = routingPath(questionnaire, answersOf(all))
  const onPath = new Set(path.flatMap(({ items }) => items.map(({ code }) => code)))
  const asked = all.filter(({ numbered }) => onPath.has(numbered.item.code))
  return {
    asked,
    answers: answersOf(asked),
    wrong: asked.filter(({ reading, isMissing }) => isMissing || 'error' in reading),
  }
}

function answersOf(items: readonly AskedItem[]): Record<string, Answer> {
  return Object.fromEntries(
    items.flatMap(({ numbered, reading }): [string, Answer][] =>
      'answer' in reading && reading.answer !== undefined ? [[numbered.item.code, reading.answer]] : [],
    ),
  )
}
