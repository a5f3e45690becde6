import type { LocalizedText } from '../../language.ts'
import type { RandomisedItem } from '../../questionnaire-schema.ts'
import type { PackedText } from '../packed-questionnaire.ts'

/** What the kinds that hide their answer have of their own, in the order in which a page carries it. */
export function packRandomised(
  item: RandomisedItem,
  packText: (text: LocalizedText) => PackedText,
): readonly (PackedText | number)[] {
  if (item.kind === 'list-experiment') return [item.sensitiveStatement, ...item.statements].map(packText)
  if (item.kind === 'crosswise') {
    return [item.sensitiveStatement, item.innocuousStatement, item.same, item.different].map(packText)
  }
  return [item.forcedYes, item.forcedNo, packText(item.yes), packText(item.no)]
}

/** The same, unpacked; undefined for other kinds. */
export function unpackRandomised(
  kind: string | undefined,
  members: readonly (PackedText | number)[],
  textOf: (packed: PackedText) => LocalizedText,
): object | undefined {
  const text = (place: number) => textOf(String(members[place]))
  if (kind === 'list-experiment') {
    const statements = members.slice(1).map((_, place) => text(place + 1))
    return { sensitiveStatement: text(0), statements }
  }
  if (kind === 'crosswise') {
    return { sensitiveStatement: text(0), innocuousStatement: text(1), same: text(2), different: text(3) }
  }
  if (kind !== 'randomised') return undefined
  return { forcedYes: members[0], forcedNo: members[1], yes: text(2), no: text(3) }
}
