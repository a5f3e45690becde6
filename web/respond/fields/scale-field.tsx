import type { AnswerableItem } from '../../../survey-definitions/questionnaire-schema.ts'
import { giveAnswer } from '../answering.ts'
import { Localized } from '../localized.tsx'
import { PageHeading } from '../page-heading.tsx'
import { useSurvey } from '../survey-context.ts'
import { ClearAnswer } from './clear-answer.tsx'
import { inputId } from './field-ids.ts'
import { describedBy, FieldNotes, type FieldProps } from './field-notes.tsx'
import { MissingChoices } from './missing-choices.tsx'

type ScaleItem = Extract<AnswerableItem, { kind: 'scale' }>

const POINTS = [1, 2, 3, 4, 5] as const

/** Five points in a row with words at both ends, which belong to the names of 1 and 5. */
export function ScaleField({ item, problem }: FieldProps<ScaleItem>) {
  const survey = useSurvey()
  const answer = survey.answers.value[item.code]
  return (
    <fieldset aria-describedby={describedBy({ item, problem })}>
      <legend>
        <PageHeading>
          <Localized text={item.text} />
        </PageHeading>
      </legend>
      <FieldNotes item={item} problem={problem} />
      <div class="scale">
        {POINTS.map((point, index) => (
          <label key={point} class="point">
            <input
              id={inputId(item, index)}
              type="radio"
              name={item.code}
              value={point}
              checked={answer === point}
              onChange={() => giveAnswer(survey, item, point)}
            />
            <span class="point-number">{point}</span>
            {point === 1 && <EndWords text={item.low} />}
            {point === 5 && <EndWords text={item.high} />}
          </label>
        ))}
      </div>
      <MissingChoices item={item} type="radio" name={item.code} />
      <ClearAnswer item={item} />
    </fieldset>
  )
}

function EndWords({ text }: { readonly text: ScaleItem['low'] }) {
  return (
    <span class="point-words">
      <Localized text={text} />
    </span>
  )
}
