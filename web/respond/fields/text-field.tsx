import { isMissing } from '../../../survey-definitions/answers.ts'
import type { FreeTextItem } from '../../../survey-definitions/questionnaire-schema.ts'
import { giveEntry } from '../answering.ts'
import { Localized } from '../localized.tsx'
import { PageHeading } from '../page-heading.tsx'
import { useSurvey, useTexts } from '../survey-context.ts'
import { inputId } from './field-ids.ts'
import { describedBy, FieldNotes, type FieldProps } from './field-notes.tsx'
import { MissingChoices } from './missing-choices.tsx'

/** Free text with a count of what is left; too long is said on Continue, never cut. */
export function TextField({ item, problem }: FieldProps<FreeTextItem>) {
  const survey = useSurvey()
  const texts = useTexts()
  const answer = survey.answers.value[item.code]
  const offersMissing = item.missing.length > 0
  const written = typeof answer === 'string' && !(offersMissing && isMissing(answer)) ? answer : ''
  const text = survey.typed.value[item.code] ?? written
  const counterId = `${item.code}-counter`
  return (
    <div>
      <PageHeading>
        <label htmlFor={inputId(item, 0)}>
          <Localized text={item.text} />
        </label>
      </PageHeading>
      <FieldNotes item={item} problem={problem} />
      <textarea
        id={inputId(item, 0)}
        class="input"
        rows={item.kind === 'text' ? 2 : 6}
        autocomplete="off"
        value={text}
        aria-describedby={[describedBy({ item, problem }), counterId].filter(Boolean).join(' ')}
        aria-invalid={problem !== undefined}
        onInput={(event) => giveEntry(survey, item, event.currentTarget.value)}
      />
      <p id={counterId} class="counter">
        {texts.item.charactersLeft(item.maxLength - Array.from(text.trim()).length)}
      </p>
      <MissingChoices item={item} type="checkbox" />
    </div>
  )
}
