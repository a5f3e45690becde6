import { useSurvey, useTexts } from './survey-context.ts'

/** A page that anybody may have open, run by the national weather service. */
const ELSEWHERE = 'https://nchmf.gov.vn/'

/** Leaves at once. The browser's Back then finds the letter, not the question. */
export function QuickExit() {
  const survey = useSurvey()
  const texts = useTexts()
  return (
    <button
      type="button"
      class="button button-warning quick-exit no-print"
      onClick={() => {
        hideUntilShownAgain()
        survey.view.value = { name: 'intro' }
        location.replace(ELSEWHERE)
      }}
    >
      {texts.section.exit}
    </button>
  )
}

function hideUntilShownAgain(): void {
  document.body.hidden = true
  addEventListener('pageshow', () => {
    document.body.hidden = false
  })
}
