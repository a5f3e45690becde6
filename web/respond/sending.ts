import { checkAnswers } from '../../survey-definitions/check-answers.ts'
import type { Outcome, StopCode, Submission } from './post-submission.ts'
import { forget, type Survey } from './survey-state.ts'

/** What is true of the answers right now. */
export type Sending =
  | { readonly state: 'saved' }
  | { readonly state: 'sending' }
  | { readonly state: 'waiting'; readonly isOnline: boolean }
  | { readonly state: 'stopped'; readonly code: StopCode; readonly items: readonly string[] }

/** What sending needs from outside. */
export interface Carrier {
  readonly post: (submission: Submission) => Promise<Outcome>
  readonly isOnline: () => boolean
  /** Resolves after the time, or earlier when trying again makes sense; at once when cancelled. */
  readonly pause: (milliseconds: number, cancelled: AbortSignal) => Promise<void>
}

const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 60_000

/**
 * Sends until the server has it, or says that it never will take it. The same key and the same
 * answers go out every time, so an answer of the server that got lost does no harm.
 */
export async function sendUntilSettled(
  survey: Survey,
  carrier: Carrier,
  cancelled: AbortSignal,
): Promise<void> {
  const submission = submissionOf(survey)
  for (let attempt = 0; !cancelled.aborted; attempt += 1) {
    survey.sending.value = { state: 'sending' }
    const outcome = await carrier.post(submission)
    // What the server has is received, even if the person has turned back meanwhile.
    if (outcome.kind === 'received') return receive(survey, outcome.receipt)
    if (cancelled.aborted) return
    if (outcome.kind === 'stopped') {
      survey.sending.value = { state: 'stopped', code: outcome.code, items: outcome.items }
      return
    }
    survey.sending.value = { state: 'waiting', isOnline: carrier.isOnline() }
    await carrier.pause(outcome.afterMs ?? pauseBefore(attempt), cancelled)
  }
}

/** What goes out: answers on the way and fit to be kept, as the server would prune them. */
function submissionOf({ page, key, answers }: Survey): Submission {
  return {
    key: key.value,
    questionnaire: page.questionnaireHash,
    channel: page.channel,
    answers: checkAnswers(page.questionnaire, answers.value).kept,
  }
}

/** The server has it: the device forgets, key and all, and shows the server's receipt. */
function receive(survey: Survey, receipt: string): void {
  survey.receipt.value = receipt
  forget(survey)
  survey.view.value = { name: 'receipt' }
}

function pauseBefore(attempt: number): number {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS)
  // Spread, so that phones that lost the same network do not all come back in the same second.
  return longest * (0.8 + Math.random() * 0.4)
}
