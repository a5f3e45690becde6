import { go, nothingYet } from '../../survey-definitions/respondent/survey.ts'
import { parseDraft } from './draft.ts'
import type { Page } from './page.ts'

/** Follows what another tab does with the same draft. The place stays this tab's own. */
export function followTabs(page: Page): void {
  const { survey, store } = page
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== store.name || survey.keeping === 'memory' || page.receipt) return
    const draft = parseDraft(newValue)
    if (draft) Object.assign(survey, draft, { view: survey.view })
    else if (survey.key) {
      // Sent or erased there.
      Object.assign(survey, nothingYet())
      go(survey, 'intro')
    } else return
    // What came from another tab is not written back: two tabs would answer each other for ever.
    const focused = document.activeElement?.id
    page.isFollowing = true
    page.draw()
    page.isFollowing = false
    if (focused) document.getElementById(focused)?.focus()
  })
}
