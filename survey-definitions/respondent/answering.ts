import type { Answer } from '../answers.ts'
import type { AnswerViolation } from '../check-answer.ts'
import type { AnswerableItem } from '../questionnaire-schema.ts'
import { optionsOf } from '../routing-path.ts'
import type { Survey } from './survey.ts'

/** Why Continue stays: the item needs an answer, or what was typed cannot be taken. */
export type EntryProblem = AnswerViolation | 'required' | 'not_a_number'

/** What stands in an item's fields. */
interface Entries {
  /** Codes ticked, in the order of the page; what was typed, and the words ticked below it. */
  readonly entries: readonly string[]
  /** What was touched last, where that is known: it wins over what it excludes. */
  readonly last?: string | undefined
}

const TYPED = /integer|decimal|text/

/** Sets or, with `undefined`, takes back one answer. */
export function giveAnswer(survey: Survey, { code }: AnswerableItem, answer: Answer | undefined): void {
  survey.typed = without(survey.typed, code)
  survey.answers = without(survey.answers, code)
  if (answer !== undefined) survey.answers = { ...survey.answers, [code]: answer }
}

/** Takes what stands in an item's fields into the answers. */
export function giveEntries(survey: Survey, item: AnswerableItem, { entries, last }: Entries): void {
  const filled = entries.filter((entry) => entry.trim())
  const kept = last && filled.includes(last) ? standingWith(survey, item, { entries: filled, last }) : filled
  const [first] = kept
  if (first === undefined || isWord(item, first)) giveAnswer(survey, item, first)
  else if (TYPED.test(item.kind)) giveTyped(survey, item, first)
  else if (item.kind === 'multiple') giveAnswer(survey, item, kept)
  else giveAnswer(survey, item, item.kind === 'scale' ? Number(first) : first)
}

/** Whether an answer is one of the words the item offers for none. */
export function isWord(item: AnswerableItem, answer: Answer | undefined): boolean {
  return item.missing.some((word) => word === answer)
}

export function without<Value>(record: Readonly<Record<string, Value>>, code: string): Record<string, Value> {
  const { [code]: _removed, ...others } = record
  return others
}

/** What cannot be an answer, or cannot be read yet, is kept as typed. */
function giveTyped(survey: Survey, item: AnswerableItem, typed: string): void {
  const answer = survey.checking?.meaningOf(survey, item, typed)
  giveAnswer(survey, item, answer)
  if (answer === undefined) survey.typed = { ...survey.typed, [item.code]: typed }
}

/** An exclusive choice, or a word for none, stands alone. */
function standingWith(
  { questionnaire }: Survey,
  item: AnswerableItem,
  { entries, last }: { readonly entries: readonly string[]; readonly last: string },
): readonly string[] {
  const options = optionsOf(questionnaire, item)
  const isAlone = (code: string) =>
    isWord(item, code) || options.some((option) => option.code === code && option.exclusive)
  return isAlone(last) ? [last] : entries.filter((code) => !isAlone(code))
}
