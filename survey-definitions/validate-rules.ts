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
  return [...routingRules(questionnaire, items), ...baseRules(items)].flatMap(({ rule, path, decides }) => [
    ...operandErrors(questionnaire, rule, path),
    ...orderErrors(items, { rule, path, decides }),
  ])
}

interface PlacedRule {
  readonly rule: Rule
  readonly path: Path
  /** The items that this rule shows or hides: none for a base, which may look anywhere. */
  readonly decides: readonly PlacedItem[]
}

function routingRules(questionnaire: Questionnaire, items: readonly PlacedItem[]): readonly PlacedRule[] {
  const ofSections = questionnaire.sections.flatMap((section, index) => {
    if (!section.showIf) return []
    const decides = items.filter((placed) => placed.section === section)
    return [{ rule: section.showIf, path: ['sections', index, 'showIf'], decides }]
  })
  const ofItems = items.flatMap((placed) => {
    const { showIf } = placed.item
    return showIf ? [{ rule: showIf, path: [...placed.path, 'showIf'], decides: [placed] }] : []
  })
  return [...ofSections, ...ofItems]
}

function baseRules(items: readonly PlacedItem[]): readonly PlacedRule[] {
  return items.flatMap(({ item, path }) =>
    (item.kind === 'note' ? [] : item.indicators).flatMap(({ base }, index) =>
      base ? [{ rule: base, path: [...path, 'indicators', index, 'base'], decides: [] }] : [],
    ),
  )
}

function orderErrors(items: readonly PlacedItem[], { rule, path, decides }: PlacedRule) {
  const [first] = decides
  if (!first) return []
  const byCode: ItemsByCode = new Map(items.map((placed) => [placed.item.code, placed]))
  return targetsOf([rule], byCode)
    .filter(({ position }) => position >= first.position)
    .map((target) =>
      hangsOn(byCode, target, decides)
        ? definitionError('cycle', path, `${target.item.code} is itself decided by this rule`)
        : definitionError('forward-reference', path, `${target.item.code} is asked only later`),
    )
}

/** Whether an item is one of these or, through any chain of rules, is asked because of one. */
function hangsOn(byCode: ItemsByCode, from: PlacedItem, decides: readonly PlacedItem[]): boolean {
  const seen = new Set<PlacedItem>()
  const open = [from]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (decides.includes(next)) return true
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...targetsOf(conditionsOf(next), byCode))
  }
  return false
}

function targetsOf(rules: readonly Rule[], byCode: ItemsByCode): readonly PlacedItem[] {
  return rules.flatMap(itemsOf).flatMap((code) => byCode.get(code) ?? [])
}
