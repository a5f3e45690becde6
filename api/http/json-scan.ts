/** Why JSON that parses is refused all the same. */
export type JsonFault = 'too_deep' | 'duplicate_key' | 'bad_unicode'

const DEEPEST = 8

/** Strings (with the colon after a member's name) and brackets: all that shapes valid JSON. */
const TOKEN = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]/g

const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * Looks through JSON that parses for what parsing hides: members named twice (the last would
 * win), nesting deeper than `deepest`, and halves of surrogate pairs.
 *
 * @example
 * jsonFault('{"a":1,"a":2}') // => 'duplicate_key'
 */
export function jsonFault(json: string, deepest = DEEPEST): JsonFault | undefined {
  const open: Set<string>[] = []
  for (const [bracket, string, colon] of json.matchAll(TOKEN)) {
    const fault =
      string === undefined
        ? depthFault(open, bracket, deepest)
        : textFault(textOf(string), colon === undefined ? undefined : open.at(-1))
    if (fault !== undefined) return fault
  }
  return undefined
}

/** Enters or leaves one object or array. */
function depthFault(open: Set<string>[], bracket: string, deepest: number): JsonFault | undefined {
  if (bracket === '}' || bracket === ']') {
    open.pop()
    return undefined
  }
  return open.push(new Set()) > deepest ? 'too_deep' : undefined
}

/** Looks at one text and, when it names a member, at the names before it in the same object. */
function textFault(text: string, members: Set<string> | undefined): JsonFault | undefined {
  if (LONE_SURROGATE.test(text)) return 'bad_unicode'
  if (members?.has(text)) return 'duplicate_key'
  members?.add(text)
  return undefined
}

function textOf(string: string): string {
  return string.includes('\\') ? String(JSON.parse(string)) : string.slice(1, -1)
}
