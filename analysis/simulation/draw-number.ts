import { AnalysisError } from '../analysis-error.ts'
import { type AnswerGrid, answerGrid, type NumberItem } from './answer-grid.ts'
import { normalised, placeDraw, tiltedToMean } from './discrete-distribution.ts'
import type { Draw } from './draw-choice.ts'
import type { FedIndicator } from './fed-indicator.ts'
import { nestedShares } from './nested-shares.ts'
import { withMedian } from './with-median.ts'
import { exp } from '../elementary/exp.ts'
import { ln } from '../elementary/ln.ts'

/**
 * A number whose indicators have exactly the province's values: a mean, a median, or shares at
 * and above bounds.
 *
 * Cost: O(numbers of the grid), then a search a draw.
 *
 * @throws {AnalysisError} `values-cannot-be-simulated`
 * @example
 * const days = { code: 'days', kind: 'integer', min: 0, max: 2 }
 * numberAnswer(days, [{ indicator: '1.01', as: 'share', atLeast: 2, value: 0.5 }])(() => 0.6) // => 2
 */
export function numberAnswer(item: NumberItem, fed: readonly FedIndicator[]): Draw {
  const anchors = fed.map(({ atLeast, above, value }) => atLeast ?? above ?? value)
  const grid = answerGrid(item, anchors)
  const place = placeDraw(probabilitiesOn(grid, item, fed))
  return (random) => grid.numbers[place(random)] ?? Number.NaN
}

function probabilitiesOn(grid: AnswerGrid, item: NumberItem, fed: readonly FedIndicator[]): number[] {
  const [first, ...others] = fed
  if (!first) return normalised(item.kind === 'scale' ? grid.widths : decaying(grid, []))
  if (fed.every(({ as }) => as === 'share')) return byShares(grid, fed)
  if (others.length > 0) {
    throw new AnalysisError('values-cannot-be-simulated', 'these cannot be drawn together')
  }
  if (first.as === 'mean') return tiltedToMean(grid.numbers, grid.widths, first.value)
  return withMedian(grid.numbers, logNormal(grid, first.value), first.value)
}

function byShares(grid: AnswerGrid, fed: readonly FedIndicator[]): number[] {
  const sets = fed.map(({ atLeast, above, value }) => ({
    share: value,
    places: new Set(
      grid.numbers.flatMap((number, place) =>
        number >= (atLeast ?? Number.NEGATIVE_INFINITY) && number > (above ?? Number.NEGATIVE_INFINITY)
          ? [place]
          : [],
      ),
    ),
  }))
  const starts = sets.map(({ places }) => Math.min(...places))
  return nestedShares(decaying(grid, starts), sets)
}

/**
 * Small numbers often, large ones ever more seldom; anew from each of these places, so that a
 * set far from the lowest number has mass to share out.
 */
function decaying({ numbers, widths }: AnswerGrid, from: readonly number[]): number[] {
  const starts = new Set(from)
  let start = numbers[0] ?? 0
  return numbers.map((number, place) => {
    if (starts.has(place)) start = number
    return exp((start - number) / 2.5) * (widths[place] ?? 0)
  })
}

/** Log-normal around the median, as days and hours are; from the lowest number if it is below 0. */
function logNormal({ numbers, widths }: AnswerGrid, median: number): number[] {
  const from = Math.min(numbers[0] ?? 0, 0) - 0.5
  return numbers.map(
    (number, place) => exp(-0.7 * ln((number - from) / (median - from)) ** 2) * (widths[place] ?? 0),
  )
}
