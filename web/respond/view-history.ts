import { go, type View } from '../../survey-definitions/respondent/survey.ts'
import { viewBefore } from '../../survey-definitions/respondent/walking.ts'
import type { Page } from './page.ts'

/**
 * Lets the browser's own Back turn pages. Every view has an entry in the history, all under one
 * address and with nothing in them but a number: which views they were is known to this page only,
 * while it is open.
 */
export function keepViewHistory(page: Page): {
  /** Gives a view that is new its entry. */
  readonly note: () => void
  /** Back on the page: the browser's Back where that leads to the same view. False where it does not. */
  readonly goBack: () => boolean
} {
  const { survey } = page
  let step = stepOf(history.state)
  const views: View[] = []
  views[step] = survey.view
  history.replaceState(step, '')

  addEventListener('popstate', ({ state }) => {
    const popped = stepOf(state)
    go(survey, allowed(page, views[popped] ?? viewBefore(survey, survey.view)))
    step = popped
    views[step] = survey.view
    page.draw()
  })

  return {
    note: () => {
      if (views[step] === survey.view) return
      step += 1
      views[step] = survey.view
      history.pushState(step, '')
    },
    goBack: () => {
      const leadsThere = step > 0 && views[step - 1] === viewBefore(survey, survey.view)
      if (leadsThere) history.back()
      return leadsThere
    },
  }
}

/** Answers that were sent or erased do not come back, and nothing is sent by turning back. */
function allowed({ survey, receipt }: Page, view: View): View {
  if (receipt) return 'receipt'
  if (!survey.key) return 'intro'
  return view === 'sending' ? 'hub' : view
}

function stepOf(state: unknown): number {
  return typeof state === 'number' ? state : 0
}
