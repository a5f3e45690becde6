import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { countingWords } from './counting-words.ts'
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
