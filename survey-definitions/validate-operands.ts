import { type DefinitionError, definitionError, type Path } from './definition-error.ts'
import type { Item, Questionnaire } from './questionnaire-schema.ts'
import { optionsOf } from './routing-path.ts'
import type { Rule } from './rule-schema.ts'

const COMPARABLE: Readonly<Record<string, readonly Item['kind'][]>> = {
  answered: [
    'single',
    'multiple',
    'integer',
    'decimal',
    'scale',
    'text',
    'long-text',
    'list-experiment',
    'crosswise',
    'randomised',
  ],
  is: ['single'],
  oneOf: ['single'],
  includes: ['multiple'],
  atLeast: ['integer', 'decimal', 'scale'],
  atMost: ['integer', 'decimal', 'scale'],
}

/** The items and options that a rule names exist, and its comparisons fit the items' kinds. */
export function operandErrors(
  questionnaire: Questionnaire,
  rule: Rule,
  path: Path,
): readonly DefinitionError[] {
  if ('all' in rule || 'any' in rule) {
    const name = 'all' in rule ? 'all' : 'any'
    const parts = 'all' in rule ? rule.all : rule.any
    return parts.flatMap((part, index) => operandErrors(questionnaire, part, [...path, name, index]))
  }
  if ('not' in rule) return operandErrors(questionnaire, rule.not, [...path, 'not'])
  return comparisonErrors(questionnaire, rule, path)
}

function comparisonErrors(questionnaire: Questionnaire, rule: Rule, path: Path): readonly DefinitionError[] {
  const [[operator, operands] = ['', '']] = Object.entries(rule)
  const [code, operand]: readonly unknown[] = Array.isArray(operands) ? operands : [operands]
  const item = questionnaire.sections.flatMap(({ items }) => items).find((each) => each.code === code)
  if (!item) return [definitionError('unknown-item-in-rule', path, `there is no item ${String(code)}`)]
  if (!COMPARABLE[operator]?.includes(item.kind)) {
    const message = `${operator} does not go with ${item.code}, which is of kind ${item.kind}`
    return [definitionError('rule-kind-mismatch', path, message)]
  }
  const known = new Set(optionsOf(questionnaire, item).map((option) => option.code))
  return [operand]
    .flat()
    .filter((option) => typeof option === 'string' && !known.has(option))
    .map((option) =>
      definitionError('unknown-option-in-rule', path, `${item.code} has no option ${String(option)}`),
    )
}
