import type { AnswerableItem, Item, Section } from '../questionnaire-schema.ts'
import type { SectionOnPath } from '../routing-path.ts'
import { effortOf } from './item-effort.ts'
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

/** Minutes for what is left on the reachable way. */
export function remainingMinutes(survey: Survey): number {
  const open = openSections(survey).flatMap(({ items }) => items)
  return survey.questionnaire.pace * effortOf(open.filter((item) => !isPassed(survey, item)))
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
