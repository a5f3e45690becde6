import type { Language, LocalizedText } from '../language.ts'
import type { Item, Option, Questionnaire, Section } from '../questionnaire-schema.ts'
import {
  DONT_KNOW,
  KINDS,
  type PackedItem,
  type PackedQuestionnaire,
  type PackedSection,
  type PackedText,
  REFUSED,
  REQUIRED,
  STRATIFIER,
  USUAL,
} from './packed-questionnaire.ts'

/**
 * The questionnaire as routing, checking and drawing know it, from what the page carries. What
 * counting needs is not there: no indicators, no values, no roles.
 */
export function unpackQuestionnaire([title, minutes, scales, sections]: PackedQuestionnaire, language: Language) {
  const textOf = (packed: PackedText): LocalizedText =>
    typeof packed === 'string' ? { vi: packed, [language]: packed } : { vi: packed[0] }

  /** Divided at the first space. */
  const named = (packed: PackedText): readonly [code: string, text: LocalizedText] => {
    const whole = typeof packed === 'string' ? packed : packed[0]
    const code = whole.split(' ', 1)[0] ?? ''
    const words = whole.slice(code.length + 1)
    return [code, textOf(typeof packed === 'string' ? words : [words])]
  }

  const optionOf = (packed: PackedText) => {
    const [code, label] = named(packed)
    return { code: code.replace('!', ''), label, exclusive: code[0] === '!' } as Option
  }

  const membersOf = (kind: Item['kind'], members: PackedItem[2]): object => {
    if (kind === 'text' || kind === 'long-text') return { maxLength: members }
    if (typeof members === 'number' || !members)
      return kind === 'single' || kind === 'multiple' ? { scale: members ?? 0 } : {}
    if (kind === 'single' || kind === 'multiple') return { options: (members as PackedText[]).map(optionOf) }
    const [first, second, decimals, unit] = members
    if (kind === 'scale') return { low: textOf(first as PackedText), high: textOf(second as PackedText) }
    return { min: first, max: second ?? 0, decimals, ...(unit && { unit: textOf(unit as PackedText) }) }
  }

  const itemOf = ([number, head, members, flags = 0, showIf, hint]: PackedItem) => {
    const kind = KINDS[number] ?? 'note'
    const [code, text] = named(head)
    const bits = flags ^ (kind === 'text' || kind === 'long-text' ? 0 : USUAL)
    return {
      kind,
      code,
      text,
      ...(hint && { hint: textOf(hint) }),
      ...(showIf && { showIf }),
      required: !!(bits & REQUIRED),
      stratifier: !!(bits & STRATIFIER),
      missing: [...(bits & DONT_KNOW ? ['dont-know'] : []), ...(bits & REFUSED ? ['refused'] : [])],
      ...membersOf(kind, members),
    } as unknown as Item
  }

  const sectionOf = ([head, items, sensitive, intro, showIf]: PackedSection): Section => {
    const [code, name] = named(head)
    return {
      code,
      title: name,
      items: items.map(itemOf),
      sensitive: !!sensitive,
      ...(intro && { intro: textOf(intro) }),
      ...(showIf && { showIf }),
    }
  }

  return {
    title: textOf(title),
    minutes,
    scales: scales.map((options) => options.map(optionOf)) as unknown as Questionnaire['scales'],
    sections: sections.map(sectionOf),
  } as Questionnaire
}
