import type { Edition, Indicator, SubIndex } from '../../survey-definitions/edition-schema.ts'
import { aggregate } from '../aggregate.ts'
import type { NormalisationMode } from '../estimation-options.ts'
import { normalise } from '../normalise.ts'
import { type IndicatorGradient, indicatorGradient } from './indicator-gradient.ts'

/** The scores as they came out, of which the gradients are asked. */
export interface GradedScores {
  readonly edition: Pick<Edition, 'indicators' | 'subIndices'>
  readonly indicators: readonly GradedIndicator[]
  readonly subIndices: readonly {
    readonly code: string
    readonly score: number | null
    readonly missingWeight: number
  }[]
  /** Share of each sub-index in the composite, 0-1. */
  readonly shareOf: (subIndex: string) => number
  readonly normalisation: NormalisationMode
}

interface GradedIndicator {
  readonly code: string
  readonly value: number | null
  readonly score: number | null
}

/**
 * The gradients of all indicators that have a score, through the same means that make the scores:
 * weights of what is missing are shared out, links to the published scale stretch them, and a
 * sub-index or composite without a score has none. In a geometric mean they hold for small changes.
 *
 * Unit: points a step. Cost: O(indicators).
 *
 * @throws {AnalysisError} `missing-anchor-range`
 * @see indicatorGradient
 * @example
 * const indicators = [{ code: '5.01', value: 0.5789, score: 4.77 }]
 * const subIndices = [{ code: 'informal-charges', score: 4.77, missingWeight: 0 }]
 * scoreGradients({ edition: pci2017, indicators, subIndices, shareOf: () => 0.1, normalisation: 'extend' }) // => []
 */
export function scoreGradients(scores: GradedScores): readonly IndicatorGradient[] {
  const { edition, subIndices, shareOf } = scores
  const composite = aggregate(
    subIndices.map(({ code, score, missingWeight }) => ({
      weight: shareOf(code),
      score,
      missing: missingWeight,
    })),
  )
  const shares = new Map(subIndices.map(({ code }, place) => [code, 10 * (composite.gradient[place] ?? 0)]))
  return edition.subIndices.flatMap((subIndex) =>
    gradientsIn(subIndex, scores, shares.get(subIndex.code) ?? 0),
  )
}

function gradientsIn(
  subIndex: SubIndex,
  { edition, indicators, normalisation }: GradedScores,
  compositeShare: number,
): readonly IndicatorGradient[] {
  const found = new Map(indicators.map((one) => [one.code, one]))
  const own = edition.indicators.filter((indicator) => indicator.subIndex === subIndex.code)
  const { score: mean, gradient } = aggregate(
    own.map(({ id, weight }) => ({ weight, score: found.get(id)?.score ?? null })),
    subIndex.aggregation,
  )
  if (mean === null) return []
  return own.flatMap((indicator: Indicator, place) => {
    const { value = null, score = null } = found.get(indicator.id) ?? {}
    if (value === null || score === null) return []
    return [
      indicatorGradient({
        code: indicator.id,
        statistic: indicator.statistic,
        direction: indicator.direction,
        score,
        slope: normalise(indicator, value, normalisation).slope,
        subIndexShare: (gradient[place] ?? 0) * (subIndex.link?.slope ?? 1),
        compositeShare,
      }),
    ]
  })
}
