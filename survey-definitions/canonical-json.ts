/**
 * The one JSON text of a value, as RFC 8785 has it: members sorted by UTF-16 code units, no
 * white space, numbers as JavaScript prints them. Definitions are addressed by its SHA-256.
 *
 * @throws TypeError for anything JSON cannot say: undefined, NaN, a function, a Date
 * @example
 * canonicalJson({ b: [1, 2.5], a: 'x' }) // => '{"a":"x","b":[1,2.5]}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (typeof value === 'string') return stringText(value)
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
  if (isPlainObject(value)) {
    const names = Object.keys(value).toSorted()
    return `{${names.map((name) => `${stringText(name)}:${canonicalJson(value[name])}`).join(',')}}`
  }
  throw new TypeError(`canonicalJson requires a JSON value, not ${describe(value)}`)
}

function stringText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError('canonicalJson requires well-formed text')
  return JSON.stringify(text)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function describe(value: unknown): string {
  return typeof value === 'number' ? String(value) : typeof value
}
