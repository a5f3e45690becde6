/** A receipt as the server makes it: 26 of Crockford's digits. */
export function isReceiptCode(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(value)
}

/**
 * A receipt in groups that can be read and written down.
 *
 * @example
 * groupedCode('ABCDEFGHJKMNPQRSTVWXYZ0123') // => 'ABCDE FGHJK MNPQR STVWX YZ0123'
 */
export function groupedCode(receipt: string): string {
  return receipt.replace(/^(.{5})(.{5})(.{5})(.{5})/, '$1 $2 $3 $4 ')
}
