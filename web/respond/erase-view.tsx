import { PageHeading } from './page-heading.tsx'
import { useSurvey, useTexts, useTools } from './survey-context.ts'
import { TurnRow } from './turn-row.tsx'
import { erase } from './walking.ts'

/** Asks once before the answers are gone. */
export function EraseView() {
  const survey = useSurvey()
  const { goBack } = useTools()
  const texts = useTexts()
  return (
    <>
      <TurnRow />
      <PageHeading>{texts.erase.title}</PageHeading>
      <p>{texts.erase.body(survey.answered.value)}</p>
      <div class="actions">
        <button
          type="button"
          class="button button-warning"
          onClick={() => {
            erase(survey)
            survey.announcement.value = texts.erase.done
          }}
        >
          {texts.erase.confirm}
        </button>
        <button type="button" class="button button-quiet" onClick={goBack}>
          {texts.cancel}
        </button>
      </div>
    </>
  )
}
