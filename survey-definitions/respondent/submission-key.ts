// Crockford's digits: no I, L, O or U. The server's receipts are written in them too.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 26

/** A new submission key from so many random bytes: 130 bits. It is never shown, and goes when the draft goes. */
export function newSubmissionKey(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const bytes = random(new Uint8Array(LENGTH))
  // 256 is a multiple of 32: the low five bits of a random byte are fair.
  return Array.from(bytes, (byte) => DIGITS.charAt(byte % 32)).join('')
}

export function isSubmissionKey(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(value)
}
