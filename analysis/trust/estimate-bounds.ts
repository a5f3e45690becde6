import type { Edition } from '../../survey-definitions/edition-schema.ts'
import { aggregate } from '../aggregate.ts'
import type { NormalisationMode } from '../estimation-options.ts'
import { normalise } from '../normalise.ts'
import { onPublishedScale } from '../score-values.ts'
import { type Bounds, dontKnowBounds } from './dont-know-bounds.ts'
import type { IndicatorAnswers } from './indicator-answers.ts'

/** An indicator between the answers that were given and those that were not. */
interface IndicatorBounds {
  readonly code: string
  /** Share of the base, by weight, that does not know or would not say. */
  readonly unknown: number
  readonly value: Bounds
  /** Lowest and highest as scores: of the other end where lower is better. */
  readonly score: Bounds
}

/** Between which scores the truth is, whatever those who did not answer would have said. */
export interface BoundsOfScores {
  /** Those of which something is unknown. */
  readonly indicators: readonly IndicatorBounds[]
  /** Those that have a score. */
  readonly subIndices: readonly (Bounds & { readonly code: string })[]
}

/** What the scores came out as, of which the bounds are to be known. */
export interface BoundedScores {
  readonly edition: Pick<Edition, 'indicators' | 'subIndices'>
  readonly answers: readonly IndicatorAnswers[]
  readonly indicators: readonly { readonly code: string; readonly score: number | null }[]
  readonly subIndices: readonly { readonly code: string; readonly score: number | null }[]
  readonly normalisation: NormalisationMode
}

/**
 * How far "don't know" and "refused" could move every indicator and sub-index: each indicator with all
 * of them in the worst and in the best category, and each sub-index with all its indicators so. What
 * is complete has its score for both bounds.
 *
 * Unit: values in their own, scores 1-10. Cost: O(indicators · numbers).
 *
 * @throws {AnalysisError} `missing-anchor-range`
 * @see dontKnowBounds
 * @example
 * estimateBounds({ edition: pci2017, answers: [], indicators: [], subIndices: [], normalisation: 'extend' }) // => { indicators: [], subIndices: [] }
 */
export function estimateBounds(scores: BoundedScores): BoundsOfScores {
  const { edition, answers, normalisation } = scores
  const scored = new Map(
    scores.indicators.flatMap(({ code, score }) => (score === null ? [] : [[code, score] as const])),
  )
  const bounded = answers.flatMap((given): IndicatorBounds[] => {
    const indicator = edition.indicators.find(({ id }) => id === given.indicator)
    if (!indicator || !scored.has(indicator.id) || given.unknownWeight === 0) return []
    const value = dontKnowBounds(given)
    const ends = [value.lowest, value.highest].map((end) => normalise(indicator, end, normalisation).score)
    return [
      {
        code: indicator.id,
        unknown: given.unknownWeight / (given.unknownWeight + given.knownWeight),
        value,
        score: { lowest: Math.min(...ends), highest: Math.max(...ends) },
      },
    ]
  })
  return { indicators: bounded, subIndices: subIndexBounds(scores, bounded) }
}

function subIndexBounds(
  { edition, indicators, subIndices }: BoundedScores,
  bounded: readonly IndicatorBounds[],
): BoundsOfScores['subIndices'] {
  const boundsOf = new Map<string, Bounds>([
    ...indicators.flatMap(({ code, score }) =>
      score === null ? [] : [[code, { lowest: score, highest: score }] as const],
    ),
    ...bounded.map(({ code, score }) => [code, score] as const),
  ])
  const scored = new Set(subIndices.flatMap(({ code, score }) => (score === null ? [] : [code])))
  return edition.subIndices.flatMap((subIndex) => {
    const own = edition.indicators.filter((indicator) => indicator.subIndex === subIndex.code)
    const at = (end: keyof Bounds): number | null => {
      const parts = own.map(({ id, weight }) => ({ weight, score: boundsOf.get(id)?.[end] ?? null }))
      return aggregate(parts, subIndex.aggregation).score
    }
    const [lowest, highest] = [at('lowest'), at('highest')]
    if (!scored.has(subIndex.code) || lowest === null || highest === null) return []
    return [
      {
        code: subIndex.code,
        lowest: onPublishedScale(subIndex, lowest),
        highest: onPublishedScale(subIndex, highest),
      },
    ]
  })
}
