import type { Answer } from './answers.ts'
import { cleanText } from './clean-text.ts'
import type {
  AnswerableItem,
  ChoiceItem,
  CodedItem,
  FreeTextItem,
  Questionnaire,
} from './questionnaire-schema.ts'
import { isCoded } from './randomised-options.ts'
import { optionsOf } from './routing-path.ts'

/** Why one answer cannot be taken. */
export type AnswerViolation =
  | 'wrong_type'
  | 'not_finite'
  | 'not_integer'
  | 'out_of_range'
  | 'too_many_decimals'
  | 'bad_option'
  | 'duplicate_option'
  | 'exclusive'
  | 'too_long'
  | 'bad_text'

/** An answer fit to keep (`undefined` for a text that turned out empty), or why it is not. */
export type CheckedAnswer =
  | { readonly ok: true; readonly answer: Answer | undefined }
  | { readonly ok: false; readonly code: AnswerViolation }

type NumberItem = Extract<AnswerableItem, { kind: 'integer' | 'decimal' | 'scale' }>

/** Checks one answer against its item; the same on the page's Continue and on the server. */
export function checkAnswer(
  questionnaire: Questionnaire,
  item: AnswerableItem,
  answer: unknown,
): CheckedAnswer {
  if (item.kind === 'text' || item.kind === 'long-text') return checkText(item, answer)
  if (answer === 'dont-know' || answer === 'refused') {
    if (item.missing.includes(answer)) return taken(answer)
    return refused(isCoded(item) || item.kind === 'multiple' ? 'bad_option' : 'wrong_type')
  }
  if (isCoded(item)) return checkCode(questionnaire, item, answer)
  if (item.kind === 'multiple') return checkMultiple(questionnaire, item, answer)
  return checkNumber(item, answer)
}

function checkText(item: FreeTextItem, answer: unknown): CheckedAnswer {
  if (typeof answer !== 'string') return refused('wrong_type')
  const cleaned = cleanText(answer, item.maxLength)
  if ('code' in cleaned) return refused(cleaned.code)
  return taken(cleaned.text === '' ? undefined : cleaned.text)
}

function checkCode(questionnaire: Questionnaire, item: CodedItem, answer: unknown): CheckedAnswer {
  if (typeof answer !== 'string') return refused('wrong_type')
  const known = optionsOf(questionnaire, item).some(({ code }) => code === answer)
  return known ? taken(answer) : refused('bad_option')
}

function checkMultiple(questionnaire: Questionnaire, item: ChoiceItem, answer: unknown): CheckedAnswer {
  if (!isStrings(answer) || answer.length === 0) return refused('wrong_type')
  const options = optionsOf(questionnaire, item)
  const codes = new Set(options.map(({ code }) => code))
  if (!answer.every((code) => codes.has(code))) return refused('bad_option')
  const ticked = new Set(answer)
  if (ticked.size < answer.length) return refused('duplicate_option')
  const kept = options.filter(({ code }) => ticked.has(code))
  if (kept.length > 1 && kept.some(({ exclusive }) => exclusive)) return refused('exclusive')
  // In the options' order: the order of ticking is nobody's business.
  return taken(kept.map(({ code }) => code))
}

function checkNumber(item: NumberItem, answer: unknown): CheckedAnswer {
  if (typeof answer !== 'number') return refused('wrong_type')
  if (!Number.isFinite(answer)) return refused('not_finite')
  if (Math.abs(answer) > Number.MAX_SAFE_INTEGER) return refused('out_of_range')
  const decimals = item.kind === 'decimal' ? item.decimals : 0
  if (decimals === 0 && !Number.isInteger(answer)) return refused('not_integer')
  if (!isWithin(item, answer)) return refused('out_of_range')
  // Adding nought turns minus nought into nought.
  return Number(answer.toFixed(decimals)) === answer ? taken(answer + 0) : refused('too_many_decimals')
}

function isWithin(item: NumberItem, answer: number): boolean {
  const { min, max } = item.kind === 'scale' ? { min: 1, max: 5 } : item
  return answer >= min && answer <= max
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((member) => typeof member === 'string')
}

function taken(answer: Answer | undefined): CheckedAnswer {
  return { ok: true, answer }
}

function refused(code: AnswerViolation): CheckedAnswer {
  return { ok: false, code }
}
