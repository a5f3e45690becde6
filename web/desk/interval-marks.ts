import { type ChartAxis, placeOn } from './chart-axis.ts'

/** A score with what it is held against; null where it cannot be had. */
export interface ScoredTarget {
  readonly score: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly target: number | null
  readonly baseline: number | null
}

/** Places along a common axis, in percent of its length. */
export interface IntervalMarks {
  readonly score: number | undefined
  readonly interval: { readonly start: number; readonly length: number } | undefined
  readonly target: number | undefined
  readonly baseline: number | undefined
}

export function intervalMarks(axis: ChartAxis, figures: ScoredTarget): IntervalMarks {
  const place = (value: number | null) => (value === null ? undefined : placeOn(axis, value))
  const [start, end] = [place(figures.lower), place(figures.upper)]
  return {
    score: place(figures.score),
    interval: start === undefined || end === undefined ? undefined : { start, length: end - start },
    target: place(figures.target),
    baseline: place(figures.baseline),
  }
}

/** Every figure that an axis common to these scores must hold. */
export function figuresOf(scores: readonly ScoredTarget[]): readonly number[] {
  return scores
    .flatMap(({ score, lower, upper, target, baseline }) => [score, lower, upper, target, baseline])
    .filter((figure) => figure !== null)
}
