import type { AnswerableItem } from '../questionnaire-schema.ts'
import type { EntryProblem } from './answering.ts'
import { writeNumber } from './number-text.ts'
import { say } from './say.ts'
import type { Survey } from './survey.ts'

/** A problem as an instruction: the same words in the summary and by the field. */
export function problemText({ texts, language }: Survey, item: AnswerableItem, code: EntryProblem): string {
  if (code === 'required') return item.missing.includes('refused') ? texts.requiredOrRefused : texts.required
  if (code === 'not_a_number') return say(texts.notANumber, writeNumber(item.kind === 'integer' ? 12 : 7.5, language))
  if (code === 'not_integer') return texts.notAnInteger
  if (code === 'out_of_range' || code === 'not_finite') {
    const [min, max] = 'min' in item ? [item.min, item.max] : [1, 5]
    return say(texts.outOfRange, writeNumber(min, language), writeNumber(max, language))
  }
  if (code === 'too_many_decimals') return say(texts.tooManyDecimals, 'decimals' in item ? item.decimals : 0)
  if (code === 'too_long') return say(texts.tooLong, 'maxLength' in item ? item.maxLength : 0)
  return code === 'bad_text' ? texts.badText : texts.badChoice
}
