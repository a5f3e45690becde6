import { signal } from '@preact/signals'

/** Who is at the desk. `ended` tells a session that ran out from one left or never begun. */
export type Session =
  | { readonly state: 'unknown' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'signed-in'; readonly name: string }
  | { readonly state: 'signed-out'; readonly ended: boolean }

export const session = signal<Session>({ state: 'unknown' })

const RETURN_TO = 'desk-return-to'
const ENTERED = 'desk-entered'

/** Whether somebody entered from this browser and did not leave: else there is nobody to ask for. */
export function mayBeSignedIn(): boolean {
  return localStorage.getItem(ENTERED) !== null
}

export function beginSession(name: string): void {
  localStorage.setItem(ENTERED, 'yes')
  session.value = { state: 'signed-in', name }
}

export function leaveSession(): void {
  localStorage.removeItem(ENTERED)
  session.value = { state: 'signed-out', ended: false }
}

/** Called at every answer that says the session is over; remembers the page to come back to. */
export function endSession(): void {
  if (session.value.state === 'signed-out') return
  localStorage.removeItem(ENTERED)
  localStorage.setItem(RETURN_TO, location.pathname + location.search)
  session.value = { state: 'signed-out', ended: true }
}

/** The page left when the last session ended, once; the desk's first page otherwise. */
export function takeReturnAddress(): string {
  const address = localStorage.getItem(RETURN_TO)
  localStorage.removeItem(RETURN_TO)
  return address?.startsWith('/desk') ? address : '/desk'
}
