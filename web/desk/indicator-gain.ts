import type { SubIndex } from '../../survey-definitions/edition-schema.ts'
import type { IndicatorView } from './definition-lookup.ts'

const BEST = 10

/**
 * Points by which the sub-index would rise if this indicator alone went to the top of its scale:
 * weight x (10 - score), on the published scale where the sub-index is linked to it.
 *
 * @example
 * possibleGain({ score: 4, weight: 0.1, slope: 1 }) // => 0.6
 */
export function possibleGain({
  score,
  weight,
  slope,
}: {
  score: number
  weight: number
  slope: number
}): number {
  return Math.max(0, weight * (BEST - score) * slope)
}

export interface IndicatorWithGain extends IndicatorView {
  readonly gain: number | undefined
}

/** The indicators of a sub-index, those that could raise it most first, those without a score last. */
export function byPossibleGain(
  views: readonly IndicatorView[],
  { link }: Pick<SubIndex, 'link'>,
): readonly IndicatorWithGain[] {
  return views
    .map((view) => {
      const score = view.estimate?.score ?? null
      const gain =
        score === null
          ? undefined
          : possibleGain({ score, weight: view.indicator.weight, slope: link?.slope ?? 1 })
      return { ...view, gain }
    })
    .toSorted((a, b) => (b.gain ?? -1) - (a.gain ?? -1))
}
