import type { AnswerableItem } from '../questionnaire-schema.ts'
import type { EntryProblem } from './answering.ts'
import { writeNumber } from './number-text.ts'
import { say } from './say.ts'
import type { Survey } from './survey.ts'

/** A problem as an instruction: the same words in the summary and by the field. */
export function problemText(survey: Survey, item: AnswerableItem, code: EntryProblem): string {
  return WORDS[code](survey, item)
}

type Words = (survey: Survey, item: AnswerableItem) => string

const badChoice: Words = ({ texts }) => texts.badChoice

const outOfRange: Words = ({ texts, language }, item) => {
  const { min, max } = 'min' in item ? item : { min: 1, max: 5 }
  return say(texts.outOfRange, writeNumber(min, language), writeNumber(max, language))
}

const WORDS: Readonly<Record<EntryProblem, Words>> = {
  required: ({ texts }, item) =>
    item.missing.includes('refused') ? texts.requiredOrRefused : texts.required,
  not_a_number: ({ texts, language }, item) =>
    say(texts.notANumber, writeNumber(item.kind === 'integer' ? 12 : 7.5, language)),
  not_integer: ({ texts }) => texts.notAnInteger,
  not_finite: outOfRange,
  out_of_range: outOfRange,
  too_many_decimals: ({ texts }, item) => say(texts.tooManyDecimals, 'decimals' in item ? item.decimals : 0),
  too_long: ({ texts }, item) => say(texts.tooLong, 'maxLength' in item ? item.maxLength : 0),
  bad_text: ({ texts }) => texts.badText,
  wrong_type: badChoice,
  bad_option: badChoice,
  duplicate_option: badChoice,
  exclusive: badChoice,
}
