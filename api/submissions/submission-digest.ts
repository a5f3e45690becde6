import { canonicalJson } from '../../survey-definitions/canonical-json.ts'
import { hexOf } from '../digest.ts'

/**
 * HMAC-SHA-256 of what was sent, under the key that came with it. The key is not stored: without
 * it nobody can match a digest to a response, not even by trying all answers.
 */
export async function bodyDigestOf(key: string, sent: unknown): Promise<string> {
  const utf8 = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const secret = await crypto.subtle.importKey('raw', utf8.encode(key), algorithm, false, ['sign'])
  return hexOf(await crypto.subtle.sign('HMAC', secret, utf8.encode(canonicalJson(sent))))
}
