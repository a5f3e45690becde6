import type { Indicator } from '../../survey-definitions/edition-schema.ts'
import {
  estimateIndicator,
  hardIndicator,
  type IndicatorResult,
  missingIndicator,
  type Scoring,
} from '../estimate-indicator.ts'
import type { HardValues, UncertainValue } from '../estimation-options.ts'
import type { ColumnStatistics } from './column-statistics.ts'
import { type ColumnSample, indicatorStatistic } from './indicator-statistic.ts'

/**
 * How one sample makes a result of any indicator of an edition: of hard data from the values that
 * were entered, of any other from its column.
 *
 * Unit: each value's own, scores 1-10. Cost: once O(indicators), then that of `indicatorStatistic`.
 *
 * @throws {AnalysisError} `missing-anchor-range`, `invalid-probability` for a confidence of 1 or more
 * @example
 * const statistics = { firms: 0, cells: { stratifiers: [], codes: [], firms: new Float64Array() }, cellOf: new Uint32Array(), indicators: [] }
 * const cells = { firms: new Float64Array(), weights: new Float64Array(), regression: undefined }
 * const sampling = { degreesOfFreedom: -1, confidence: 0.9, designEffect: 1 }
 * const scoring = { sampling, mode: 'extend' } as const
 * const results = indicatorResults(statistics, {}, { sample: { statistics, cells, degreesOfFreedom: -1 }, scoring })
 * results(pci2017.indicators[0]).estimate.value // => null
 */
export function indicatorResults(
  statistics: ColumnStatistics,
  hardValues: HardValues,
  { sample, scoring }: { readonly sample: ColumnSample; readonly scoring: Scoring },
): (indicator: Indicator) => IndicatorResult {
  const byCode = new Map(statistics.indicators.map((one) => [one.column.indicator, one]))
  return (indicator) => {
    if (indicator.source === 'hard') {
      const value = hardValueOf(indicator.id, hardValues)
      const terms = { confidence: scoring.sampling.confidence, mode: scoring.mode }
      return value === undefined ? missingIndicator(indicator) : hardIndicator(indicator, value, terms)
    }
    const found = byCode.get(indicator.id)
    if (!found) return missingIndicator(indicator)
    const statistic = indicatorStatistic(found, sample)
    return estimateIndicator(indicator, { column: found.column, statistic }, scoring)
  }
}

function hardValueOf(indicator: string, hardValues: HardValues): UncertainValue | undefined {
  const value = Object.hasOwn(hardValues, indicator) ? hardValues[indicator] : undefined
  return typeof value === 'number' ? { value, standardError: 0 } : value
}
