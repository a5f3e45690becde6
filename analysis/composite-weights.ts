import type { Edition } from '../survey-definitions/edition-schema.ts'
import { AnalysisError } from './analysis-error.ts'

/** The weights of the sub-indices in the composite that hold for a year. */
export interface YearWeights {
  /** First and last year they hold for. */
  readonly years: readonly [number, number]
  /** Share of each sub-index, 0-1. */
  readonly shareOf: (subIndex: string) => number
  /** They were worked out from published scores, not published themselves. */
  readonly inferred: boolean
}

/**
 * The composite weights for a year; without a year, the edition's first set.
 *
 * Unit: shares of 1. Cost: O(sub-indices).
 *
 * @throws {AnalysisError} `unknown-weights-year` when the edition has none for the year
 * @example
 * compositeWeightsFor(pci2017, 2024).shareOf('informal-charges') // => 0.15
 */
export function compositeWeightsFor(edition: Edition, year?: number): YearWeights {
  const set = edition.compositeWeights.find(
    ({ years: [first, last] }) => year === undefined || (year >= first && year <= last),
  )
  if (!set) {
    const known = edition.compositeWeights.map(({ years: [first, last] }) => `${first}-${last}`).join(', ')
    throw new AnalysisError('unknown-weights-year', `no composite weights for ${year}; there are: ${known}`)
  }
  const { percent, basis } = set
  return {
    years: set.years,
    shareOf: (subIndex) => (Object.hasOwn(percent, subIndex) ? (percent[subIndex] ?? 0) / 100 : 0),
    inferred: typeof basis === 'string' && basis.startsWith('inferred'),
  }
}
