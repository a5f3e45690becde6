import { ANSWERS } from '../support/app.ts'
import type { Waves } from '../support/served-apps.ts'

/** Stands in what is sent; no answer may repeat it. */
export const CANARY = 'canary7f3a91'

/** What a case is written with: the waves there are and a fresh key. */
export interface CaseContext {
  readonly waves: Waves
  readonly key: string
}

/** One hostile request, as it goes over the wire. */
export interface Sent {
  /** Its number in the list of hostile inputs. */
  readonly number: number
  readonly name: string
  readonly method?: string
  /** Submissions to the open wave when left out. */
  readonly path?: (context: CaseContext) => string
  /** A missing content type is one of the cases: what is not here is not sent. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: (context: CaseContext) => string | Uint8Array
  /** Sent in chunks of this many bytes, without a length. */
  readonly chunkBytes?: number
}

/** Must be refused with this problem, and change no table. */
export interface Refused extends Sent {
  readonly status: number
  readonly code: string
  readonly errors?: readonly { readonly path: string; readonly code: string }[]
}

/** Must be taken, and leave exactly these answers in the inbox. */
export interface Taken extends Sent {
  readonly stored: Readonly<Record<string, unknown>>
  readonly pruned?: readonly string[]
}

export const JSON_TYPE = { 'content-type': 'application/json' }
export const KILOBYTE = 1024

/** A body that is fine but for the members given. */
export function text({ waves, key }: CaseContext, changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ key, questionnaire: waves.questionnaire, answers: ANSWERS, ...changes })
}

export const withRemark = (remark: string) => (context: CaseContext) =>
  text(context, { answers: { ...ANSWERS, remark } })

/** A valid body padded with spaces to a number of bytes. */
export const paddedTo = (bytes: number) => (context: CaseContext) => text(context).padEnd(bytes, ' ')

export const to = (state: 'draft' | 'closedNow' | 'closedLongAgo') => (context: CaseContext) =>
  `/api/waves/${context.waves[state]}/submissions`
