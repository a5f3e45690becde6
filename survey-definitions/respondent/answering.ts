import type { Answer } from '../answers.ts'
import { type AnswerViolation, checkAnswer } from '../check-answer.ts'
import type { AnswerableItem } from '../questionnaire-schema.ts'
import { optionsOf } from '../routing-path.ts'
import { readNumber } from './number-text.ts'
import type { Survey } from './survey.ts'

/** Why Continue stays: the item needs an answer, or what was typed cannot be taken. */
export type EntryProblem = AnswerViolation | 'required' | 'not_a_number'

/** The two ways not to answer that have a code of their own. */
export type MissingWord = 'dont-know' | 'refused'

/** Sets or, with `undefined`, takes back one answer. */
export function giveAnswer(survey: Survey, { code }: AnswerableItem, answer: Answer | undefined): void {
  survey.typed = without(survey.typed, code)
  const others = without(survey.answers, code)
  survey.answers = answer === undefined ? others : { ...others, [code]: answer }
}

/**
 * Takes what stands in an item's fields: codes ticked, or what was typed with the words ticked
 * below it. `last` is what was touched last, where that is known: it wins over what it excludes.
 */
export function giveEntries(
  survey: Survey,
  item: AnswerableItem,
  { entries, last }: { readonly entries: readonly string[]; readonly last?: string | undefined },
): void {
  const filled = entries.filter((entry) => entry.trim() !== '')
  const word = filled.find((entry): entry is MissingWord => isWord(item, entry))
  if (isTyped(item)) {
    const typed = filled.find((entry) => entry !== word)
    return word !== undefined && (typed === undefined || last === word)
      ? giveAnswer(survey, item, word)
      : giveTyped(survey, item, typed)
  }
  if (item.kind === 'multiple') return giveTicked(survey, item, { entries: filled, last })
  const [chosen] = filled
  giveAnswer(survey, item, item.kind === 'scale' && chosen !== word ? Number(chosen ?? '') || undefined : chosen)
}

/** What keeps the person from continuing past an item, if anything does. */
export function problemOf(survey: Survey, item: AnswerableItem): EntryProblem | undefined {
  const typed = survey.typed[item.code]
  if (typed !== undefined) return typedProblem(survey, item, typed)
  const answer = survey.answers[item.code]
  if (answer === undefined) return item.required ? 'required' : undefined
  const checked = checkAnswer(survey.questionnaire, item, answer)
  return checked.ok ? undefined : checked.code
}

/** Whether an answer is typed and not chosen. */
export function isTyped({ kind }: AnswerableItem): boolean {
  return kind === 'integer' || kind === 'decimal' || kind === 'text' || kind === 'long-text'
}

/** Whether an answer is one of the words the item offers for none. */
export function isWord(item: AnswerableItem, answer: Answer | undefined): answer is MissingWord {
  return item.missing.some((word) => word === answer)
}

export function without<Value>(record: Readonly<Record<string, Value>>, code: string): Record<string, Value> {
  const { [code]: _removed, ...others } = record
  return others
}

/** What cannot be an answer is kept as typed. */
function giveTyped(survey: Survey, item: AnswerableItem, typed: string | undefined): void {
  const isFit = typed !== undefined && typedProblem(survey, item, typed) === undefined
  giveAnswer(survey, item, isFit ? meaningOf(survey, item, typed) : undefined)
  if (typed !== undefined && !isFit) survey.typed = { ...survey.typed, [item.code]: typed }
}

/** An exclusive choice, or a word for none, stands alone. */
function giveTicked(
  survey: Survey,
  item: AnswerableItem,
  { entries, last }: { readonly entries: readonly string[]; readonly last: string | undefined },
): void {
  const options = optionsOf(survey.questionnaire, item)
  const isAlone = (code: string) =>
    isWord(item, code) || options.some((option) => option.code === code && option.exclusive)
  const kept =
    last === undefined || !entries.includes(last)
      ? entries
      : isAlone(last)
        ? [last]
        : entries.filter((code) => !isAlone(code))
  const word = kept.find((code) => isWord(item, code))
  const inOrder = options.map(({ code }) => code).filter((code) => kept.includes(code))
  giveAnswer(survey, item, word ?? (inOrder.length > 0 ? inOrder : undefined))
}

function typedProblem(survey: Survey, item: AnswerableItem, typed: string): EntryProblem | undefined {
  const answer = meaningOf(survey, item, typed)
  if (answer === undefined) return 'not_a_number'
  const checked = checkAnswer(survey.questionnaire, item, answer)
  return checked.ok ? undefined : checked.code
}

function meaningOf({ language }: Survey, item: AnswerableItem, typed: string): Answer | undefined {
  return item.kind === 'text' || item.kind === 'long-text' ? typed : readNumber(typed, item, language)
}
