import { z } from 'zod'
import { LANGUAGES } from './language.ts'
import { Code, LocalizedText } from './localized-text-schema.ts'
import { Rule } from './rule-schema.ts'

/** Words that stand for a missing answer, in answers and in CSV. They are never option codes. */
export const RESERVED_CODES = ['not-asked', 'dont-know', 'refused', 'blank'] as const

/** The ways not to answer that a page may offer. */
const MissingCodes = z.array(z.enum(['dont-know', 'refused']))

/** One choice. `outside-base` marks an answer that takes the firm out of an indicator's base. */
export const Option = z.strictObject({
  code: Code,
  label: LocalizedText,
  role: z.enum(['answer', 'outside-base']).default('answer'),
  /** The number this choice stands for, where an indicator takes a mean of choices. */
  value: z.number().optional(),
  /** In a multiple choice: cannot be ticked with any other. */
  exclusive: z.boolean().default(false),
})

/**
 * How an item's answer becomes a value of one indicator. A share counts the firms of the base
 * whose answer is one of `options`, or a number `atLeast` or `above` a bound; mean and median
 * take the number itself.
 */
export const Counting = z.strictObject({
  indicator: z.string().regex(/^\d{1,2}\.\d{2}$/, 'an indicator id such as 5.01'),
  as: z.enum(['share', 'mean', 'median']),
  options: z.array(Code).min(1).optional(),
  atLeast: z.number().optional(),
  above: z.number().optional(),
  /** Only firms for which this holds count; those not asked never do. */
  base: Rule.optional(),
})

const itemMembers = {
  code: Code,
  text: LocalizedText,
  hint: LocalizedText.optional(),
  showIf: Rule.optional(),
  /** Asks about something that could be held against the firm or the office. */
  sensitive: z.boolean().default(false),
  /** Routing needs it: Continue without it is refused. */
  required: z.boolean().default(false),
  /** The wording changed since the last version, the meaning did not. */
  reworded: z.boolean().default(false),
  /** Divides the population: answers can be weighted to margins of this item. */
  stratifier: z.boolean().default(false),
  /** The ways not to answer that the page offers. */
  missing: MissingCodes.default(['dont-know', 'refused']),
  indicators: z.array(Counting).default([]),
  /** Where the question comes from, for authors. */
  source: z.string().optional(),
}

const choices = {
  /** Named in `scales`, or given here as `options`; one of the two. */
  scale: Code.optional(),
  options: z.array(Option).min(2).optional(),
}

/** A text left empty says enough: in a text the words for a missing answer would be text. */
const freeText = { missing: MissingCodes.default([]) }

/** The words of the two answers, where a questionnaire has none of its own. */
const SAME = {
  vi: 'Giống nhau: cả hai câu đều đúng hoặc cả hai câu đều sai',
  en: 'The same: both are true, or both are false',
  zh: '相同：两句都对，或两句都不对',
}
const DIFFERENT = {
  vi: 'Khác nhau: một câu đúng, một câu sai',
  en: 'Different: one is true, the other is false',
  zh: '不同：一句对，另一句不对',
}
const YES = { vi: 'Có', en: 'Yes', zh: '有' }
const NO = { vi: 'Không', en: 'No', zh: '没有' }

const number = {
  unit: LocalizedText.optional(),
  min: z.number(),
  max: z.number(),
}

/**
 * What a randomised answer can be: sensitive always, and, as it says nothing certain of one firm,
 * never needed by routing and never a stratifier.
 */
const randomisedMembers = {
  ...itemMembers,
  sensitive: z.literal(true).default(true),
  required: z.literal(false).default(false),
  stratifier: z.literal(false).default(false),
}

/** A part of all tosses, neither none nor all. */
const Chance = z.number().gt(0).lt(1)

