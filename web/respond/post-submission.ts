import type { Answers } from '../../survey-definitions/answers.ts'
import type { PageData } from '../../survey-definitions/respondent/page-data.ts'
import type { StopCode } from '../../survey-definitions/respondent/views/stopped-view.ts'
import { isReceiptCode } from './receipt-code.ts'

/** What is sent: nothing that names a firm, a device, a moment or a link. */
export interface Submission {
  readonly key: string
  readonly questionnaire: string
  readonly channel: PageData['channel']
  readonly answers: Answers
}

/** How one attempt ended. Anything unclear is `later`: the same key makes trying again safe. */
export type Outcome =
  | { readonly kind: 'received'; readonly receipt: string }
  | { readonly kind: 'later'; readonly afterMs?: number }
  | { readonly kind: 'stopped'; readonly code: StopCode; readonly items: readonly string[] }

const TIMEOUT_MS = 30_000

/** Refusals that time heals. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429])

/** Sends once and says how it ended; never throws. */
export async function postSubmission(wave: string, submission: Submission): Promise<Outcome> {
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS)
  try {
    const response = await fetch(`/api/waves/${encodeURIComponent(wave)}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(submission),
      credentials: 'omit',
      redirect: 'error',
      signal: timeout.signal,
    })
    return outcomeOf(response.status, await readJson(response), response.headers.get('retry-after'))
  } catch {
    return { kind: 'later' }
  } finally {
    clearTimeout(timer)
  }
}

/** What an answer of the server means. A 200 without our body is somebody else's login page. */
export function outcomeOf(status: number, body: unknown, retryAfter: string | null = null): Outcome {
  if (status === 200 || status === 201) {
    const receipt = memberOf(body, 'receipt')
    const isOurs = memberOf(body, 'status') === 'received' && isReceiptCode(receipt)
    return isOurs ? { kind: 'received', receipt } : { kind: 'later' }
  }
  if (PASSING.has(status) || status >= 500 || status < 400) {
    const seconds = Number(retryAfter)
    return seconds > 0 ? { kind: 'later', afterMs: Math.min(seconds, 300) * 1000 } : { kind: 'later' }
  }
  return { kind: 'stopped', code: stopCode(status, memberOf(body, 'code')), items: itemsIn(body) }
}

function stopCode(status: number, code: unknown): StopCode {
  if (status === 409) return 'key_reused'
  if (status === 410) return 'closedMeanwhile'
  if (status === 403) return code === 'not_open' ? 'not_open' : 'refusedByServer'
  if (status === 404) return 'not_found'
  if (status !== 422) return 'refusedByServer'
  return code === 'unknown_version' || code === 'bad_channel' ? 'unknown_version' : 'bad_answers'
}

/** Codes of the items the server would not take, from paths such as /answers/q3. */
function itemsIn(body: unknown): readonly string[] {
  const errors = memberOf(body, 'errors')
  if (!Array.isArray(errors)) return []
  return errors.flatMap((error: unknown) => {
    const path = memberOf(error, 'path')
    const item = typeof path === 'string' ? /^\/answers\/([a-z0-9-]+)/.exec(path)?.[1] : undefined
    return item === undefined ? [] : [item]
  })
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}
