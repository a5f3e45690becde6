import { inLanguage, type Language, type LocalizedText } from '../language.ts'
import type { Item, Option, Questionnaire, Section } from '../questionnaire-schema.ts'
import {
  DONT_KNOW,
  KINDS,
  type PackedItem,
  type PackedMembers,
  type PackedQuestionnaire,
  type PackedSection,
  type PackedText,
  REFUSED,
  REQUIRED,
  STRATIFIER,
  USUAL,
} from './packed-questionnaire.ts'

/** What of a questionnaire its page needs, in one language, as few bytes as may be. */
export function packQuestionnaire(questionnaire: Questionnaire, language: Language): PackedQuestionnaire {
  const { title, minutes, scales, sections } = questionnaire
  return [
    packText(title, language),
    minutes,
    Object.values(scales).map((options) => packOptions(options, language)),
    sections.map((section) => packSection(questionnaire, section, language)),
  ]
}

function packSection(questionnaire: Questionnaire, section: Section, language: Language): PackedSection {
  const { code, title, items, sensitive, intro, showIf } = section
  return trimmed([
    packText(title, language, code),
    items.map((item) => packItem(questionnaire, item, language)),
    Number(sensitive),
    intro ? packText(intro, language) : 0,
    showIf ?? 0,
  ]) as PackedSection
}

function packItem(questionnaire: Questionnaire, item: Item, language: Language): PackedItem {
  const hint = 'hint' in item && item.hint
  return trimmed([
    KINDS.indexOf(item.kind),
    packText(item.text, language, item.code),
    packMembers(questionnaire, item, language),
    item.kind === 'note' ? 0 : flagsOf(item),
    item.showIf ?? 0,
    hint ? packText(hint, language) : 0,
  ]) as PackedItem
}

function packMembers(questionnaire: Questionnaire, item: Item, language: Language): PackedMembers {
  if (item.kind === 'single' || item.kind === 'multiple') {
    return item.options
      ? packOptions(item.options, language)
      : Object.keys(questionnaire.scales).indexOf(item.scale ?? '')
  }
  if (item.kind === 'scale') return [packText(item.low, language), packText(item.high, language)]
  if (item.kind === 'text' || item.kind === 'long-text') return item.maxLength
  if (item.kind === 'note') return 0
  const unit = item.unit ? packText(item.unit, language) : 0
  return trimmed([item.min, item.max, item.kind === 'decimal' ? item.decimals : 0, unit])
}

function flagsOf(item: Exclude<Item, { kind: 'note' }>): number {
  const flags = [
    item.required && REQUIRED,
    item.stratifier && STRATIFIER,
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
  const packed = code === undefined ? words : `${code} ${words}`
  return text[language] === undefined ? [packed] : packed
}

/** Without the noughts at its end, which unpacking takes for granted. */
function trimmed<Value>(values: readonly Value[]): readonly Value[] {
  const last = values.findLastIndex((value) => value !== 0)
  return values.slice(0, last + 1)
}
