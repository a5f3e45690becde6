import { signal } from '@preact/signals'
import { enrolmentToken } from './enrolment-token.ts'

/** The token of the enrolment link the page was opened with or was given since. */
export const pendingEnrolment = signal<string | undefined>(undefined)

/**
 * Takes the token out of the address bar and the history at once, so that it is not copied or
 * left behind; also when a link is pasted over the address of a desk that is already open.
 */
export function watchEnrolment(): void {
  const take = () => {
    const token = enrolmentToken(location.href)
    if (token === undefined) return
    history.replaceState(null, '', location.pathname + location.search)
    pendingEnrolment.value = token
  }
  take()
  addEventListener('hashchange', take)
}
