import type { Answers } from '../survey-definitions/answers.ts'
import { type CountedItem, countedValue } from '../survey-definitions/counted-value.ts'
import type { Questionnaire } from '../survey-definitions/questionnaire-schema.ts'
import { optionsOf } from '../survey-definitions/routing-path.ts'
import { holds } from '../survey-definitions/rule.ts'

/** One firm's value for one indicator, from all its answers; undefined where it does not count. */
export type FirmValue = (answers: Answers) => number | undefined

/**
 * `countedValue` made ready for many firms: what each option of a single choice is worth is
 * worked out once.
 *
 * Unit: the indicator's own, shares as 0 and 1. Cost: a firm one look-up and, where there is one, its
 * base rule.
 *
 * @example
 * const [counted] = countedItems(pulse)
 * firmValueOf(pulse, counted)({}) // => undefined
 */
export function firmValueOf(questionnaire: Questionnaire, counted: CountedItem): FirmValue {
  const { item, counting } = counted
  if (item.kind !== 'single') return (answers) => countedValue(questionnaire, counted, answers)
  const { base, ...withoutBase } = counting
  const worth = new Map(
    optionsOf(questionnaire, item).map(({ code }) => [
      code,
      countedValue(questionnaire, { item, counting: withoutBase }, { [item.code]: code }),
    ]),
  )
  return (answers) => {
    const answer = answers[item.code]
    if (typeof answer !== 'string') return undefined
    if (base && !holds(base, answers)) return undefined
    return worth.get(answer)
  }
}
