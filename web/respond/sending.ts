import { checkAnswers } from '../../survey-definitions/check-answers.ts'
import type { Survey } from '../../survey-definitions/respondent/survey.ts'
import type { StopCode } from '../../survey-definitions/respondent/views/stopped-view.ts'
import type { PageData } from '../../survey-definitions/respondent/page-data.ts'
import type { Outcome, Submission } from './post-submission.ts'

/** What is true of the answers while they are sent. */
export type Sending =
  | { readonly state: 'sending' }
  | { readonly state: 'waiting'; readonly isOnline: boolean }
  | { readonly state: 'stopped'; readonly code: StopCode; readonly items: readonly string[] }
  | { readonly state: 'received'; readonly receipt: string }

/** What sending needs from outside. */
export interface Carrier {
  readonly post: (submission: Submission) => Promise<Outcome>
  readonly isOnline: () => boolean
  /** Resolves after the time, or earlier when trying again makes sense; at once when cancelled. */
  readonly pause: (milliseconds: number, cancelled: AbortSignal) => Promise<void>
}

interface Attempts {
  readonly submission: Submission
  readonly carrier: Carrier
  /** Told every state as it becomes true. */
  readonly report: (sending: Sending) => void
  readonly cancelled: AbortSignal
}

const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 60_000

/**
 * Sends until the server has it, or says that it never will take it. The same key and the same
 * answers go out every time, so an answer of the server that got lost does no harm.
 */
export async function sendUntilSettled({ submission, carrier, report, cancelled }: Attempts): Promise<void> {
  for (let attempt = 0; !cancelled.aborted; attempt += 1) {
    report({ state: 'sending' })
    const outcome = await carrier.post(submission)
    // What the server has is received, even if the person has turned back meanwhile.
    if (outcome.kind === 'received') return report({ state: 'received', receipt: outcome.receipt })
    if (cancelled.aborted) return
    if (outcome.kind === 'stopped') {
      return report({ state: 'stopped', code: outcome.code, items: outcome.items })
    }
    report({ state: 'waiting', isOnline: carrier.isOnline() })
    await carrier.pause(outcome.afterMs ?? pauseBefore(attempt), cancelled)
  }
}

/** What goes out: answers on the way and fit to be kept, as the server would prune them. */
export function submissionOf(
  survey: Survey,
  { hash, channel }: Pick<PageData, 'hash' | 'channel'>,
): Submission {
  return {
    key: survey.key,
    questionnaire: hash,
    channel,
    answers: checkAnswers(survey.questionnaire, survey.answers).kept,
  }
}

function pauseBefore(attempt: number): number {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS)
  // Spread, so that phones that lost the same network do not all come back in the same second.
  return longest * (0.8 + Math.random() * 0.4)
}
