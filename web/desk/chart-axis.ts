/** A stretch of a score scale that several charts share, and its whole-number ticks. */
export interface ChartAxis {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
}

const SHORTEST = 3

/**
 * The shortest axis from one tick to another that holds all the values with some room, within
 * the bounds of the scale. One axis for all rows: lengths can then be compared between them.
 *
 * @example
 * commonAxis([5.34, 8.1], { bounds: [1, 10], step: 1 }) // => { from: 5, to: 9, ticks: [5, 6, 7, 8, 9] }
 */
export function commonAxis(
  values: readonly number[],
  { bounds: [least, most], step }: { bounds: readonly [number, number]; step: number },
): ChartAxis {
  const inside = values.filter((value) => Number.isFinite(value)).map((value) => clamp(value, least, most))
  if (inside.length === 0) return axisOf(least, most, step)
  const room = step * 0.15
  let from = Math.max(least, Math.floor((Math.min(...inside) - room) / step) * step)
  let to = Math.min(most, Math.ceil((Math.max(...inside) + room) / step) * step)
  while (to - from < SHORTEST * step && (from > least || to < most)) {
    if (to < most) to = Math.min(most, to + step)
    if (to - from < SHORTEST * step) from = Math.max(least, from - step)
  }
  return axisOf(from, to, step)
}

/** Where a value stands on the axis, in percent of its length; at the end when beyond it. */
export function placeOn(axis: ChartAxis, value: number): number {
  return ((clamp(value, axis.from, axis.to) - axis.from) / (axis.to - axis.from)) * 100
}

function axisOf(from: number, to: number, step: number): ChartAxis {
  const first = Math.ceil(from / step)
  const last = Math.floor(to / step)
  const between = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step)
  return { from, to, ticks: between[0] === from ? between : [from, ...between] }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
