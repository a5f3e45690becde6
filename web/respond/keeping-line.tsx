import { useSurvey, useTexts } from './survey-context.ts'
import { go } from './walking.ts'

/** What is true of the answers, and the way to be rid of them; on every view that has any. */
export function KeepingLine() {
  const survey = useSurvey()
  const texts = useTexts()
  const view = survey.view.value
  if (survey.key.value === '' || view.name === 'erase') return null
  return (
    <footer class="keeping no-print">
      <p class={survey.keeping.value === 'device' ? 'keeping-state' : 'keeping-state keeping-unsafe'}>
        {texts.keeping[survey.keeping.value](survey.answered.value)}
      </p>
      <button type="button" class="link" onClick={() => go(survey, { name: 'erase', from: view })}>
        {texts.keeping.erase}
      </button>
    </footer>
  )
}
