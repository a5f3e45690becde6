import type { Language, LocalizedText } from '../language.ts'
import type { Questionnaire } from '../questionnaire-schema.ts'
import { unpackRandomised } from './fields/randomised-members.ts'
import {
  DONT_KNOW,
  FOREIGN,
  JOINED,
  KINDS,
  type PackedItem,
  type PackedMembers,
  type PackedQuestionnaire,
  type PackedSection,
  type PackedText,
  REQUIRED,
  USUAL,
} from './packed-questionnaire.ts'

/** A questionnaire as its page knows it. */
export interface PageQuestionnaire extends Questionnaire {
  /** Minutes that one single choice takes: see item-effort.ts. */
  readonly pace: number
}

/**
 * The questionnaire as routing, checking and drawing know it, from what the page carries. What
 * counting needs is not there: no indicators, no values, no roles.
 */
export function unpackQuestionnaire(packed: PackedQuestionnaire, language: Language): PageQuestionnaire
export function unpackQuestionnaire(
  [title, pace, scales, sections]: PackedQuestionnaire,
  language: Language,
): object {
  const textOf = (packed: PackedText): LocalizedText =>
    packed[0] === FOREIGN ? { vi: packed.slice(1) } : { vi: packed, [language]: packed }

  /** Divided at the first space. */
  const named = (packed: PackedText): readonly [code: string, text: LocalizedText] => {
    const end = packed.indexOf(' ')
    return [packed.slice(0, end), textOf(packed.slice(end + 1))]
  }

  const optionsOf = (packed: readonly PackedText[]) =>
    packed.map((one) => {
      const [code, label] = named(one)
      return { code: code.replace('!', ''), label, exclusive: code[0] === '!' }
    })

  const itemOf = ([number, head, members, flags = 0, showIf, hint]: PackedItem) => {
    const kind = KINDS[number]
    const [code, text] = named(head)
    const bits = kind === 'text' || kind === 'long-text' ? flags : flags ^ USUAL
    return {
      kind,
      code,
      text,
      hint: hint ? textOf(hint) : undefined,
      showIf,
      required: bits & REQUIRED,
      missing: ['dont-know', 'refused'].filter((_, place) => bits & (DONT_KNOW << place)),
      ...(bits & JOINED && { joined: true }),
      ...membersOf(kind, members, { textOf, optionsOf }),
    }
  }

  const sectionOf = ([head, items, sensitive, intro, showIf]: PackedSection) => {
    const [code, name] = named(head)
    return {
      code,
      title: name,
      items: items.map(itemOf),
      sensitive: !!sensitive,
      intro: intro ? textOf(intro) : undefined,
      showIf,
    }
  }

  return { title: textOf(title), pace, scales: scales.map(optionsOf), sections: sections.map(sectionOf) }
}

interface Unpack {
  readonly textOf: (packed: PackedText) => LocalizedText
  readonly optionsOf: (packed: readonly PackedText[]) => readonly object[]
}

/** What one kind of item has beyond what all have. */
function membersOf(
  kind: string | undefined,
  members: PackedMembers = 0,
  { textOf, optionsOf }: Unpack,
): object {
  if (typeof members === 'number') return { scale: members, maxLength: members }
  const texts = members.map(String)
  if (kind === 'single' || kind === 'multiple') return { options: optionsOf(texts) }
  const [low = '', high = '', , unit] = texts
  if (kind === 'scale') return { low: textOf(low), high: textOf(high) }
  const [min, max, decimals] = members
  return unpackRandomised(kind, members, textOf) ?? { min, max, decimals, unit: unit && textOf(unit) }
}
