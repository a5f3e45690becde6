import { batch, effect } from '@preact/signals'
import { parseDraft } from './draft.ts'
import { adopt, draftOf, forget, type Survey } from './survey-state.ts'

/** Writes the draft at every change, and follows what another tab does with it. */
export function keepDraft(survey: Survey, page: Window): void {
  let isFollowing = false

  effect(() => {
    const draft = draftOf(survey)
    // What came from another tab is not written back: two tabs would answer each other for ever.
    if (draft === undefined || isFollowing || survey.keeping.peek() === 'memory') return
    survey.keeping.value = survey.store.write(draft) ? 'device' : 'refused'
  })

  function follow(change: () => void): void {
    isFollowing = true
    batch(change)
    isFollowing = false
  }

  page.addEventListener('storage', ({ key, newValue }) => {
    const isOurs = key === survey.store.name && survey.keeping.peek() !== 'memory'
    if (!isOurs || survey.receipt.peek() !== '') return
    const draft = parseDraft(newValue)
    if (draft !== undefined) follow(() => adopt(survey, draft))
    else if (survey.key.peek() !== '') {
      // Sent or erased in another tab.
      follow(() => {
        forget(survey)
        survey.view.value = { name: 'intro' }
      })
    }
  })
}
