import type { Answer } from '../../survey-definitions/answers.ts'
import type { ChoiceItem, Option } from '../../survey-definitions/questionnaire-schema.ts'
import { AnalysisError } from '../analysis-error.ts'
import { drawPlace, normalised, tiltedToMean } from './discrete-distribution.ts'
import { nestedShares } from './nested-shares.ts'
import type { Random } from './philox.ts'
import type { SimulationRates } from './simulation-rates.ts'

/** Draws one real answer to one item. */
export type Draw = (random: Random) => Answer

/** A choice item with its options and the values its indicators must have. */
export interface ChoiceTask {
  readonly item: ChoiceItem
  readonly options: readonly Option[]
  readonly values: Readonly<Record<string, number>>
  readonly rates: SimulationRates
}

/**
 * A single choice whose indicators have exactly the province's values among the firms of their
 * base. Answers that take a firm out of the base have their own chance.
 *
 * @throws {AnalysisError} `values-cannot-be-simulated`
 */
export function singleChoice(task: ChoiceTask): Draw {
  const { item, options, rates } = task
  const known = knownRates(task)
  if (known) return drawOption(options, known)
  const outside = options.filter(({ role }) => role === 'outside-base')
  const inside = options.filter(({ role }) => role === 'answer')
  const outsideShare = outside.length === 0 ? 0 : (rates.outsideBase[item.code] ?? rates.outsideBase.default)
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
  const given = rates.items[item.code]
  if (!given || item.indicators.length > 0) return undefined
  const known = options.map(({ code }) => given[code])
  return known.every((rate) => rate !== undefined) ? normalised(known) : undefined
}

function drawOption(options: readonly Option[], probabilities: readonly number[]): Draw {
  return (random) => options[drawPlace(probabilities, random)]?.code ?? ''
}

function probabilitiesInside({ item, values, rates }: ChoiceTask, inside: readonly Option[]): number[] {
  const shape = inside.map(({ code }) => rates.options[code] ?? 1)
  const [mean] = item.indicators.filter(({ as }) => as !== 'share')
  if (mean) {
    if (item.indicators.length > 1) throw mixed(item.code)
    const numbers = inside.map(({ value }) => value ?? Number.NaN)
    return tiltedToMean(numbers, shape, values[mean.indicator] ?? Number.NaN)
  }
  const sets = item.indicators.flatMap(({ indicator, options = [] }) => {
    const share = values[indicator]
    const places = new Set(inside.flatMap(({ code }, place) => (options.includes(code) ? [place] : [])))
    return share === undefined ? [] : [{ places, share }]
  })
  return nestedShares(shape, sets)
}

/**
 * A multiple choice whose options are ticked independently, each with its indicator's value; a
 * firm that ticks none of them chooses the exclusive option.
 *
 * @throws {AnalysisError} `values-cannot-be-simulated` when that cannot give the values
 */
export function multipleChoice(task: ChoiceTask): Draw {
  const { item, options } = task
  const chances = tickChances(task)
  const ticked = options.filter(({ exclusive, role }) => !exclusive && role === 'answer')
  const otherwise =
    options.find(({ exclusive }) => exclusive) ?? ticked.find(({ code }) => !chances.has(code))
  if (!otherwise || chances.has(otherwise.code)) throw noWayOut(item.code)
  return (random) => {
    const ticks = ticked
      .map(({ code }) => code)
      .filter((code) => random() < (chances.get(code) ?? task.rates.tick))
    return ticks.length > 0 ? ticks : [otherwise.code]
  }
}

/** The chance of a tick, by option that an indicator counts. */
function tickChances({ item, values }: ChoiceTask): ReadonlyMap<string, number> {
  const chances = new Map<string, number>()
  for (const { indicator, as, options = [] } of item.indicators) {
    const share = values[indicator]
    if (share === undefined) continue
    if (as !== 'share') throw mixed(item.code)
    for (const code of options) {
      if (chances.has(code)) throw mixed(item.code)
      // Any of k options ticked has the share when each has 1 − (1 − share)^(1/k).
      chances.set(code, 1 - (1 - share) ** (1 / options.length))
    }
  }
  return chances
}

function mixed(item: string): AnalysisError {
  return new AnalysisError(
    'values-cannot-be-simulated',
    `the indicators of item ${item} cannot be drawn together`,
  )
}

function noWayOut(item: string): AnalysisError {
  return new AnalysisError(
    'values-cannot-be-simulated',
    `item ${item} has no option for a firm that ticks nothing else`,
  )
}
