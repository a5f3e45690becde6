import { canHold } from './can-hold.ts'
import { type DefinitionError, definitionError } from './definition-error.ts'
import { conditionsOf, placedItems } from './placed-items.ts'
import type { Questionnaire } from './questionnaire-schema.ts'

/**
 * Every item can be asked of somebody and every base can hold. Only for questionnaires whose
 * rules are sound: it follows them from item to item.
 */
export function validateReachability(questionnaire: Questionnaire): readonly DefinitionError[] {
  const items = placedItems(questionnaire)
  return items.flatMap((placed): readonly DefinitionError[] => {
    const conditions = conditionsOf(placed)
    const { item, path } = placed
    if (!canHold(questionnaire, conditions, items)) {
      return [definitionError('unreachable-item', path, `no answers lead to ${item.code}`)]
    }
    return (item.kind === 'note' ? [] : item.indicators).flatMap(({ base }, index) => {
      if (!base || canHold(questionnaire, [...conditions, base], items)) return []
      const message = `no firm that is asked ${item.code} is in this base`
      return [definitionError('base-never-holds', [...path, 'indicators', index, 'base'], message)]
    })
  })
}
