import { postSubmission } from './post-submission.ts'
import type { Carrier } from './sending.ts'

/** Sends through this browser; wakes when it is online again or the page is looked at again. */
export function browserCarrier(wave: string): Carrier {
  return {
    post: (submission) => postSubmission(wave, submission),
    isOnline: () => navigator.onLine,
    pause: (milliseconds, cancelled) =>
      new Promise((resolve) => {
        const listening = new AbortController()
        const wake = () => {
          clearTimeout(timer)
          listening.abort()
          resolve()
        }
        const timer = setTimeout(wake, milliseconds)
        const wakeWhenSeen = () => {
          if (document.visibilityState === 'visible') wake()
        }
        on(window, 'online', wake, listening.signal)
        on(document, 'visibilitychange', wakeWhenSeen, listening.signal)
        on(cancelled, 'abort', wake, listening.signal)
        if (cancelled.aborted) wake()
      }),
  }
}

/** `addEventListener` with `signal` is newer than the oldest browsers served. */
function on(target: EventTarget, type: string, listener: () => void, until: AbortSignal): void {
  target.addEventListener(type, listener)
  until.addEventListener('abort', () => target.removeEventListener(type, listener))
}
