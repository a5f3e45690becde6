import { effect } from '@preact/signals'
import { parseDraft } from './draft.ts'
import { draftOf, forget, type Survey } from './survey-state.ts'

/** Writes the draft at every change, and follows what another tab does with it. */
export function keepDraft(survey: Survey, page: Window): void {
  effect(() => {
    const draft = draftOf(survey)
    const keeping = survey.keeping.peek()
    if (draft === undefined || keeping === 'memory') return
    survey.keeping.value = survey.store.write(draft) ? 'device' : 'refused'
  })

  page.addEventListener('storage', ({ key, newValue }) => {
    if (key !== survey.store.name || survey.keeping.peek() === 'memory') return
    const draft = parseDraft(newValue)
    if (draft !== undefined) {
      survey.key.value = draft.key
      survey.answers.value = draft.answers
    } else if (survey.key.peek() !== '') {
      // Sent or erased in another tab: it must not be written back from here.
      forget(survey)
      survey.view.value = { name: 'intro' }
    }
  })
}
