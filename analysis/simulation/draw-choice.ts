import type { Answer } from '../../survey-definitions/answers.ts'
import type { ChoiceItem, Option } from '../../survey-definitions/questionnaire-schema.ts'
import { AnalysisError } from '../analysis-error.ts'
import { placeDraw, normalised, tiltedToMean } from './discrete-distribution.ts'
import type { FedIndicator } from './fed-indicator.ts'
import { nestedShares, type ShareOf } from './nested-shares.ts'
import type { Random } from './philox.ts'
import type { SimulationRates } from './simulation-rates.ts'
import { valueWithin } from './value-within.ts'
import { withMedian } from './with-median.ts'

/** Draws one real answer to one item. */
export type Draw = (random: Random) => Answer

/** A choice item with its options and the values its indicators must have. */
export interface ChoiceTask {
  readonly item: ChoiceItem
  readonly options: readonly Option[]
  readonly fed: readonly FedIndicator[]
  readonly rates: SimulationRates
}

/**
 * A single choice whose indicators have exactly the province's values among the firms of their
 * base. Answers that take a firm out of the base have their own chance.
 *
 * Cost: O(options), then a search a draw.
 *
 * @throws {AnalysisError} `values-cannot-be-simulated`
 * @example
 * const options = [{ code: 'yes', role: 'answer' }, { code: 'no', role: 'answer' }]
 * const fed = [{ indicator: '5.01', as: 'share', options: ['yes'], value: 0.3 }]
 * singleChoice({ item: { code: 'fair' }, options, fed, rates: SIMULATION_RATES })(() => 0.2) // => 'yes'
 */
export function singleChoice(task: ChoiceTask): Draw {
  const { item, options, rates } = task
  const known = knownRates(task)
  if (known) return drawOption(options, known)
  const outside = options.filter(({ role }) => role === 'outside-base')
  const inside = options.filter(({ role }) => role === 'answer')
  if (inside.length === 0) return drawOption(outside, normalised(outside.map(() => 1)))
  const rate = ownRate(rates.outsideBase, item.code) ?? rates.outsideBase.default
  const outsideShare = outside.length === 0 ? 0 : rate
  return drawOption(
    [...inside, ...outside],
    [
      ...probabilitiesInside(task, inside).map((probability) => probability * (1 - outsideShare)),
      ...outside.map(() => outsideShare / outside.length),
    ],
  )
}

/** The rates of an item that no indicator counts, where they are for these very options. */
function knownRates({ item, options, rates }: ChoiceTask): number[] | undefined {
  const given = ownRate(rates.items, item.code)
  if (!given || item.indicators.length > 0) return undefined
  const known = options.map(({ code }) => ownRate(given, code))
  return known.every((rate) => rate !== undefined) ? normalised(known) : undefined
}

function drawOption(options: readonly Option[], probabilities: readonly number[]): Draw {
  const place = placeDraw(probabilities)
  return (random) => options[place(random)]?.code ?? ''
}

function probabilitiesInside({ fed, rates }: ChoiceTask, inside: readonly Option[]): number[] {
  const shape = inside.map(({ code }) => ownRate(rates.options, code) ?? 1)
  const [first, ...others] = fed
  if (!first) return normalised(shape)
  if (fed.every(({ as }) => as === 'share')) {
    const sets = fed.map((share) => setOf(share, inside))
    return nestedShares(shape, sets)
  }
  if (others.length > 0) throw mixed()
  const numbers = inside.map(({ value }) => value ?? Number.NaN)
  return (first.as === 'mean' ? tiltedToMean : withMedian)(numbers, shape, first.value)
}

function setOf({ value, options = [] }: FedIndicator, inside: readonly Option[]): ShareOf {
  const places = inside.flatMap(({ code }, place) => (options.includes(code) ? [place] : []))
  return { places: new Set(places), share: value }
}

/**
 * A multiple choice whose options are ticked independently, each with its indicator's value; a
 * firm that ticks none of them chooses an exclusive option, or else one that no indicator
 * counts. Where indicators count, that option keeps the firm in their base.
 *
 * Cost: O(options) a draw.
 *
 * @throws {AnalysisError} `values-cannot-be-simulated` when that cannot give the values
 * @example
 * const options = [{ code: 'slow', role: 'answer' }, { code: 'none', role: 'answer', exclusive: true }]
 * const fed = [{ indicator: '5.01', as: 'share', options: ['slow'], value: 0.3 }]
 * multipleChoice({ item: { code: 'obstacles' }, options, fed, rates: SIMULATION_RATES })(() => 0.9) // => ['none']
 */
export function multipleChoice(task: ChoiceTask): Draw {
  const { options, rates } = task
  const chances = tickChances(task)
  if (options.some(({ code, exclusive }) => exclusive && chances.has(code))) throw countedExclusive()
  const ticked = options.filter(({ exclusive, role }) => !exclusive && role === 'answer')
  const uncounted = options.filter(
    ({ code, role }) => !chances.has(code) && (role === 'answer' || chances.size === 0),
  )
  const otherwise = uncounted.find(({ exclusive }) => exclusive) ?? uncounted[0]
  if (!otherwise) throw noWayOut()
  return (random) => {
    const ticks = ticked
      .map(({ code }) => code)
      .filter((code) => random() < (chances.get(code) ?? rates.tick))
    return ticks.length > 0 ? ticks : [otherwise.code]
  }
}

/** The chance of a tick, by option that an indicator counts. */
function tickChances({ fed }: ChoiceTask): ReadonlyMap<string, number> {
  const chances = new Map<string, number>()
  for (const { as, options = [], value } of fed) {
    if (as !== 'share') throw mixed()
    const share = valueWithin(value, 0, 1)
    for (const code of options) {
      if (chances.has(code)) throw mixed()
      // Any of k options ticked has the share when each has 1 − (1 − share)^(1/k).
      chances.set(code, 1 - (1 - share) ** (1 / options.length))
    }
  }
  return chances
}

/** A rate by code; codes are authors' words, and some are names that every object has. */
function ownRate<Rate>(rates: Readonly<Record<string, Rate>>, code: string): Rate | undefined {
  return Object.hasOwn(rates, code) ? rates[code] : undefined
}

function mixed(): AnalysisError {
  return new AnalysisError('values-cannot-be-simulated', 'these cannot be drawn together')
}

function countedExclusive(): AnalysisError {
  return new AnalysisError('values-cannot-be-simulated', 'an exclusive option is counted')
}

function noWayOut(): AnalysisError {
  return new AnalysisError('values-cannot-be-simulated', 'no option for a firm that ticks nothing else')
}
