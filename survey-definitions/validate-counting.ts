import {
  type DefinitionError,
  definitionError,
  type Path,
  type QuestionnaireErrorCode,
} from './definition-error.ts'
import { placedItems } from './placed-items.ts'
import type { AnswerableItem, Counting, Questionnaire } from './questionnaire-schema.ts'
import { isRandomised } from './randomised-options.ts'
import { optionsOf } from './routing-path.ts'

/** One way of counting, with the item it counts and its place in the file. */
export interface PlacedCounting {
  readonly item: AnswerableItem
  readonly counting: Counting
  readonly path: Path
}

export function placedCountings(questionnaire: Questionnaire): readonly PlacedCounting[] {
  return placedItems(questionnaire).flatMap(({ item, path }) =>
    item.kind === 'note'
      ? []
      : item.indicators.map((counting, index) => ({ item, counting, path: [...path, 'indicators', index] })),
  )
}

/** Each way of counting fits its item, and no indicator is fed twice. */
export function validateCounting(questionnaire: Questionnaire): readonly DefinitionError[] {
  const seen = new Set<string>()
  return placedCountings(questionnaire).flatMap((placed) => {
    const { indicator } = placed.counting
    const again = seen.has(indicator)
    seen.add(indicator)
    const twice = report(placed, 'indicator-counted-twice', `${indicator} is already counted before`)
    return [...(again ? [twice] : []), ...countingErrors(questionnaire, placed)]
  })
}

function countingErrors(questionnaire: Questionnaire, placed: PlacedCounting): readonly DefinitionError[] {
  const { item } = placed
  const { kind } = item
  if (isRandomised(item)) {
    return [report(placed, 'counting-kind-mismatch', 'a randomised answer says nothing certain of one firm')]
  }
  if (kind === 'text' || kind === 'long-text') {
    return [report(placed, 'counting-kind-mismatch', 'a text cannot be counted')]
  }
  if (kind === 'single' || kind === 'multiple') return choiceErrors(questionnaire, placed)
  return numberErrors(placed)
}

function choiceErrors(questionnaire: Questionnaire, placed: PlacedCounting): readonly DefinitionError[] {
  const { item, counting } = placed
  if (hasBound(counting)) return [report(placed, 'counting-kind-mismatch', 'a choice has no bound')]
  if (counting.as === 'share') return optionErrors(questionnaire, placed)
  if (counting.options || item.kind === 'multiple') {
    return [report(placed, 'counting-kind-mismatch', `a ${counting.as} takes the value of a single choice`)]
  }
  return optionsOf(questionnaire, item)
    .filter(({ role, value }) => role === 'answer' && value === undefined)
    .map(({ code }) => report(placed, 'option-without-value', `option ${code} has no value to average`))
}

function optionErrors(questionnaire: Questionnaire, placed: PlacedCounting): readonly DefinitionError[] {
  const { options: counted } = placed.counting
  if (!counted) return [report(placed, 'counting-without-options', 'a share of choices says which count')]
  const roles = new Map(optionsOf(questionnaire, placed.item).map(({ code, role }) => [code, role]))
  return counted.flatMap((code) => {
    const role = roles.get(code)
    if (role === 'answer') return []
    if (role)
      return [report(placed, 'counting-option-outside-base', `${code} takes the firm out of the base`)]
    return [report(placed, 'counting-option-unknown', `${placed.item.code} has no option ${code}`)]
  })
}

function numberErrors(placed: PlacedCounting): readonly DefinitionError[] {
  const { as, options, atLeast, above } = placed.counting
  if (options) return [report(placed, 'counting-kind-mismatch', 'a number has no options')]
  if (as !== 'share') {
    if (!hasBound(placed.counting)) return []
    return [report(placed, 'counting-kind-mismatch', `a ${as} takes the number itself, not a bound`)]
  }
  if ((atLeast === undefined) !== (above === undefined)) return []
  return [report(placed, 'counting-without-bound', 'a share of numbers has one bound: atLeast or above')]
}

function hasBound({ atLeast, above }: Counting): boolean {
  return atLeast !== undefined || above !== undefined
}

function report({ path }: PlacedCounting, code: QuestionnaireErrorCode, message: string): DefinitionError {
  return definitionError(code, path, message)
}
