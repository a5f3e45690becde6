/** A receipt as the server makes it: 26 of Crockford's digits. */
export function isReceiptCode(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(value)
}
