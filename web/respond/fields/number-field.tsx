import { useEffect, useState } from 'preact/hooks'
import type { AnswerableItem } from '../../../survey-definitions/questionnaire-schema.ts'
import { giveEntry } from '../answering.ts'
import { Localized } from '../localized.tsx'
import { writeNumber } from '../number-text.ts'
import { PageHeading } from '../page-heading.tsx'
import { useSurvey } from '../survey-context.ts'
import type { Survey } from '../survey-state.ts'
import { inputId } from './field-ids.ts'
import { describedBy, FieldNotes, type FieldProps } from './field-notes.tsx'
import { MissingChoices } from './missing-choices.tsx'

type NumberItem = Extract<AnswerableItem, { kind: 'integer' | 'decimal' }>

/** A number with its unit. The text stays as typed; what it means is the answer. */
export function NumberField({ item, problem }: FieldProps<NumberItem>) {
  const survey = useSurvey()
  const answer = survey.answers.value[item.code]
  const language = survey.language.value
  const [text, setText] = useState(() => textOf(survey, item))

  // "Don't know" empties the field; another language writes the number its own way.
  useEffect(() => {
    if (typeof answer === 'string') setText('')
  }, [answer])
  useEffect(() => setText(textOf(survey, item)), [language])

  const unitId = `${item.code}-unit`
  return (
    <div>
      <PageHeading>
        <label htmlFor={inputId(item, 0)}>
          <Localized text={item.text} />
        </label>
      </PageHeading>
      <FieldNotes item={item} problem={problem} />
      <div class="number">
        <input
          id={inputId(item, 0)}
          class="input input-number"
          type="text"
          inputMode={item.kind === 'integer' ? 'numeric' : 'decimal'}
          autocomplete="off"
          value={text}
          aria-describedby={
            [item.unit && unitId, describedBy({ item, problem })].filter(Boolean).join(' ') || undefined
          }
          aria-invalid={problem !== undefined}
          onInput={(event) => {
            setText(event.currentTarget.value)
            giveEntry(survey, item, event.currentTarget.value)
          }}
        />
        {item.unit && (
          <span id={unitId} class="unit">
            <Localized text={item.unit} />
          </span>
        )}
      </div>
      <MissingChoices item={item} type="checkbox" />
    </div>
  )
}

function textOf(survey: Survey, item: NumberItem): string {
  const typed = survey.typed.peek()[item.code]
  if (typed !== undefined) return typed
  const answer = survey.answers.peek()[item.code]
  return typeof answer === 'number' ? writeNumber(answer, survey.language.peek()) : ''
}
