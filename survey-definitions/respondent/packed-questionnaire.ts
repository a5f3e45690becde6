import type { Rule } from '../rule-schema.ts'

/** A text in the page's language, or marked as Vietnamese for want of a translation. */
export type PackedText = string

/** Stands before a text that is not in the page's language. */
export const FOREIGN = '~'

/** What one kind of item has beyond what all have. */
export type PackedMembers = number | readonly (string | number)[]

/** A code and a text in one: a code has no space. */
export type PackedItem = readonly [
  kind: number,
  codeAndText: PackedText,
  members?: PackedMembers,
  flags?: number,
  showIf?: Rule | 0,
  hint?: PackedText | 0,
]

export type PackedSection = readonly [
  codeAndTitle: PackedText,
  items: readonly PackedItem[],
  sensitive?: number,
  intro?: PackedText | 0,
  showIf?: Rule | 0,
]

/**
 * What of a questionnaire its page needs, in one language: no counting, no sources, no other
 * languages; scales once, members by their place.
 */
export type PackedQuestionnaire = readonly [
  title: PackedText,
  pace: number,
  scales: readonly (readonly PackedText[])[],
  sections: readonly PackedSection[],
]

/** Kinds of item by number. New ones go to the end: a page that is open while the server is updated knows the old. */
export const KINDS = [
  'single',
  'multiple',
  'integer',
  'decimal',
  'scale',
  'text',
  'long-text',
  'note',
  'list-experiment',
  'crosswise',
  'randomised',
] as const

/** Flags of an item; the two ways not to answer are turned round, so that the usual item has none. */
export const REQUIRED = 1
/** Shares the view of the item before it. */
export const JOINED = 2
export const DONT_KNOW = 4
/** Twice the one before it. */
export const REFUSED = 8
export const USUAL = DONT_KNOW + REFUSED
