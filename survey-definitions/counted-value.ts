import { type Answer, type Answers, isMissing } from './answers.ts'
import type { AnswerableItem, Counting, Option, Questionnaire } from './questionnaire-schema.ts'
import { optionsOf } from './routing-path.ts'
import { holds } from './rule.ts'

/** One item and one way its answers count. */
export interface CountedItem {
  readonly item: AnswerableItem
  readonly counting: Counting
}

/** Every item that feeds an indicator, once for each indicator it feeds. */
export function countedItems(questionnaire: Questionnaire): readonly CountedItem[] {
  return questionnaire.sections
    .flatMap(({ items }) => items)
    .flatMap((item) => (item.kind === 'note' ? [] : item.indicators.map((counting) => ({ item, counting }))))
}

/**
 * One firm's value for one indicator: 1 or 0 for a share, the number, the scale point or the
 * option's `value` for a mean or median. Undefined where the firm does not count: no answer,
 * out of the base, or a choice that takes it out of the base.
 *
 * @example
 * countedValue(questionnaire, { item, counting }, { 'fair-price': 'agree' }) // => 1
 */
export function countedValue(
  questionnaire: Questionnaire,
  { item, counting }: CountedItem,
  answers: Answers,
): number | undefined {
  const answer = Object.hasOwn(answers, item.code) ? answers[item.code] : undefined
  if (isMissing(answer)) return undefined
  if (counting.base && !holds(counting.base, answers)) return undefined
  if (typeof answer === 'number') return valueOfNumber(counting, answer)
  const chosen = optionsOf(questionnaire, item).filter(({ code }) => isChosen(answer, code))
  if (chosen.length === 0 || chosen.some(({ role }) => role === 'outside-base')) return undefined
  return valueOfChoice(counting, chosen)
}

function isChosen(answer: Answer, code: string): boolean {
  return typeof answer === 'object' ? answer.includes(code) : answer === code
}

function valueOfNumber(counting: Counting, answer: number): number | undefined {
  if (counting.as !== 'share') return answer
  if (counting.atLeast !== undefined) return answer >= counting.atLeast ? 1 : 0
  return counting.above === undefined ? undefined : Number(answer > counting.above)
}

function valueOfChoice(counting: Counting, chosen: readonly Option[]): number | undefined {
  if (counting.as !== 'share') return chosen.length === 1 ? chosen[0]?.value : undefined
  return chosen.some(({ code }) => counting.options?.includes(code)) ? 1 : 0
}
