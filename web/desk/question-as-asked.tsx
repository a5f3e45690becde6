import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'
import type { Question } from './definition-lookup.ts'
import { ruleWords } from './rule-words.ts'

interface QuestionAsAskedProps {
  questionnaire: Questionnaire
  question: Question
  indicator: string
}

/** The question in the words firms read, whom it was asked, and what counts for the indicator. */
export function QuestionAsAsked({
  questionnaire,
  question: { item, section },
  indicator,
}: QuestionAsAskedProps) {
  const counting = item.indicators.find((each) => each.indicator === indicator)
  const counted = optionsOf(questionnaire, item)
    .filter(({ code }) => counting?.options?.includes(code))
    .map(({ label }) => `“${label.vi}”`)
  const asked = item.showIf && ruleWords(item.showIf, questionnaire)
  const base = counting?.base && ruleWords(counting.base, questionnaire)
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
          {item.sensitive || section.sensitive ? ', câu hỏi nhạy cảm' : ''}.
        </li>
        <li>{asked === undefined ? 'Hỏi mọi doanh nghiệp.' : `Chỉ hỏi doanh nghiệp mà: ${asked}.`}</li>
        {base !== undefined && <li>Chỉ tính doanh nghiệp mà: {base}.</li>}
        {counted.length > 0 && <li>Tính vào tỷ lệ: {counted.join(', ')}.</li>}
        {counting?.atLeast !== undefined && (
          <li>Tính vào tỷ lệ khi trả lời từ {counting.atLeast} trở lên.</li>
        )}
        {counting?.above !== undefined && <li>Tính vào tỷ lệ khi trả lời trên {counting.above}.</li>}
      </ul>
    </section>
  )
}
