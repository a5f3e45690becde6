import { type Answer, type Answers, type Missing, isMissing } from './answers.ts'
import type { AnswerableItem, FreeTextItem, Questionnaire } from './questionnaire-schema.ts'
import { isCoded } from './randomised-options.ts'
import { answerableItems, optionsOf, routingPath } from './routing-path.ts'

/** What every stored item says: its answer, or why there is none. */
export type DecodedAnswers = Readonly<Record<string, Answer>>

const LETTERS = { 'not-asked': 'n', 'dont-know': 'd', refused: 'r', blank: null } as const

/** The items that `encodeAnswers` stores, in its order: all but free text. */
export function storedItems(questionnaire: Questionnaire): readonly AnswerableItem[] {
  return answerableItems(questionnaire).filter((item) => !isFreeText(item))
}

/**
 * One firm's answers as a JSON array in the order of `storedItems`: the place of a choice, the
 * places of several, a number; `"n"` not asked, `"d"` don't know, `"r"` refused, `null` blank.
 *
 * @example
 * encodeAnswers(questionnaire, { land: 'yes', days: 12 }) // => '[0,12,"n"]'
 */
export function encodeAnswers(questionnaire: Questionnaire, kept: Answers): string {
  const path = routingPath(questionnaire, kept)
  const asked = new Set(path.flatMap(({ items }) => items.map(({ code }) => code)))
  const places = storedItems(questionnaire).map((item) => {
    if (!asked.has(item.code)) return LETTERS['not-asked']
    return encodeAnswer(questionnaire, item, Object.hasOwn(kept, item.code) ? kept[item.code] : undefined)
  })
  return JSON.stringify(places)
}

/**
 * The exact inverse of `encodeAnswers`.
 *
 * @throws Error when the text is not one that `encodeAnswers` wrote for this questionnaire
 */
export function decodeAnswers(questionnaire: Questionnaire, text: string): DecodedAnswers {
  const places: unknown = JSON.parse(text)
  const items = storedItems(questionnaire)
  if (!Array.isArray(places) || places.length !== items.length) {
    throw new Error(`decodeAnswers requires an array of ${items.length} answers`)
  }
  return Object.fromEntries(
    items.map((item, index) => [item.code, decodeAnswer(questionnaire, item, places[index])]),
  )
}

/** The free texts of one firm, which are stored apart from its other answers. */
export function freeTextOf(
  questionnaire: Questionnaire,
  kept: Answers,
): readonly { readonly item: string; readonly text: string }[] {
  return answerableItems(questionnaire)
    .filter(isFreeText)
    .flatMap(({ code }) => {
      const text = Object.hasOwn(kept, code) ? kept[code] : undefined
      return typeof text === 'string' ? [{ item: code, text }] : []
    })
}

function encodeAnswer(questionnaire: Questionnaire, item: AnswerableItem, answer: Answer | undefined) {
  if (isMissing(answer)) return LETTERS[answer ?? 'blank']
  if (typeof answer === 'number') return answer
  const codes = optionsOf(questionnaire, item).map(({ code }) => code)
  const placeOf = (code: string): number => {
    const place = codes.indexOf(code)
    if (place < 0) throw new Error(`encodeAnswers requires an option of item ${item.code}`)
    return place
  }
  return typeof answer === 'string' ? placeOf(answer) : answer.map(placeOf)
}

function decodeAnswer(questionnaire: Questionnaire, item: AnswerableItem, place: unknown): Answer {
  const missing = MISSING_BY_LETTER.get(place)
  if (missing !== undefined) return missing
  const codes = optionsOf(questionnaire, item).map(({ code }) => code)
  const codeAt = (index: unknown): string => {
    const code = typeof index === 'number' ? codes[index] : undefined
    if (code === undefined) throw new Error(`decodeAnswers requires an option of item ${item.code}`)
    return code
  }
  if (isCoded(item)) return codeAt(place)
  if (item.kind === 'multiple' && Array.isArray(place)) return place.map(codeAt)
  if (item.kind !== 'multiple' && typeof place === 'number') return place
  throw new Error(`decodeAnswers requires an answer to item ${item.code}`)
}

const MISSING_BY_LETTER: ReadonlyMap<unknown, Missing> = new Map<unknown, Missing>([
  [LETTERS['not-asked'], 'not-asked'],
  [LETTERS['dont-know'], 'dont-know'],
  [LETTERS.refused, 'refused'],
  [LETTERS.blank, 'blank'],
])

function isFreeText(item: AnswerableItem): item is FreeTextItem {
  return item.kind === 'text' || item.kind === 'long-text'
}
