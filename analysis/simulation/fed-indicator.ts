import type { AnswerableItem, Counting } from '../../survey-definitions/questionnaire-schema.ts'

/** A way in which an item counts, with the value that it must come out at. */
export interface FedIndicator extends Counting {
  readonly value: number
}

/**
 * The indicators of an item for which the province has a value.
 *
 * Cost: O(the item's indicators).
 *
 * @example
 * const item = { indicators: [{ indicator: '5.01', as: 'mean' }, { indicator: '5.02', as: 'mean' }] }
 * fedIndicators(item, { '5.02': 3 })[0].value // => 3
 */
export function fedIndicators(
  item: AnswerableItem,
  values: Readonly<Record<string, number>>,
): readonly FedIndicator[] {
  return item.indicators.flatMap((counting) => {
    const value = values[counting.indicator]
    return value === undefined ? [] : [{ ...counting, value }]
  })
}
