import { type DefinitionError, definitionError, type Path } from './definition-error.ts'
import { conditionsOf, type PlacedItem, placedItems } from './placed-items.ts'
import type { Questionnaire } from './questionnaire-schema.ts'
import { itemsOf } from './rule.ts'
import { operandErrors } from './validate-operands.ts'
import type { Rule } from './rule-schema.ts'

type ItemsByCode = ReadonlyMap<string, PlacedItem>

/** Rules look at items and options that exist, in ways that fit them, and only backwards. */
export function validateRules(questionnaire: Questionnaire): readonly DefinitionError[] {
  const items = placedItems(questionnaire)
  const byCode: ItemsByCode = new Map(items.map((placed) => [placed.item.code, placed]))
  return [
    ...questionnaire.sections.flatMap((section, index) => {
      if (!section.showIf) return []
      const position = items.find((placed) => placed.section === section)?.position ?? 0
      const path = ['sections', index, 'showIf']
      return routingErrors(questionnaire, byCode, { rule: section.showIf, path, position })
    }),
    ...items.flatMap(({ item, path, position }) => {
      if (!item.showIf) return []
      return routingErrors(questionnaire, byCode, { rule: item.showIf, path: [...path, 'showIf'], position })
    }),
    ...items.flatMap(({ item, path }) =>
      (item.kind === 'note' ? [] : item.indicators).flatMap(({ base }, index) =>
        base ? operandErrors(questionnaire, base, [...path, 'indicators', index, 'base']) : [],
      ),
    ),
  ]
}

interface PlacedRule {
  readonly rule: Rule
  readonly path: Path
  /** Where the first item stands that this rule shows or hides. */
  readonly position: number
}

function routingErrors(
  questionnaire: Questionnaire,
  byCode: ItemsByCode,
  { rule, path, position }: PlacedRule,
) {
  const ahead = itemsOf(rule)
    .flatMap((code) => byCode.get(code) ?? [])
    .filter((target) => target.position >= position)
  return [
    ...operandErrors(questionnaire, rule, path),
    ...ahead.map((target) =>
      dependsOn(byCode, target, position)
        ? definitionError('cycle', path, `${target.item.code} is itself decided by this rule`)
        : definitionError('forward-reference', path, `${target.item.code} is asked only later`),
    ),
  ]
}

/** Whether an item's being asked hangs, through any chain of rules, on the item at a position. */
function dependsOn(byCode: ItemsByCode, from: PlacedItem, position: number): boolean {
  const seen = new Set<PlacedItem>()
  const open = [from]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.position === position) return true
    if (seen.has(next)) continue
    seen.add(next)
    open.push(
      ...conditionsOf(next)
        .flatMap(itemsOf)
        .flatMap((code) => byCode.get(code) ?? []),
    )
  }
  return false
}
