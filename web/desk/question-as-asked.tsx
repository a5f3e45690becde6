import type {
  AnswerableItem,
  Counting,
  Questionnaire,
} from '../../survey-definitions/questionnaire-schema.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'
import type { Question } from './definition-lookup.ts'
import { ruleWords } from './rule-words.ts'

interface QuestionAsAskedProps {
  questionnaire: Questionnaire
  question: Question
  indicator: string
}

/** The question in the words firms read, whom it was asked, and what counts for the indicator. */
export function QuestionAsAsked({ questionnaire, question, indicator }: QuestionAsAskedProps) {
  const { item, section } = question
  const isSensitive = item.sensitive || section.sensitive
  const counting = item.indicators.find((each) => each.indicator === indicator)
  return (
    <section class="question" aria-labelledby="question-heading">
      <h2 id="question-heading">Câu hỏi</h2>
      <blockquote>
        <p>{item.text.vi}</p>
        {item.hint && <p class="small quiet">{item.hint.vi}</p>}
      </blockquote>
      <ul class="small quiet">
        <li>
          Mục “{section.title.vi}”, câu {item.code}
          {isSensitive && ', câu hỏi nhạy cảm'}.
        </li>
        <li>
          {item.showIf === undefined
            ? 'Hỏi mọi doanh nghiệp.'
            : `Chỉ hỏi doanh nghiệp mà: ${ruleWords(item.showIf, questionnaire)}.`}
        </li>
        {counting &&
          countingWords(questionnaire, item, counting).map((words) => <li key={words}>{words}</li>)}
      </ul>
    </section>
  )
}

/** How answers become the indicator's value, a sentence each. */
function countingWords(
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
