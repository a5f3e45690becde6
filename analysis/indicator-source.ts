import type { Answers } from '../survey-definitions/answers.ts'
import { type CountedItem, countedItems } from '../survey-definitions/counted-value.ts'
import type { Counting, Questionnaire } from '../survey-definitions/questionnaire-schema.ts'
import { type FirmValue, firmValueOf } from './firm-value.ts'

/** Where the values of one indicator come from. */
export interface IndicatorSource {
  readonly indicator: string
  /** The item that feeds it; the first, where several do. */
  readonly item: string
  readonly as: Counting['as']
  /** One firm's value: the first that an item gives, undefined where none does. */
  readonly valueOf: FirmValue
}

/**
 * All indicators that a questionnaire feeds, in the order of their first items.
 *
 * Cost: O(items).
 *
 * @example
 * indicatorSources(pulse).length // => 15
 */
export function indicatorSources(questionnaire: Questionnaire): readonly IndicatorSource[] {
  const byIndicator = new Map<string, CountedItem[]>()
  for (const counted of countedItems(questionnaire)) {
    const { indicator } = counted.counting
    byIndicator.set(indicator, [...(byIndicator.get(indicator) ?? []), counted])
  }
  return [...byIndicator].flatMap(([indicator, counted]) => {
    const [first] = counted
    if (!first) return []
    const valuesOf = counted.map((each) => firmValueOf(questionnaire, each))
    return [
      {
        indicator,
        item: first.item.code,
        as: first.counting.as,
        valueOf: (answers) => firstOf(valuesOf, answers),
      },
    ]
  })
}

function firstOf(valuesOf: readonly FirmValue[], answers: Answers): number | undefined {
  for (const valueOf of valuesOf) {
    const value = valueOf(answers)
    if (value !== undefined) return value
  }
  return undefined
}
