import type { Waves } from '../support/served-apps.ts'

/** Stands in what is sent; no answer may repeat it. */
export const CANARY = 'canary7f3a91'

/** What a case is written with: the waves there are and a fresh key. */
export interface CaseContext {
  readonly waves: Waves
  readonly key: string
}

/** One hostile request and the answer it must get, on every runtime. */
export interface Case {
  /** Its number in the list of hostile inputs. */
  readonly number: number
  readonly name: string
  readonly method?: string
  /** The address as it goes over the wire; submissions to the open wave when left out. */
  readonly path?: (context: CaseContext) => string
  /** A missing content-type is one of the cases: what is not here is not sent. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: (context: CaseContext) => string | Uint8Array
  /** Sent in chunks of this many bytes, without a length. */
  readonly chunkBytes?: number
  /** Several where the runtime itself refuses first. */
  readonly status: number | readonly number[]
  /** Of the problem; none where the runtime itself refuses, or nothing is refused. */
  readonly code?: string
  readonly errors?: readonly { readonly path: string; readonly code: string }[]
  readonly pruned?: readonly string[]
  /** The answers that are in the inbox afterwards; where none are given, no table may change. */
  readonly stored?: Readonly<Record<string, unknown>>
}
