import type { AnswerableItem } from '../../../survey-definitions/questionnaire-schema.ts'
import { giveAnswer } from '../answering.ts'
import { useSurvey, useTexts } from '../survey-context.ts'
import { inputId } from './field-ids.ts'

interface MissingChoicesProps {
  readonly item: AnswerableItem
  /** `radio` where the answers are radio buttons: one group, one set of arrow keys. */
  readonly type: 'radio' | 'checkbox'
  readonly name?: string
}

/** Don't know and rather not say: real answers, set apart and quieter. */
export function MissingChoices({ item, type, name }: MissingChoicesProps) {
  const survey = useSurvey()
  const texts = useTexts()
  if (item.missing.length === 0) return null
  return (
    <div class="missing">
      <p class="or">{texts.item.or}</p>
      {item.missing.map((word) => {
        const isChosen = survey.answers.value[item.code] === word
        return (
          <label key={word} class={isChosen ? 'choice choice-quiet choice-chosen' : 'choice choice-quiet'}>
            <input
              id={inputId(item, word)}
              type={type}
              name={name}
              value={word}
              checked={isChosen}
              onChange={() => giveAnswer(survey, item, type === 'checkbox' && isChosen ? undefined : word)}
            />
            <span>{texts.item.missing[word]}</span>
          </label>
        )
      })}
    </div>
  )
}
