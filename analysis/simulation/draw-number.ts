import type { AnswerableItem, Counting } from '../../survey-definitions/questionnaire-schema.ts'
import { AnalysisError } from '../analysis-error.ts'
import { drawPlace, normalised, tiltedToMean } from './discrete-distribution.ts'
import type { Draw } from './draw-choice.ts'
import { nestedShares } from './nested-shares.ts'

export type NumberItem = Extract<AnswerableItem, { kind: 'integer' | 'decimal' | 'scale' }>

/** Finer grids than this change nothing that anybody could see. */
const MOST_GRID_POINTS = 2001

/**
 * A number whose indicators have exactly the province's values: a mean, a median, or shares at
 * and above bounds.
 *
 * @throws {AnalysisError} `values-cannot-be-simulated`
 */
export function numberAnswer(item: NumberItem, values: Readonly<Record<string, number>>): Draw {
  const grid = gridOf(item)
  const fed = item.indicators.filter(({ indicator }) => values[indicator] !== undefined)
  const probabilities = probabilitiesOn(grid, { item, fed, values })
  return (random) => grid[drawPlace(probabilities, random)] ?? Number.NaN
}

function probabilitiesOn(
  grid: readonly number[],
  {
    item,
    fed,
    values,
  }: { item: NumberItem; fed: readonly Counting[]; values: Readonly<Record<string, number>> },
): number[] {
  const [first] = fed
  if (!first) return normalised(item.kind === 'scale' ? grid.map(() => 1) : decaying(grid))
  const value = values[first.indicator] ?? Number.NaN
  if (fed.every(({ as }) => as === 'share')) return byShares(grid, fed, values)
  if (fed.length > 1) {
    throw new AnalysisError(
      'values-cannot-be-simulated',
      `the indicators of item ${item.code} cannot be drawn together`,
    )
  }
  if (first.as === 'mean')
    return tiltedToMean(
      grid,
      grid.map(() => 1),
      value,
    )
  return withMedian(grid, value)
}

function byShares(
  grid: readonly number[],
  fed: readonly Counting[],
  values: Readonly<Record<string, number>>,
): number[] {
  const sets = fed.map(({ indicator, atLeast, above }) => ({
    share: values[indicator] ?? 0,
    places: new Set(
      grid.flatMap((number, place) =>
        number >= (atLeast ?? Number.NEGATIVE_INFINITY) && number > (above ?? Number.NEGATIVE_INFINITY)
          ? [place]
          : [],
      ),
    ),
  }))
  return nestedShares(decaying(grid), sets)
}

/** Small numbers often, large ones ever more seldom. */
function decaying(grid: readonly number[]): number[] {
  const from = grid[0] ?? 0
  return grid.map((number) => Math.exp((from - number) / 2.5))
}

/**
 * Half of the mass below the median and half above, log-normal in shape as days and hours are. A median between two points of the grid has no mass of its own.
 */
function withMedian(grid: readonly number[], median: number): number[] {
  const nearest = nearestMedian(grid, median)
  const shape = grid.map((number) => Math.exp(-0.7 * Math.log((number + 0.5) / (nearest + 0.5)) ** 2))
  const total = shape.reduce((sum, weight) => sum + weight, 0)
  const at = grid.reduce(
    (sum, number, place) => sum + (number === nearest ? (shape[place] ?? 0) / total : 0),
    0,
  )
  const below = sideMass(
    grid.some((number) => number < nearest),
    at,
  )
  const above = sideMass(
    grid.some((number) => number > nearest),
    at,
  )
  return nestedShares(shape, [
    { places: placesWhere(grid, (number) => number < nearest), share: below },
    { places: placesWhere(grid, (number) => number > nearest), share: above },
  ])
}

function sideMass(hasRoom: boolean, at: number): number {
  return hasRoom ? (1 - at) / 2 : 0
}

function placesWhere(grid: readonly number[], holds: (number: number) => boolean): Set<number> {
  return new Set(grid.flatMap((number, place) => (holds(number) ? [place] : [])))
}

/** The median itself, or the nearest that answers on the grid can have. */
function nearestMedian(grid: readonly number[], median: number): number {
  const step = (grid[1] ?? 1) - (grid[0] ?? 0)
  const halves = Math.round((2 * (median - (grid[0] ?? 0))) / step)
  const nearest = (grid[0] ?? 0) + (halves * step) / 2
  return Math.min(Math.max(nearest, grid[0] ?? 0), grid.at(-1) ?? 0)
}

function gridOf(item: NumberItem): number[] {
  if (item.kind === 'scale') return [1, 2, 3, 4, 5]
  const decimals = item.kind === 'decimal' ? item.decimals : 0
  const scale = 10 ** decimals
  const steps = Math.round((item.max - item.min) * scale)
  const stride = Math.ceil((steps + 1) / MOST_GRID_POINTS)
  const points = Math.floor(steps / stride) + 1
  return Array.from({ length: points }, (_none, k) => Math.round(item.min * scale + k * stride) / scale)
}
