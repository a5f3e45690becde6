import { inLanguage, type Language, type LocalizedText } from '../language.ts'
import type { Item, Option, Questionnaire, Section } from '../questionnaire-schema.ts'
import { isRandomised } from '../randomised-options.ts'
import { optionsOf } from '../routing-path.ts'
import { packRandomised } from './fields/randomised-members.ts'
import { paceOf } from './item-effort.ts'
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
  REFUSED,
  REQUIRED,
  USUAL,
} from './packed-questionnaire.ts'

/** Choices of two facts that fit on one view of a phone. */
const MOST_CHOICES_TOGETHER = 12

/** What of a questionnaire its page needs, in one language, as few bytes as may be. */
export function packQuestionnaire(questionnaire: Questionnaire, language: Language): PackedQuestionnaire {
  const { title, scales, sections } = questionnaire
  return [
    packText(title, language),
    paceOf(questionnaire),
    Object.values(scales).map((options) => packOptions(options, language)),
    sections.map((section) => packSection(questionnaire, section, language)),
  ]
}

function packSection(questionnaire: Questionnaire, section: Section, language: Language): PackedSection {
  const { code, title, items, sensitive, intro, showIf } = section
  return trimmed(
    packText(title, language, code),
    items.map((item, place) =>
      packItem(questionnaire, item, { language, isTogether: isJoined(questionnaire, items, place) }),
    ),
    Number(sensitive),
    intro ? packText(intro, language) : 0,
    showIf ?? 0,
  )
}

function packItem(
  questionnaire: Questionnaire,
  item: Item,
  { language, isTogether }: { readonly language: Language; readonly isTogether: boolean },
): PackedItem {
  const hint = 'hint' in item && item.hint
  return trimmed(
    KINDS.indexOf(item.kind),
    packText(item.text, language, item.code),
    packMembers(questionnaire, item, language),
    item.kind === 'note' ? 0 : flagsOf(item, isTogether),
    item.showIf ?? 0,
    hint ? packText(hint, language) : 0,
  )
}

function packMembers(questionnaire: Questionnaire, item: Item, language: Language): PackedMembers {
  if (item.kind === 'single' || item.kind === 'multiple') {
    const scale = Object.keys(questionnaire.scales).indexOf(item.scale ?? '')
    return item.options ? packOptions(item.options, language) : scale
  }
  if (item.kind === 'scale') return [packText(item.low, language), packText(item.high, language)]
  if (item.kind === 'integer' || item.kind === 'decimal') return packNumber(item, language)
  if (isRandomised(item)) return packRandomised(item, (text) => packText(text, language))
  return item.kind === 'note' ? 0 : item.maxLength
}

type NumberItem = Extract<Item, { kind: 'integer' | 'decimal' }>

function packNumber(item: NumberItem, language: Language): PackedMembers {
  const decimals = item.kind === 'decimal' ? item.decimals : 0
  return trimmed(item.min, item.max, decimals, item.unit ? packText(item.unit, language) : 0)
}

/**
 * Facts of the firm that follow one another share a view, two by two, while their choices are few
 * enough for a phone.
 */
function isJoined(questionnaire: Questionnaire, items: readonly Item[], place: number): boolean {
  const [before, item] = [items[place - 1], items[place]]
  if (!before || !item || isJoined(questionnaire, items, place - 1)) return false
  const areFacts = [before, item].every((one) => one.kind === 'single' && one.stratifier && !one.showIf)
  const choices = optionsOf(questionnaire, before).length + optionsOf(questionnaire, item).length
  return areFacts && choices <= MOST_CHOICES_TOGETHER
}

function flagsOf(item: Exclude<Item, { kind: 'note' }>, isTogether: boolean): number {
  const flags = [
    item.required && REQUIRED,
    isTogether && JOINED,
    item.missing.includes('dont-know') && DONT_KNOW,
    item.missing.includes('refused') && REFUSED,
  ]
  const isText = item.kind === 'text' || item.kind === 'long-text'
  return flags.reduce<number>((sum, flag) => sum + Number(flag), 0) ^ (isText ? 0 : USUAL)
}

/** An exclamation mark before the code of an option that stands alone. */
function packOptions(options: readonly Option[], language: Language): readonly PackedText[] {
  return options.map(({ code, label, exclusive }) => packText(label, language, exclusive ? `!${code}` : code))
}

function packText(text: LocalizedText, language: Language, code?: string): PackedText {
  const words = inLanguage(text, language)
  const marked = text[language] === undefined ? FOREIGN + words : words
  return code === undefined ? marked : `${code} ${marked}`
}

/** Without the noughts at its end, which unpacking takes for granted. */
function trimmed<Places extends readonly unknown[]>(...values: Places): Places
function trimmed(...values: readonly unknown[]): readonly unknown[] {
  const last = values.findLastIndex((value) => value !== 0)
  return values.slice(0, last + 1)
}
