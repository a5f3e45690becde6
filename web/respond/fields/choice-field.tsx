import type { Answer } from '../../../survey-definitions/answers.ts'
import type { ChoiceItem } from '../../../survey-definitions/questionnaire-schema.ts'
import { optionsOf } from '../../../survey-definitions/routing-path.ts'
import { giveAnswer, toggleOption } from '../answering.ts'
import { Localized } from '../localized.tsx'
import { PageHeading } from '../page-heading.tsx'
import { useSurvey } from '../survey-context.ts'
import { ClearAnswer } from './clear-answer.tsx'
import { inputId } from './field-ids.ts'
import { describedBy, FieldNotes, type FieldProps } from './field-notes.tsx'
import { MissingChoices } from './missing-choices.tsx'

/** A question with one choice or several, as radio buttons or checkboxes in a labelled group. */
export function ChoiceField({ item, problem }: FieldProps<ChoiceItem>) {
  const survey = useSurvey()
  const options = optionsOf(survey.page.questionnaire, item)
  const answer = survey.answers.value[item.code]
  const type = item.kind === 'single' ? 'radio' : 'checkbox'
  return (
    <fieldset aria-describedby={describedBy({ item, problem })}>
      <legend>
        <PageHeading>
          <Localized text={item.text} />
        </PageHeading>
      </legend>
      <FieldNotes item={item} problem={problem} />
      {options.map(({ code, label }, index) => (
        <label key={code} class={isChosen(answer, code) ? 'choice choice-chosen' : 'choice'}>
          <input
            id={inputId(item, index)}
            type={type}
            name={item.code}
            value={code}
            checked={isChosen(answer, code)}
            onChange={() =>
              item.kind === 'single' ? giveAnswer(survey, item, code) : toggleOption(survey, item, code)
            }
          />
          <span>
            <Localized text={label} />
          </span>
        </label>
      ))}
      <MissingChoices item={item} type={type} name={item.code} />
      {type === 'radio' && <ClearAnswer item={item} />}
    </fieldset>
  )
}

function isChosen(answer: Answer | undefined, code: string): boolean {
  return typeof answer === 'object' ? answer.includes(code) : answer === code
}
