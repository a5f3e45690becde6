import { type DefinitionError, definitionError, type Path } from './definition-error.ts'
import { placedItems } from './placed-items.ts'
import type { AnswerableItem, Questionnaire } from './questionnaire-schema.ts'
import { statementsOf } from './randomised-options.ts'
import { answerableItems, optionsOf } from './routing-path.ts'

/** A new version keeps the meaning of every code it shares with the version before it. */
export function validateSuccessor(
  successor: Questionnaire,
  predecessor: Questionnaire,
): readonly DefinitionError[] {
  if (successor.id !== predecessor.id) {
    return [definitionError('another-questionnaire', ['id'], `it is no version of ${predecessor.id}`)]
  }
  const before = new Map(answerableItems(predecessor).map((item) => [item.code, item]))
  const versionErrors =
    successor.version > predecessor.version
      ? []
      : [definitionError('version-not-increased', ['version'], `version ${predecessor.version} came before`)]
  const itemErrors = placedItems(successor).flatMap(({ item, path }) => {
    const old = before.get(item.code)
    if (!old || item.kind === 'note') return []
    const options = { now: labels(successor, item), before: labels(predecessor, old) }
    return [...reusedItem(item, old, path), ...reusedOptions(item, options, path)]
  })
  return [...versionErrors, ...itemErrors]
}

function reusedItem(item: AnswerableItem, old: AnswerableItem, path: Path): readonly DefinitionError[] {
  const changes = [
    item.kind === old.kind ? [] : ['kind'],
    unitOf(item) === unitOf(old) ? [] : ['unit'],
    ...DESIGN_MEMBERS.filter((member) => designOf(item, member) !== designOf(old, member)),
    item.reworded || wordingOf(item) === wordingOf(old) ? [] : ['text'],
  ].flat()
  return changes.map((member) =>
    definitionError('item-code-reused', [...path, member], `${item.code} had another ${member} before`),
  )
}

function reusedOptions(
  item: AnswerableItem,
  options: { readonly now: ReadonlyMap<string, string>; readonly before: ReadonlyMap<string, string> },
  path: Path,
): readonly DefinitionError[] {
  if (item.reworded) return []
  return [...options.now]
    .filter(([code, label]) => (options.before.get(code) ?? label) !== label)
    .map(([code]) =>
      definitionError('option-code-reused', path, `option ${code} of ${item.code} had another label before`),
    )
}

function labels(questionnaire: Questionnaire, item: AnswerableItem): ReadonlyMap<string, string> {
  return new Map(optionsOf(questionnaire, item).map(({ code, label }) => [code, label.vi]))
}

/** What the estimate is worked out with: an answer under other numbers is another answer. */
const DESIGN_MEMBERS = ['statements', 'probability', 'forcedYes', 'forcedNo'] as const

function designOf(item: AnswerableItem, member: (typeof DESIGN_MEMBERS)[number]): number | undefined {
  const value: unknown = Object.entries(item).find(([name]) => name === member)?.[1]
  if (Array.isArray(value)) return value.length
  return typeof value === 'number' ? value : undefined
}

function wordingOf(item: AnswerableItem): string {
  return [item.text, ...statementsOf(item)].map(({ vi }) => vi).join('\n')
}

function unitOf(item: AnswerableItem): string | undefined {
  return item.kind === 'integer' || item.kind === 'decimal' ? item.unit?.vi : undefined
}
