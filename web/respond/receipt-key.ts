// Crockford's digits: no I, L, O or U, so a code read aloud or copied by hand stays the same.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 26

/** A new submission key: 130 random bits as 26 Crockford digits. It is also the receipt code. */
export function newReceiptKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH))
  // 256 is a multiple of 32: the low five bits of a random byte are fair.
  return Array.from(bytes, (byte) => DIGITS.charAt(byte % 32)).join('')
}

export function isReceiptKey(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(value)
}

/**
 * The key in groups that can be read and written down.
 *
 * @example
 * groupedKey('ABCDEFGHJKMNPQRSTVWXYZ0123') // => 'ABCDE FGHJK MNPQR STVWX YZ0123'
 */
export function groupedKey(key: string): string {
  return key.replace(/^(.{5})(.{5})(.{5})(.{5})/, '$1 $2 $3 $4 ')
}
