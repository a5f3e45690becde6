import { type DefinitionError, definitionError } from './definition-error.ts'
import { type PlacedItem, placedItems } from './placed-items.ts'
import type { AnswerableItem, ChoiceItem, Questionnaire, RandomisedItem } from './questionnaire-schema.ts'
import { isRandomised } from './randomised-options.ts'
import { optionsOf } from './routing-path.ts'

type Report = (code: DefinitionError['code'], member: string, message: string) => DefinitionError

/** What each item says of itself fits together: choices, bounds, ways not to answer, sensitivity. */
export function validateItems(questionnaire: Questionnaire): readonly DefinitionError[] {
  return placedItems(questionnaire).flatMap((placed) => {
    const { item, path } = placed
    if (item.kind === 'note') return []
    const report: Report = (code, member, message) => definitionError(code, [...path, member], message)
    return [...kindErrors(questionnaire, item, report), ...sensitivityErrors(placed, item, report)]
  })
}

function kindErrors(questionnaire: Questionnaire, item: AnswerableItem, report: Report) {
  if (item.kind === 'single' || item.kind === 'multiple') return choiceErrors(questionnaire, item, report)
  if (item.kind === 'integer') return boundErrors(item, 0, report)
  if (item.kind === 'decimal') return boundErrors(item, item.decimals, report)
  if (isRandomised(item)) return randomisationErrors(item, report)
  if (item.kind === 'scale' || item.missing.length === 0) return []
  return [report('missing-code-on-text', 'missing', 'a text is left empty instead')]
}

function choiceErrors(
  questionnaire: Questionnaire,
  item: ChoiceItem,
  report: Report,
): readonly DefinitionError[] {
  if (item.options && item.scale !== undefined) {
    return [report('options-and-scale', 'scale', 'choices are named or given, not both')]
  }
  if (!item.options && item.scale === undefined) {
    return [report('options-missing', 'options', 'a choice needs options or a scale')]
  }
  if (item.scale !== undefined && !Object.hasOwn(questionnaire.scales, item.scale)) {
    return [report('unknown-scale', 'scale', `there is no scale ${item.scale}`)]
  }
  if (item.kind === 'single' && optionsOf(questionnaire, item).some(({ exclusive }) => exclusive)) {
    return [report('exclusive-in-single', 'options', 'only one option can be chosen anyway')]
  }
  return []
}

function boundErrors(
  { min, max }: { readonly min: number; readonly max: number },
  decimals: number,
  report: Report,
): readonly DefinitionError[] {
  const finer = ([, bound]: readonly [string, number]) => Number(bound.toFixed(decimals)) !== bound
  const bounds = [['min', min] as const, ['max', max] as const]
  return [
    ...(min < max ? [] : [report('bounds-reversed', 'max', 'max must be above min')]),
    ...bounds
      .filter(finer)
      .map(([member]) =>
        report('bounds-finer-than-answers', member, `no answer has over ${decimals} decimals`),
      ),
  ]
}

/** With fewer, a firm of the treatment arm can often not but say all or none. */
const FEWEST_STATEMENTS = 3

/** The least part of the answers that must hang on the truth; the error grows with its inverse. */
const LEAST_INFORMATIVE = 0.1

function randomisationErrors(item: RandomisedItem, report: Report): readonly DefinitionError[] {
  if (item.kind === 'list-experiment') {
    if (item.statements.length >= FEWEST_STATEMENTS) return []
    const message = `a list hides the sensitive statement among ${FEWEST_STATEMENTS} others or more`
    return [report('too-few-statements', 'statements', message)]
  }
  const [member, informative] =
    item.kind === 'crosswise'
      ? (['probability', Math.abs(2 * item.probability - 1)] as const)
      : (['forcedNo', 1 - item.forcedYes - item.forcedNo] as const)
  if (informative >= LEAST_INFORMATIVE) return []
  return [report('uninformative-randomisation', member, 'the answers say next to nothing of the truth')]
}

function sensitivityErrors(
  { section }: PlacedItem,
  item: AnswerableItem,
  report: Report,
): readonly DefinitionError[] {
  if (!item.required || !section.sensitive) return []
  return [report('required-in-sensitive-section', 'required', 'the section can be skipped whole')]
}
