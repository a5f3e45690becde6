import { canonicalJson } from '../../survey-definitions/canonical-json.ts'
import { digestOf, hexOf } from '../digest.ts'

/** What the server makes of a browser's key, which it does not keep. No mark leads to another. */
export interface KeyMarks {
  /** For the firm, to show that a submission was received: 130 bits as 26 Crockford digits. */
  readonly receipt: string
  /** SHA-256 of the receipt: recognises it, and a retry, and leads to no answers. */
  readonly acceptedTag: string
  /** Names a body in the inbox; not to be had from a receipt. */
  readonly inboxTag: string
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RECEIPT_LENGTH = 26

export async function keyMarksOf(key: string): Promise<KeyMarks> {
  const receipt = await receiptOf(key)
  return { receipt, acceptedTag: await digestOf(receipt), inboxTag: await digestOf(`inbox${key}`) }
}

/**
 * HMAC-SHA-256 of what was sent, under the key that came with it: without the key nobody can match
 * a digest to a response, not even by trying all answers, nor with the receipt in hand.
 */
export async function bodyDigestOf(key: string, sent: unknown): Promise<string> {
  const utf8 = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const secret = await crypto.subtle.importKey('raw', utf8.encode(key), algorithm, false, ['sign'])
  return hexOf(await crypto.subtle.sign('HMAC', secret, utf8.encode(canonicalJson(sent))))
}

/** The low five bits of each of the first bytes: 256 is a multiple of 32, so every digit is as likely. */
async function receiptOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`receipt${key}`))
  const bytes = new Uint8Array(digest, 0, RECEIPT_LENGTH)
  return Array.from(bytes, (byte) => DIGITS.charAt(byte % DIGITS.length)).join('')
}
