import type { AnswerableItem, Item, Section } from '../questionnaire-schema.ts'
import { routingPath, type SectionOnPath } from '../routing-path.ts'
import { isAnswered, itemsOnPath, pathOf, type Survey } from './survey.ts'

export type SectionStatus = 'not-started' | 'started' | 'done' | 'skipped'

/** How far one section is. Skipped or done, it opens again when routing needs an answer there. */
export function statusOf(survey: Survey, { section, items }: SectionOnPath): SectionStatus {
  if (survey.skipped.includes(section.code)) return 'skipped'
  if (survey.done.includes(section.code) && !items.some((item) => isMissed(survey, item))) return 'done'
  return items.some((item) => isPassed(survey, item)) ? 'started' : 'not-started'
}

/** Items on the way that routing needs and that have no answer yet. */
export function missedItems(survey: Survey): readonly AnswerableItem[] {
  return itemsOnPath(survey).filter((item) => isMissed(survey, item))
}

/** How long an item takes, next to a single choice. */
const EFFORT: Readonly<Record<string, number>> = {
  note: 0.5,
  multiple: 1.5,
  integer: 1.5,
  decimal: 1.5,
  text: 2.5,
  'long-text': 4,
}

/**
 * Minutes for what is left on the reachable way. The questionnaire's own minutes are for a typical
 * way, which lies between the shortest and all items: measured against the middle of the two.
 */
export function remainingMinutes(survey: Survey): number {
  const { questionnaire } = survey
  const { sections, minutes } = questionnaire
  const typical = (effortOf(sections) + effortOf(routingPath(questionnaire, {}))) / 2
  const open = openSections(survey).map(({ items }) => ({ items: items.filter((item) => !isPassed(survey, item)) }))
  return Math.min(minutes * 2, (minutes * effortOf(open)) / typical)
}

/** Sections on the way that are neither done nor skipped. */
export function openSections(survey: Survey): readonly SectionOnPath[] {
  return pathOf(survey).filter((onPath) => /start/.test(statusOf(survey, onPath)))
}

/** Where Continue leads from the hub: the first section that is not finished. */
export function nextOpenSection(survey: Survey): Section | undefined {
  return openSections(survey)[0]?.section
}

export function isPassed(survey: Survey, { code }: Item): boolean {
  return survey.seen.includes(code) || isAnswered(survey, code)
}

function isMissed(survey: Survey, item: Item): item is AnswerableItem {
  return item.kind !== 'note' && item.required && !isAnswered(survey, item.code)
}

function effortOf(sections: readonly { readonly items: readonly Item[] }[]): number {
  return sections.flatMap(({ items }) => items).reduce((sum, { kind }) => sum + (EFFORT[kind] ?? 1), 0)
}
