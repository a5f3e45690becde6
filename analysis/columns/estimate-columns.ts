import type { Edition } from '../../survey-definitions/edition-schema.ts'
import { compositeWeightsFor } from '../composite-weights.ts'
import { compositeParts, type ScoreParts, subIndexParts, withErrors } from '../estimate-sub-index.ts'
import type { HardValues, NormalisationMode } from '../estimation-options.ts'
import type { EstimationWarning, IndicatorEstimate, ScoreEstimate, Weighting } from '../estimation.ts'
import type { Sampling } from '../sampling.ts'
import { cellWeights } from '../weighting/cell-weights.ts'
import type { Margin } from '../weighting/margin.ts'
import type { ColumnSource } from './column-source.ts'
import { collectStatistics, type ColumnStatistics } from './column-statistics.ts'
import { indicatorResults } from './indicator-results.ts'
import type { ColumnSample } from './indicator-statistic.ts'
import type { CellInfluence, ScoreCovariance } from './score-covariance.ts'
import { type CellScore, cellScore, quadraticForm, scoreSpread } from './score-spread.ts'

/** What scores are made of, beside the sample. */
export interface ColumnEstimation {
  readonly edition: Edition
  /** Population counts to weight to, in the order of raking; their items are stratifiers of the source. */
  readonly margins?: readonly Margin[] | undefined
  readonly hardValues?: HardValues | undefined
  /** Year of the composite weights; else the edition's first set. */
  readonly weightsYear?: number | undefined
  /** 0.9 when not said. */
  readonly confidence?: number | undefined
  /** `extend` when not said. */
  readonly normalisation?: NormalisationMode | undefined
}

/** One sub-index with the part of its error that more firms would lower. */
export interface ColumnScore {
  readonly code: string
  readonly estimate: ScoreEstimate
  /** From sampling alone; null where no firm's answer is in the score. */
  readonly samplingError: number | null
}

/** All that is estimated from columns, before any verdict. */
export interface ColumnEstimates {
  /** Firms in the sample, those without weight too. */
  readonly firms: number
  /** First and last year the composite weights hold for. */
  readonly weightYears: readonly [number, number]
  readonly weighting: Weighting
  readonly indicators: readonly IndicatorEstimate[]
  readonly subIndices: readonly ColumnScore[]
  readonly composite: ScoreEstimate
  readonly covariance: ScoreCovariance
  readonly cells: readonly CellInfluence[]
  /** Of weighting and indicators. */
  readonly warnings: readonly EstimationWarning[]
}

/**
 * All indicators, sub-indices and the composite of a sample in columns, with linearised errors and
 * the full covariance of the sub-indices, in two passes over the source. The first leaves whole
 * numbers by cell of the stratifiers, from which weights, means, medians and their errors are made;
 * the second adds the products of the sub-indices' influence values, which have to be seen firm by
 * firm because one firm's answers go together.
 *
 * Unit: indicators in their own, scores 1-10, the composite 0-100. Cost: O(firms · (indicators +
 * sub-indices²)) and O(cells · indicators · margins).
 *
 * @throws {AnalysisError} `unknown-weights-year`, `unknown-margin-item`, `unknown-margin-option`,
 * `margin-not-positive`, `missing-anchor-range`, `score-not-positive`, `too-many-options`,
 * `invalid-probability`
 * @see docs/method.md; `weightedMean`, `gregResidual` and `taylorVariance`, the same firm by firm
 * @example
 * const source = { stratifiers: [], indicators: [], chunks: () => [] }
 * estimateColumns(source, { edition: pci2017 }).composite.score // => null
 */
export function estimateColumns(source: ColumnSource, input: ColumnEstimation): ColumnEstimates {
  const { edition, margins = [], confidence = 0.9 } = input
  const year = compositeWeightsFor(edition, input.weightsYear)
  const statistics = collectStatistics(source)
  const weighted = cellWeights(statistics.cells, margins)
  const sampling = {
    // Of a wave: one stratum, every firm a sampling unit.
    degreesOfFreedom: Math.max(0, weighted.firms - 1),
    confidence,
    designEffect: weighted.weighting.designEffect,
  }
  const { degreesOfFreedom } = sampling
  const sample = { statistics, cells: { ...weighted, firms: statistics.cells.firms }, degreesOfFreedom }
  const subIndices = linearSubIndices(source, input, { statistics, sample, sampling })
  const composite = compositeParts(
    subIndices.map(({ code, parts }) => ({ ...parts, weight: year.shareOf(code) })),
  )
  const scores = subIndices.map(({ score }) => score)
  const { covariance, cells } = scoreSpread(source, { scores, gradient: composite.gradient, sample })
  return {
    firms: statistics.firms,
    weightYears: year.years,
    weighting: weighted.weighting,
    indicators: subIndices.flatMap(({ indicators }) => indicators),
    subIndices: subIndices.map(({ code, parts }, k) => ({
      code,
      ...withErrors(parts, covariance[k * subIndices.length + k] ?? 0, sampling),
    })),
    composite: withErrors(composite, quadraticForm(covariance, composite.gradient), sampling).estimate,
    covariance: {
      codes: subIndices.map(({ code }) => code),
      scores: subIndices.map(({ parts }) => parts.score),
      covariance,
      ownVariances: subIndices.map(({ parts }) => parts.own),
      degreesOfFreedom,
      firms: weighted.firms,
    },
    cells,
    warnings: [
      ...(year.inferred ? [{ code: 'weights-inferred', about: 'composite' } as const] : []),
      ...weighted.warnings,
    ],
  }
}

/** A sub-index before the second pass. */
interface LinearSubIndex {
  readonly code: string
  readonly indicators: readonly IndicatorEstimate[]
  readonly parts: ScoreParts
  readonly score: CellScore
}

function linearSubIndices(
  source: ColumnSource,
  { edition, hardValues = {}, normalisation: mode = 'extend' }: ColumnEstimation,
  {
    statistics,
    sample,
    sampling,
  }: {
    readonly statistics: ColumnStatistics
    readonly sample: ColumnSample
    readonly sampling: Sampling
  },
): readonly LinearSubIndex[] {
  const resultOf = indicatorResults(statistics, hardValues, { sample, scoring: { sampling, mode } })
  const placeOf = new Map(source.indicators.map(({ indicator }, place) => [indicator, place]))
  return edition.subIndices.map((subIndex) => {
    const own = edition.indicators.filter((indicator) => indicator.subIndex === subIndex.code)
    const indicators = own.map(resultOf)
    const parts = subIndexParts(subIndex, indicators)
    const score = cellScore({ indicators, gradient: parts.gradient }, { cells: sample.cells, placeOf })
    // What indicators have by cell is large, and ends here.
    return { code: subIndex.code, indicators: indicators.map(({ estimate }) => estimate), parts, score }
  })
}
