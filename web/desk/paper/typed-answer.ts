import type { Answer } from '../../../survey-definitions/answers.ts'
import { checkAnswer } from '../../../survey-definitions/check-answer.ts'
import type { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { isCoded } from '../../../survey-definitions/randomised-options.ts'
import { readNumber } from '../../../survey-definitions/respondent/number-text.ts'
import { MISSING_MARKS, type NumberedItem } from './numbered-items.ts'

/** What was typed for one item: an answer, nothing, or something that cannot be one. */
export type TypedAnswer = { readonly answer: Answer | undefined } | { readonly error: string }

/**
 * Reads what stands on paper: the mark of an option (several with spaces or commas between), a
 * number, a text, or K and T for the two ways not to answer. Left empty, the item is blank.
 *
 * @example
 * typedAnswer(questionnaire, numberedItems(questionnaire)[0], '2')
 */
export function typedAnswer(
  questionnaire: Questionnaire,
  numbered: NumberedItem,
  typed: string,
): TypedAnswer {
  const { item } = numbered
  const text = typed.trim()
  if (text === '') return { answer: undefined }
  const answer = missingOf(numbered, text) ?? valueOf(numbered, text)
  if (answer === undefined) return { error: howToType(numbered) }
  const checked = checkAnswer(questionnaire, item, answer)
  if (checked.ok) return { answer: checked.answer }
  return {
    error: checked.code === 'exclusive' ? 'Mã đứng một mình, không đi cùng mã khác' : howToType(numbered),
  }
}

function missingOf({ item }: NumberedItem, text: string): Answer | undefined {
  return item.missing.find((code) => MISSING_MARKS[code] === text.toUpperCase())
}

function valueOf({ item, options }: NumberedItem, text: string): Answer | undefined {
  if (item.kind === 'text' || item.kind === 'long-text') return text
  const codeOf = (mark: string) => options.find((option) => option.mark === mark.toUpperCase())?.code
  if (isCoded(item)) return codeOf(text)
  if (item.kind !== 'multiple') return readNumber(text, item, 'vi')
  const codes = text.split(/[\s,;.]+/).map(codeOf)
  return codes.every((code) => code !== undefined) ? codes : undefined
}

function howToType({ item, options }: NumberedItem): string {
  const missing = item.missing.map((code) => MISSING_MARKS[code])
  const marks = [...options.map(({ mark }) => mark), ...missing].join(', ')
  if (item.kind === 'multiple') return `Gõ các mã, cách nhau bằng dấu cách: ${marks}`
  if (options.length > 0) return `Gõ một mã: ${marks}`
  if (item.kind === 'text' || item.kind === 'long-text') return `Không quá ${item.maxLength} ký tự`
  const { min, max } = 'min' in item ? item : { min: 1, max: 5 }
  return `Gõ một số từ ${min} đến ${max}${missing.length > 0 ? `, hoặc ${missing.join(', ')}` : ''}`
}
