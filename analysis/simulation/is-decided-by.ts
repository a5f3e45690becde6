import { conditionsOf, placedItems } from '../../survey-definitions/placed-items.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { Rule } from '../../survey-definitions/rule-schema.ts'
import { itemsOf } from '../../survey-definitions/rule.ts'

/**
 * Whether a rule looks at an item, or at one that is asked because of it: then the rule chooses
 * among the item's answers, and who passes answers otherwise than those asked.
 *
 * Cost: O(items · conditions).
 *
 * @example
 * isDecidedBy(pulse, { is: ['fair', 'agree'] }, 'fair') // => true
 */
export function isDecidedBy(questionnaire: Questionnaire, rule: Rule, item: string): boolean {
  const conditions = new Map(
    placedItems(questionnaire).map((placed) => [placed.item.code, conditionsOf(placed)]),
  )
  const looksAt = new Set(itemsOf(rule))
  // A set is walked on over what is added meanwhile.
  for (const code of looksAt) {
    for (const other of (conditions.get(code) ?? []).flatMap(itemsOf)) looksAt.add(other)
  }
  return looksAt.has(item)
}
