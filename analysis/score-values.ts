import type { Edition, SubIndex } from '../survey-definitions/edition-schema.ts'
import { type Aggregate, aggregate } from './aggregate.ts'
import { compositeWeightsFor } from './composite-weights.ts'
import { normalise } from './normalise.ts'

/** The scores of one province, without errors. Unit: points. */
export interface ValueScores {
  readonly subIndices: readonly {
    readonly code: string
    readonly score: number | null
    readonly missingWeight: number
  }[]
  /** On 0-100. */
  readonly composite: { readonly score: number | null; readonly missingWeight: number }
}

/**
 * The scores of one province from its indicators' values, as PCI makes them: anchors as given,
 * weighted means, the link of sub-indices that have one, the composite of the year.
 *
 * Unit: sub-indices 1-10, composite 0-100. Cost: O(indicators).
 *
 * @throws {AnalysisError} `unknown-weights-year`, `missing-anchor-range`
 * @see The official scores of 2019, which it reproduces for 63 provinces: docs/method.md
 * @example
 * scoreValues(pci2017, langSon2019).subIndices[4].score // ≈ 5.79
 */
export function scoreValues(
  edition: Edition,
  values: Readonly<Record<string, number | null>>,
  weightsYear?: number,
): ValueScores {
  const subIndices = edition.subIndices.map((subIndex) => {
    const parts = edition.indicators
      .filter((indicator) => indicator.subIndex === subIndex.code)
      .map((indicator) => {
        const value = Object.hasOwn(values, indicator.id) ? (values[indicator.id] ?? null) : null
        return { weight: indicator.weight, score: value === null ? null : normalise(indicator, value).score }
      })
    const { score, missingWeight } = aggregate(parts, subIndex.aggregation)
    return {
      code: subIndex.code,
      score: score === null ? null : onPublishedScale(subIndex, score),
      missingWeight,
    }
  })
  return { subIndices, composite: compositeOf(edition, { subIndices, weightsYear }) }
}

/**
 * A sub-index's weighted mean on the published scale: intercept + slope · mean where the
 * edition links the two, else the mean itself.
 *
 * Unit: points, 1-10. Cost: constant.
 *
 * @example
 * onPublishedScale({ link: { slope: 0.5, intercept: 3 } }, 6) // => 6
 */
export function onPublishedScale({ link }: Pick<SubIndex, 'link'>, mean: number): number {
  return link ? link.intercept + link.slope * mean : mean
}

/**
 * The composite of sub-index scores: 10 · Σ W S, by the weights of the year.
 *
 * Unit: points, 0-100. Cost: O(sub-indices).
 *
 * @throws {AnalysisError} `unknown-weights-year`
 * @example
 * const { subIndices } = scoreValues(pci2017, langSon2019)
 * compositeOf(pci2017, { subIndices, weightsYear: 2019 }).score // ≈ 64.5
 */
export function compositeOf(
  edition: Edition,
  { subIndices, weightsYear }: { subIndices: ValueScores['subIndices']; weightsYear?: number | undefined },
): Aggregate {
  const { shareOf } = compositeWeightsFor(edition, weightsYear)
  const composite = aggregate(
    subIndices.map(({ code, score, missingWeight }) => ({
      weight: shareOf(code),
      score,
      missing: missingWeight,
    })),
  )
  return { ...composite, score: composite.score === null ? null : 10 * composite.score }
}