export const Item = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), ...itemMembers, ...choices }),
  z.strictObject({ kind: z.literal('multiple'), ...itemMembers, ...choices }),
  z.strictObject({ kind: z.literal('integer'), ...itemMembers, ...number }),
  z.strictObject({
    kind: z.literal('decimal'),
    ...itemMembers,
    ...number,
    decimals: z.int().min(1).max(4).default(1),
  }),
  z.strictObject({
    kind: z.literal('scale'),
    ...itemMembers,
    /** Words at the ends of the 1-5 scale. */
    low: LocalizedText,
    high: LocalizedText,
  }),
  z.strictObject({
    kind: z.literal('text'),
    ...itemMembers,
    ...freeText,
    maxLength: z.int().min(1).max(200).default(200),
  }),
  z.strictObject({
    kind: z.literal('long-text'),
    ...itemMembers,
    ...freeText,
    maxLength: z.int().min(1).max(2000).default(2000),
  }),
  z.strictObject({
    kind: z.literal('list-experiment'),
    ...randomisedMembers,
    /** Statements nobody minds; both arms see them. */
    statements: z.array(LocalizedText).min(1).max(8),
    /** Seen by the treatment arm only, in the middle of the others. */
    sensitiveStatement: LocalizedText,
  }),
  z.strictObject({
    kind: z.literal('crosswise'),
    ...randomisedMembers,
    sensitiveStatement: LocalizedText,
    /** Has nothing to do with the sensitive one, and only the person who answers knows it. */
    innocuousStatement: LocalizedText,
    /** How many of all who answer the innocuous statement is true for: known, not asked. */
    probability: Chance,
    same: LocalizedText.default(SAME),
    different: LocalizedText.default(DIFFERENT),
  }),
  z.strictObject({
    kind: z.literal('randomised'),
    ...randomisedMembers,
    /** The chances that the toss says "yes" or "no" for the firm; else the truth is asked. */
    forcedYes: Chance,
    forcedNo: Chance,
    yes: LocalizedText.default(YES),
    no: LocalizedText.default(NO),
  }),
  z.strictObject({
    kind: z.literal('note'),
    code: Code,
    text: LocalizedText,
    showIf: Rule.optional(),
  }),
])

export const Section = z.strictObject({
  code: Code,
  title: LocalizedText,
  intro: LocalizedText.optional(),
  /** Has its own notice and can be skipped whole. */
  sensitive: z.boolean().default(false),
  showIf: Rule.optional(),
  items: z.array(Item).min(1).max(200),
})

/** One immutable version of a survey. */
export const Questionnaire = z.strictObject({
  /** Where an editor finds questionnaire.schema.json. */
  $schema: z.string().optional(),
  format: z.literal('pci-pulse/questionnaire/1'),
  id: Code,
  version: z.int().min(1),
  /** The edition whose indicators the items feed. */
  edition: Code,
  languages: z.array(z.enum(LANGUAGES)).min(1),
  /** Promises an item for every survey indicator of its edition. */
  complete: z.boolean().default(false),
  title: LocalizedText,
  /** Typical time to answer, in minutes. */
  minutes: z.int().min(1),
  scales: z.record(Code, z.array(Option).min(2)).default({}),
  sections: z.array(Section).min(1).max(50),
})

export type Option = z.infer<typeof Option>
export type Counting = z.infer<typeof Counting>
export type Item = z.infer<typeof Item>
export type AnswerableItem = Exclude<Item, { kind: 'note' }>
export type FreeTextItem = Extract<Item, { kind: 'text' | 'long-text' }>
export type ChoiceItem = Extract<Item, { kind: 'single' | 'multiple' }>
export type ListExperimentItem = Extract<Item, { kind: 'list-experiment' }>
export type ForcedResponseItem = Extract<Item, { kind: 'randomised' }>
export type RandomisedItem = Extract<Item, { kind: 'list-experiment' | 'crosswise' | 'randomised' }>
/** Items answered by one code. */
export type CodedItem = Extract<Item, { kind: 'single' }> | RandomisedItem
export type Section = z.infer<typeof Section>
export type Questionnaire = z.infer<typeof Questionnaire>
