import type { Item, Section } from '../../survey-definitions/questionnaire-schema.ts'
import { routingPath, type SectionOnPath } from '../../survey-definitions/routing-path.ts'
import type { Survey } from './survey-state.ts'

export type SectionStatus = 'not-started' | 'started' | 'done' | 'skipped'

/** How far one section is. Skipped or done, it opens again when routing needs an answer there. */
export function statusOf(survey: Survey, { section, items }: SectionOnPath): SectionStatus {
  if (survey.skipped.value.has(section.code)) return 'skipped'
  const isTouched = items.some(
    ({ code }) => survey.seen.value.has(code) || Object.hasOwn(survey.answers.value, code),
  )
  if (survey.done.value.has(section.code) && !items.some((item) => isMissed(survey, item))) return 'done'
  return isTouched ? 'started' : 'not-started'
}

/** Items on the way that routing needs and that have no answer yet. */
export function missedItems(survey: Survey): readonly Item[] {
  return survey.path.value.flatMap(({ items }) => items).filter((item) => isMissed(survey, item))
}

function isMissed(survey: Survey, item: Item): boolean {
  return item.kind !== 'note' && item.required && !Object.hasOwn(survey.answers.value, item.code)
}

/** How long an item takes, next to a single choice. */
const EFFORT: Readonly<Record<Item['kind'], number>> = {
  note: 0.5,
  single: 1,
  scale: 1,
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
  const { questionnaire } = survey.page
  const { sections, minutes } = questionnaire
  const shortest = routingPath(questionnaire, {})
  const all = effortOf(sections.flatMap(({ items }) => items))
  const typical = (all + effortOf(shortest.flatMap(({ items }) => items))) / 2
  const left = survey.path.value.filter((onPath) => !isClosed(statusOf(survey, onPath)))
  const open = left.flatMap(({ items }) => items).filter((item) => !isPassed(survey, item))
  return Math.min(minutes * 2, (minutes * effortOf(open)) / typical)
}

/** Where Continue leads from the hub: the first section that is not finished. */
export function nextOpenSection(survey: Survey): Section | undefined {
  return survey.path.value.find((onPath) => !isClosed(statusOf(survey, onPath)))?.section
}

function isClosed(status: SectionStatus): boolean {
  return status === 'done' || status === 'skipped'
}

export function isPassed(survey: Survey, { code }: Item): boolean {
  return survey.seen.value.has(code) || Object.hasOwn(survey.answers.value, code)
}

function effortOf(items: readonly Item[]): number {
  return items.reduce((sum, { kind }) => sum + EFFORT[kind], 0)
}
