import type { Answer, Missing } from '../../survey-definitions/answers.ts'
import { type CountedItem, countedItems } from '../../survey-definitions/counted-value.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { Rule } from '../../survey-definitions/rule-schema.ts'
import { holds } from '../../survey-definitions/rule.ts'
import { type AnswerColumn, MISSING_KINDS } from '../answer-column.ts'
import type { Sample } from '../sample.ts'
import { answerRange } from './answer-range.ts'
import type { AnswerWeights } from './dont-know-bounds.ts'

/** The answers to an indicator by number, with those that are not known. */
export interface IndicatorAnswers extends AnswerWeights {
  readonly indicator: string
  /** Weight of the firms that count. */
  readonly knownWeight: number
}

/**
 * What the bounds of each indicator are made of: the weight behind every number, and that of firms
 * that belong to the base and answered "don't know" or "refused". A blank is neither: it may
 * be an oversight, and is counted among the item's non-response.
 *
 * Unit: weights, mean 1. Cost: O(firms · indicators).
 *
 * @see dontKnowBounds
 * @example
 * const weights = new Float64Array(sample.firms).fill(1)
 * indicatorAnswers(pulse, sample, weights).length // => 15
 */
export function indicatorAnswers(
  questionnaire: Questionnaire,
  sample: Sample,
  weights: Float64Array,
): readonly IndicatorAnswers[] {
  const counted = countedItems(questionnaire)
  return [...sample.indicators].flatMap(([indicator, { as, numbers, codes }]) => {
    const sources = counted.filter(({ counting }) => counting.indicator === indicator)
    const [first] = sources
    if (!first) return []
    const isUnknown = anyOf(sources.map((source) => unknownIn(sample, source)))
    const byNumber = new Float64Array(numbers.length)
    let knownWeight = 0
    let unknownWeight = 0
    for (let firm = 0; firm < sample.firms; firm++) {
      const code = codes[firm] ?? 0
      const weight = weights[firm] ?? 0
      if (code > 0) {
        byNumber[code - 1] = (byNumber[code - 1] ?? 0) + weight
        knownWeight += weight
      } else if (isUnknown(firm)) unknownWeight += weight
    }
    const range = answerRange(questionnaire, { ...first, given: numbers })
    return [{ indicator, as, numbers, weights: byNumber, knownWeight, unknownWeight, range }]
  })
}

const DONT_KNOW = -1 - MISSING_KINDS.indexOf('dont-know')
const REFUSED = -1 - MISSING_KINDS.indexOf('refused')

function isSilent(cell: number | undefined): boolean {
  return cell === DONT_KNOW || cell === REFUSED
}

function anyOf(tests: readonly ((firm: number) => boolean)[]): (firm: number) => boolean {
  const [only] = tests
  return only && tests.length === 1 ? only : (firm) => tests.some((test) => test(firm))
}

/** Whether a firm of the base did not say; without a column nobody was asked. */
function unknownIn(sample: Sample, { item, counting: { base } }: CountedItem): (firm: number) => boolean {
  const column = sample.columns.get(item.code)
  if (!column) return () => false
  const cells = column.kind === 'choice' ? column.codes : column.missing
  if (!base) return (firm) => isSilent(cells[firm])
  const items = itemsOf(base)
  return (firm) => isSilent(cells[firm]) && holds(base, answersOf(sample, items, firm))
}

function itemsOf(rule: Rule): readonly string[] {
  if ('all' in rule) return rule.all.flatMap(itemsOf)
  if ('any' in rule) return rule.any.flatMap(itemsOf)
  if ('not' in rule) return itemsOf(rule.not)
  if ('answered' in rule) return [rule.answered]
  return Object.values(rule).flatMap((comparison) => comparison.slice(0, 1).map(String))
}

function answersOf(
  { columns }: Sample,
  items: readonly string[],
  firm: number,
): Readonly<Record<string, Answer | Missing>> {
  return Object.fromEntries(
    items.flatMap((item) => {
      const column = columns.get(item)
      return column ? [[item, answerAt(column, firm)]] : []
    }),
  )
}

function answerAt(column: AnswerColumn, firm: number): Answer | Missing {
  const cell = (column.kind === 'choice' ? column.codes : column.missing)[firm] ?? 0
  if (cell < 0) return MISSING_KINDS[-1 - cell] ?? 'blank'
  if (column.kind === 'choice') return column.options[cell] ?? 'blank'
  if (column.kind === 'numbers') return column.numbers[firm] ?? Number.NaN
  const ticks = column.ticks[firm] ?? 0
  return column.options.filter((_option, place) => ((ticks >>> place) & 1) === 1)
}
