import { effect } from '@preact/signals'
import type { Survey } from './survey-state.ts'
import { isSameView, type View } from './view.ts'
import { go, viewBefore } from './walking.ts'

/** Lets the browser's own Back turn pages. */
interface ViewHistory {
  /** Back on the page: the browser's Back where that leads to the same view. */
  readonly goBack: () => void
}

/**
 * Gives every view an entry in the browser's history, all under one address and with nothing in
 * them but a number: which views they were is known to this page only, while it is open.
 */
export function keepViewHistory(survey: Survey, { history }: Window): ViewHistory {
  let step = stepOf(history.state)
  const views = new Map<number, View>([[step, survey.view.peek()]])
  history.replaceState({ step }, '')

  effect(() => {
    const view = survey.view.value
    if (isSameView(views.get(step), view)) return
    step += 1
    views.set(step, view)
    history.pushState({ step }, '')
  })

  addEventListener('popstate', (event) => {
    const popped = stepOf(event.state)
    const view = allowed(survey, views.get(popped) ?? viewBefore(survey, survey.view.peek()))
    step = popped
    views.set(step, view)
    go(survey, view)
  })

  return {
    goBack: () => {
      const before = viewBefore(survey, survey.view.peek())
      if (isSameView(views.get(step - 1), before)) history.back()
      else go(survey, before)
    },
  }
}

/** Answers that were sent or erased do not come back. */
function allowed(survey: Survey, view: View): View {
  if (survey.receipt.peek() !== '') return { name: 'receipt' }
  if (survey.key.peek() === '' || view.name === 'sending')
    return { name: survey.key.peek() === '' ? 'intro' : 'hub' }
  return view
}

function stepOf(state: unknown): number {
  const step: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'step') : undefined
  return typeof step === 'number' ? step : 0
}
