import { signal } from '@preact/signals'
import { enrolmentToken } from './enrolment-token.ts'

/** The token of the enrolment link the page was opened with or was given since. */
export const pendingEnrolment = signal<string | undefined>(undefined)

/** Takes tokens from now on, also of a link pasted over the address of a desk that is already open. */
export function watchEnrolment(): void {
  takeToken()
  addEventListener('hashchange', takeToken)
}

/** Out of the address bar and the history at once, so that it is not copied or left behind. */
function takeToken(): void {
  const token = enrolmentToken(location.href)
  if (token === undefined) return
  history.replaceState(null, '', location.pathname + location.search)
  pendingEnrolment.value = token
}
