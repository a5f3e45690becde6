import type { AnswerableItem } from '../../../survey-definitions/questionnaire-schema.ts'
import { giveAnswer } from '../answering.ts'
import { useSurvey, useTexts } from '../survey-context.ts'
import { firstFieldId } from './field-ids.ts'

/** Radio buttons cannot be unticked: this takes the answer back. Its place is kept, so nothing moves. */
export function ClearAnswer({ item }: { readonly item: AnswerableItem }) {
  const survey = useSurvey()
  const texts = useTexts()
  const hasAnswer = survey.answers.value[item.code] !== undefined
  return (
    <button
      type="button"
      class={hasAnswer ? 'link clear-answer' : 'link clear-answer not-yet'}
      onClick={() => {
        giveAnswer(survey, item, undefined)
        document.getElementById(firstFieldId(item))?.focus()
      }}
    >
      {texts.item.clear}
    </button>
  )
}
