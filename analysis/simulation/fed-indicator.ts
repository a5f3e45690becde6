import type { AnswerableItem, Counting } from '../../survey-definitions/questionnaire-schema.ts'

/** A way in which an item counts, with the value that it must come out at. */
export interface FedIndicator extends Counting {
  readonly value: number
}

/** The indicators of an item for which the province has a value. */
export function fedIndicators(
  item: AnswerableItem,
  values: Readonly<Record<string, number>>,
): readonly FedIndicator[] {
  return item.indicators.flatMap((counting) => {
    const value = values[counting.indicator]
    return value === undefined ? [] : [{ ...counting, value }]
  })
}
