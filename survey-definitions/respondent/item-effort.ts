import type { Item, Questionnaire } from '../questionnaire-schema.ts'
import { routingPath } from '../routing-path.ts'

/** How long an item takes, next to a single choice. */
const EFFORT: Readonly<Record<string, number>> = {
  note: 0.5,
  multiple: 1.5,
  text: 2.5,
  'long-text': 4,
  'list-experiment': 3,
  crosswise: 3,
  randomised: 3,
}

export function effortOf(items: readonly Item[]): number {
  return items.reduce((sum, { kind }) => sum + (EFFORT[kind] ?? 1), 0)
}

/**
 * Minutes that one single choice takes. The questionnaire's own minutes are for a typical way, which
 * lies between the shortest and all items: measured against the middle of the two.
 */
export function paceOf(questionnaire: Questionnaire): number {
  const all = questionnaire.sections.flatMap(({ items }) => items)
  const shortest = routingPath(questionnaire, {}).flatMap(({ items }) => items)
  return Number(((2 * questionnaire.minutes) / (effortOf(all) + effortOf(shortest))).toFixed(3))
}
