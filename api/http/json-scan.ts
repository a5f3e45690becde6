/** Why JSON that parses is refused all the same. */
export type JsonFault = 'too_deep' | 'duplicate_key' | 'bad_unicode'

const DEEPEST = 8

/** Strings (with the colon after a member's name) and brackets: all that shapes valid JSON. */
const TOKEN = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]/g

const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * Looks through JSON that parses for what parsing hides: members named twice (the last would
 * win), nesting deeper than eight, and halves of surrogate pairs.
 *
 * @example
 * jsonFault('{"a":1,"a":2}') // => 'duplicate_key'
 */
export function jsonFault(json: string): JsonFault | undefined {
  const open: Set<string>[] = []
  for (const [token, string, colon] of json.matchAll(TOKEN)) {
    if (string === undefined) {
      if (token === '}' || token === ']') open.pop()
      else if (open.push(new Set()) > DEEPEST) return 'too_deep'
      continue
    }
    const text = textOf(string)
    if (LONE_SURROGATE.test(text)) return 'bad_unicode'
    if (colon === undefined) continue
    const members = open.at(-1)
    if (members?.has(text)) return 'duplicate_key'
    members?.add(text)
  }
  return undefined
}

function textOf(string: string): string {
  return string.includes('\\') ? String(JSON.parse(string)) : string.slice(1, -1)
}
