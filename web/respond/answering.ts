import type { Answer } from '../../survey-definitions/answers.ts'
import { type AnswerViolation, checkAnswer } from '../../survey-definitions/check-answer.ts'
import type { AnswerableItem, ChoiceItem } from '../../survey-definitions/questionnaire-schema.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'
import { readNumber } from './number-text.ts'
import type { Survey } from './survey-state.ts'

/** Why Continue stays: the item needs an answer, or what was typed cannot be taken. */
export type EntryProblem = AnswerViolation | 'required' | 'not_a_number'

/** The two ways not to answer that have a code of their own. */
export type MissingWord = 'dont-know' | 'refused'

/** Sets or, with `undefined`, takes back one answer. */
export function giveAnswer(survey: Survey, item: AnswerableItem, answer: Answer | undefined): void {
  const { [item.code]: _typed, ...typed } = survey.typed.value
  if (_typed !== undefined) survey.typed.value = typed
  const { [item.code]: _before, ...others } = survey.answers.value
  survey.answers.value = answer === undefined ? others : { ...others, [item.code]: answer }
  if (survey.problem.value !== undefined) survey.problem.value = undefined
}

/** Takes what stands in a number's or a text's field; what cannot be an answer is kept as typed. */
export function giveEntry(survey: Survey, item: AnswerableItem, entry: string): void {
  if (entry.trim() === '') return giveAnswer(survey, item, undefined)
  if (entryProblem(survey, item, entry) === undefined) {
    const isText = item.kind === 'text' || item.kind === 'long-text'
    return giveAnswer(survey, item, isText ? entry : readNumber(entry, item, survey.language.peek()))
  }
  giveAnswer(survey, item, undefined)
  survey.typed.value = { ...survey.typed.value, [item.code]: entry }
}

/** Ticks or unticks one option of a multiple choice; an exclusive one stands alone. */
export function toggleOption(survey: Survey, item: ChoiceItem, code: string): void {
  const answer = survey.answers.value[item.code]
  const before = Array.isArray(answer) ? (answer as readonly string[]) : []
  const options = optionsOf(survey.page.questionnaire, item)
  const isExclusive = (one: string) => options.some((option) => option.code === one && option.exclusive)
  const others = before.filter((one) => one !== code)
  const ticked = before.includes(code)
    ? others
    : isExclusive(code)
      ? [code]
      : [...others.filter((one) => !isExclusive(one)), code]
  const inOrder = options.map((option) => option.code).filter((one) => ticked.includes(one))
  giveAnswer(survey, item, inOrder.length === 0 ? undefined : inOrder)
}

/** What keeps the person from continuing past an item, if anything does. */
export function problemOf(survey: Survey, item: AnswerableItem): EntryProblem | undefined {
  const typed = survey.typed.value[item.code]
  if (typed !== undefined) return entryProblem(survey, item, typed)
  const answer = survey.answers.value[item.code]
  if (answer === undefined) return item.required ? 'required' : undefined
  const checked = checkAnswer(survey.page.questionnaire, item, answer)
  return checked.ok ? undefined : checked.code
}

function entryProblem(survey: Survey, item: AnswerableItem, entry: string): EntryProblem | undefined {
  const isText = item.kind === 'text' || item.kind === 'long-text'
  const answer = isText ? entry : readNumber(entry, item, survey.language.peek())
  if (answer === undefined) return 'not_a_number'
  const checked = checkAnswer(survey.page.questionnaire, item, answer)
  return checked.ok ? undefined : checked.code
}
