import type { AnswerableItem } from '../../survey-definitions/questionnaire-schema.ts'
import type { EntryProblem } from './answering.ts'
import { writeNumber } from './number-text.ts'
import type { PageLanguage } from './page-language.ts'
import { TEXTS, type Texts } from './texts.ts'

/** A problem as an instruction: the same words in the summary and by the field. */
export function problemText(code: EntryProblem, item: AnswerableItem, language: PageLanguage): string {
  return WORDS[code](TEXTS[language].problem, item, language)
}

type Words = (texts: Texts['problem'], item: AnswerableItem, language: PageLanguage) => string

const badChoice: Words = (texts) => texts.badChoice

const outOfRange: Words = (texts, item, language) => {
  const { min, max } = 'min' in item ? item : { min: 1, max: 5 }
  return texts.outOfRange(writeNumber(min, language), writeNumber(max, language))
}

const WORDS: Readonly<Record<EntryProblem, Words>> = {
  required: (texts, item) => texts.required(item.missing.includes('refused')),
  not_a_number: (texts, item, language) =>
    texts.notANumber(writeNumber(item.kind === 'integer' ? 12 : 7.5, language)),
  not_integer: (texts) => texts.notAnInteger,
  not_finite: outOfRange,
  out_of_range: outOfRange,
  too_many_decimals: (texts, item) => texts.tooManyDecimals('decimals' in item ? item.decimals : 0),
  too_long: (texts, item) => texts.tooLong('maxLength' in item ? item.maxLength : 0),
  bad_text: (texts) => texts.badText,
  wrong_type: badChoice,
  bad_option: badChoice,
  duplicate_option: badChoice,
  exclusive: badChoice,
}
