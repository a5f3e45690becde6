import type {
  AnswerableItem,
  Counting,
  Questionnaire,
} from '../../survey-definitions/questionnaire-schema.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'
import { ruleWords } from './rule-words.ts'

/** How answers become the indicator's value, a sentence each. */
export function countingWords(
  questionnaire: Questionnaire,
  item: AnswerableItem,
  { base, options, atLeast, above }: Counting,
): readonly string[] {
  const counted = optionsOf(questionnaire, item).filter(({ code }) => options?.includes(code))
  return [
    base && `Chỉ tính doanh nghiệp mà: ${ruleWords(base, questionnaire)}.`,
    counted.length > 0 && `Tính vào tỷ lệ: ${counted.map(({ label }) => `“${label.vi}”`).join(', ')}.`,
    atLeast !== undefined && `Tính vào tỷ lệ khi trả lời từ ${atLeast} trở lên.`,
    above !== undefined && `Tính vào tỷ lệ khi trả lời trên ${above}.`,
  ].filter((words) => typeof words === 'string')
}
