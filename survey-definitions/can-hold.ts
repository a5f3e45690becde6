import type { Answer } from './answers.ts'
import { conditionsOf, type PlacedItem } from './placed-items.ts'
import type { AnswerableItem, Item, Questionnaire } from './questionnaire-schema.ts'
import { optionsOf } from './routing-path.ts'
import type { Rule } from './rule-schema.ts'
import { holds, itemsOf } from './rule.ts'

/** Beyond this many ways for a rule to hold, it is taken to be able to. */
const MOST_WAYS = 1000

/** One way for a rule to hold: comparisons and negated comparisons, all true together. */
type Way = readonly Rule[]

/**
 * Whether some answers make all these rules hold. `false` is certain: every way contradicts
 * itself, or needs an answer that cannot be given or an item that cannot be asked. `true` may
 * be too kind where rules are very large.
 */
export function canHold(
  questionnaire: Questionnaire,
  rules: readonly Rule[],
  items: readonly PlacedItem[],
): boolean {
  const byCode = new Map(items.map((placed) => [placed.item.code, placed]))
  const ways = waysToHold({ all: rules }, { byCode, known: new Map() })
  return ways === undefined || ways.some((way) => isConsistent(questionnaire, way, byCode))
}

type ItemsByCode = ReadonlyMap<string, PlacedItem>

/** All ways for a rule to hold; undefined where they are too many to look at. */
type Ways = readonly Way[] | undefined

interface Search {
  readonly byCode: ItemsByCode
  /** Ways found before: many rules may lead through the same one. */
  readonly known: Map<Rule, Ways>
}

function waysToHold(rule: Rule, search: Search): Ways {
  if (search.known.has(rule)) return search.known.get(rule)
  const ways = findWays(rule, search)
  search.known.set(rule, ways)
  return ways
}

function findWays(rule: Rule, search: Search): Ways {
  if ('all' in rule) return together(rule.all.map((part) => waysToHold(part, search)))
  if ('any' in rule) return either(rule.any.map((part) => waysToHold(part, search)))
  if ('not' in rule) return waysToFail(rule.not, search)
  // A comparison needs an answer, so the item compared must be asked.
  const conditions = itemsOf(rule).flatMap((code) => {
    const placed = search.byCode.get(code)
    return placed ? conditionsOf(placed) : []
  })
  return together([[[rule]], ...conditions.map((condition) => waysToHold(condition, search))])
}

function waysToFail(rule: Rule, search: Search): Ways {
  if ('all' in rule) return either(rule.all.map((part) => waysToFail(part, search)))
  if ('any' in rule) return together(rule.any.map((part) => waysToFail(part, search)))
  if ('not' in rule) return waysToHold(rule.not, search)
  return [[{ not: rule }]]
}

function either(parts: readonly Ways[]): Ways {
  const ways: Way[] = []
  for (const part of parts) {
    if (part === undefined) return undefined
    ways.push(...part)
  }
  return ways.length > MOST_WAYS ? undefined : ways
}

function together(parts: readonly Ways[]): Ways {
  let ways: readonly Way[] = [[]]
  for (const part of parts) {
    if (part === undefined || ways.length * part.length > MOST_WAYS) return undefined
    ways = ways.flatMap((way) => part.map((other) => [...new Set([...way, ...other])]))
  }
  return ways
}

/** Whether each item has one answer, or none, that all its comparisons agree with. */
function isConsistent(questionnaire: Questionnaire, way: Way, byCode: ItemsByCode): boolean {
  const codes = new Set(way.flatMap(itemsOf))
  return [...codes].every((code) => {
    const comparisons = way.filter((rule) => itemsOf(rule).includes(code))
    const item = byCode.get(code)?.item
    const answers = item && item.kind !== 'note' ? answersWorthTrying(questionnaire, item, comparisons) : []
    return [undefined, ...answers].some((answer) =>
      comparisons.every((rule) => holds(rule, answer === undefined ? {} : { [code]: answer })),
    )
  })
}

/** Answers among which, if any answer agrees with the comparisons, there is one that does. */
function answersWorthTrying(
  questionnaire: Questionnaire,
  item: AnswerableItem,
  comparisons: readonly Rule[],
): readonly Answer[] {
  const options = optionsOf(questionnaire, item)
  const single = options.map(({ code }) => code)
  if (item.kind === 'single') return single
  if (item.kind === 'multiple') {
    const wanted = comparisons.flatMap((rule) => ('includes' in rule ? [rule.includes[1]] : []))
    const ticked = options.filter(({ code }) => wanted.includes(code))
    const legal = ticked.length === 1 || !ticked.some(({ exclusive }) => exclusive)
    return [
      ...single.map((code) => [code]),
      ...(legal && ticked.length > 0 ? [ticked.map(({ code }) => code)] : []),
    ]
  }
  return isNumber(item) ? numbersWorthTrying(item, comparisons) : ['text']
}

type NumberItem = Extract<Item, { kind: 'integer' | 'decimal' | 'scale' }>

function isNumber(item: AnswerableItem): item is NumberItem {
  return item.kind === 'integer' || item.kind === 'decimal' || item.kind === 'scale'
}

/** The ends of the range, and every number compared with, with its neighbours. */
function numbersWorthTrying(item: NumberItem, comparisons: readonly Rule[]): readonly number[] {
  const { min, max } = item.kind === 'scale' ? { min: 1, max: 5 } : item
  const decimals = item.kind === 'decimal' ? item.decimals : 0
  const step = 10 ** -decimals
  const bounds = comparisons.flatMap((rule) => boundOf('not' in rule ? rule.not : rule))
  return [min, max, ...bounds.flatMap((bound) => [-1, 0, 1].map((steps) => bound + steps * step))]
    .flatMap((number) => [Math.floor(number / step), Math.ceil(number / step)])
    .map((steps) => Number((steps * step).toFixed(decimals)))
    .filter((number) => number >= min && number <= max)
}

function boundOf(rule: Rule): readonly number[] {
  if ('atLeast' in rule) return [rule.atLeast[1]]
  return 'atMost' in rule ? [rule.atMost[1]] : []
}
