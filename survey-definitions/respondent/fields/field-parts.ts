import type { AnswerableItem, Item } from '../../questionnaire-schema.ts'
import { isWord } from '../answering.ts'
import { type Child, el, type Markup } from '../markup.ts'
import type { Survey } from '../survey.ts'
import { localized } from '../views/pieces.ts'

/** How a field stands on its view. */
export interface Setting {
  /** Its answer cannot be taken as it stands. */
  readonly isWrong: boolean
  /** Stands below another fact on one view, whose heading is the first. */
  readonly isBelow: boolean
}

/** What every kind of item draws its field from. */
export type DrawField<Kind extends AnswerableItem = AnswerableItem> = (
  survey: Survey,
  item: Kind,
  setting: Setting,
) => Child

/** The id of one choice, or of the one input. An item code is safe in an id. */
export const inputId = (item: Item, place: number | string): string => `${item.code}-${place}`

/** Where the error summary leads: the input, or the first choice. */
export const firstFieldId = (item: Item): string => inputId(item, 0)

const hintId = (item: Item): string => inputId(item, 'hint')
export const problemId = (item: Item): string => inputId(item, 'problem')

/** The question: the heading of its view, or one below it on a view that is shared. */
export function question(survey: Survey, item: Item, { isBelow }: Setting, labels?: string): Markup {
  const text = localized(item.text, survey.language)
  const words = labels === undefined ? text : el('label', { for: labels }, text)
  return isBelow ? el('h2', {}, words) : el('h1', { tabindex: -1 }, words)
}

/** Hint and problem between the question and its field. */
export function fieldNotes(survey: Survey, item: AnswerableItem, { isWrong }: Setting): Child {
  return [
    item.hint && el('p', { id: hintId(item), class: 'hint' }, localized(item.hint, survey.language)),
    isWrong && survey.checking?.noteBy(survey, item),
  ]
}

/** The ids of what describes a field, for `aria-describedby`. */
export function describedBy(
  item: AnswerableItem,
  { isWrong }: Setting,
  ...ids: readonly (string | false | undefined)[]
): string | undefined {
  return (
    [...ids, item.hint && hintId(item), isWrong && problemId(item)].filter(Boolean).join(' ') || undefined
  )
}

/** A group of choices under one question. */
export function fieldset(
  survey: Survey,
  item: AnswerableItem,
  setting: Setting,
  ...fields: readonly Child[]
): Markup {
  return el(
    'fieldset',
    { 'aria-describedby': describedBy(item, setting) },
    el('legend', {}, question(survey, item, setting)),
    fieldNotes(survey, item, setting),
    ...fields,
  )
}

interface Choice {
  readonly type: 'radio' | 'checkbox'
  readonly code: string
  readonly place: number | string
  readonly label: Child
  readonly isChosen: boolean
  readonly look?: string
}

/** One line that can be tapped from end to end. */
export function choice(
  item: AnswerableItem,
  { type, code, place, label, isChosen, look = 'choice' }: Choice,
): Markup {
  return el(
    'label',
    { class: look },
    el('input', { id: inputId(item, place), type, name: item.code, value: code, checked: isChosen }),
    el('span', {}, label),
  )
}

/** Don't know and rather not say: real answers, set apart and quieter. */
export function missingChoices(survey: Survey, item: AnswerableItem, type: Choice['type']): Child {
  const { texts, answers } = survey
  if (item.missing.length === 0) return undefined
  return el(
    'div',
    { class: 'missing' },
    el('p', { class: 'or' }, texts.or),
    item.missing.map((word) =>
      choice(item, {
        type,
        code: word,
        place: word,
        label: word === 'refused' ? texts.refused : texts.dontKnow,
        isChosen: answers[item.code] === word,
        look: 'choice low',
      }),
    ),
  )
}

/** Radio buttons cannot be unticked: this takes the answer back. Its place is kept, so nothing moves. */
export function clearAnswer({ answers, texts }: Survey, { code }: AnswerableItem): Markup {
  return el(
    'button',
    {
      name: 'do',
      value: `clear ${code}`,
      id: `${code}-clear`,
      class: answers[code] === undefined ? 'link clear not-yet' : 'link clear',
    },
    texts.clear,
  )
}

/** What stands in a field that is typed in. */
export function writtenIn({ answers, typed }: Survey, item: AnswerableItem): string | number | undefined {
  const answer = answers[item.code]
  return typed[item.code] ?? (typeof answer === 'object' || isWord(item, answer) ? '' : (answer ?? ''))
}
