import type { LocalizedText } from './language.ts'
import type { Questionnaire } from './questionnaire-schema.ts'

/** One text that people read, with its place. */
export interface PlacedText {
  /** Codes where there are codes, so that it survives a change of order: `sections/land/items/q2-01/text`. */
  readonly path: string
  readonly text: LocalizedText
}

/** Every text of a questionnaire, in the order of the file. */
export function textsOf(questionnaire: Questionnaire): readonly PlacedText[] {
  return textsIn(questionnaire, '')
}

function textsIn(value: unknown, path: string): readonly PlacedText[] {
  if (typeof value !== 'object' || value === null) return []
  if (isText(value)) return [{ path, text: value }]
  const isList = Array.isArray(value)
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const place = isList ? (codeOf(member) ?? name) : name
    return textsIn(member, path === '' ? place : `${path}/${place}`)
  })
}

function isText(value: object): value is LocalizedText {
  return 'vi' in value && typeof value.vi === 'string'
}

function codeOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('code' in value)) return undefined
  return typeof value.code === 'string' ? value.code : undefined
}
