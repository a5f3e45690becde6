import { ledBack } from '../estimators/quantile-interval.ts'
import { quantileByRule } from '../estimators/quantile-rule.ts'
import type { WeightedDistribution } from '../estimators/weighted-distribution.ts'
import { cellMean, type CellMean, meanVariance, type WeightedCells } from './cell-variable.ts'
import type { ColumnStatistics, IndicatorStatistics } from './column-statistics.ts'
import { belowVariable, type CodedNumbers, numberDistribution } from './number-variables.ts'

/** An indicator's estimate from columns: a mean, or a median through the share at or below it. */
export interface IndicatorStatistic {
  /** In the indicator's own unit; NaN where nobody counts. */
  readonly value: number
  /** Of sampling and weighting, in the same unit. */
  readonly standardError: number
  /** Firms that count and have a weight. */
  readonly answers: number
  /** The answers' own distribution, of a median. */
  readonly distribution: WeightedDistribution | undefined
  readonly linear: LinearStatistic
}

/**
 * The linearised estimate, u = factor · w (y − ȳ)/Σw with y the number of a code: the indicator's own,
 * or for a median 1 at or below it and 0 above.
 */
export interface LinearStatistic {
  readonly factor: number
  /** Of the codes from 1 up. */
  readonly numbers: Float64Array
  readonly mean: CellMean
}

/** Woodruff's interval is taken at R's default level; only its width matters here. */
const WOODRUFF_LEVEL = 0.95

/**
 * One indicator from its statistics by cell: a share or a mean (Hájek) with its linearised error, or
 * a median by the school rule with Woodruff's,
 *
 *     SE = (Q(F̂ + t·SE(F̂)) − Q(F̂ − t·SE(F̂))) / 2t,   u = −(SE / SE(F̂)) · w (1[y ≤ q] − F̂)/Σw
 *
 * F̂ the share at or below the median. Where answers are heaped (5, 10, 30 days) the interval can
 * shrink to one point, and the error to nought. R says the same, and both are too sure: another
 * sample may give the next heap. `medianBounds` does better there.
 *
 * Unit: the indicator's own. Cost: O(cells · margins), of a median O(firms).
 *
 * @see Woodruff (1952), JASA 47; Francisco & Fuller (1991); R survey::svymean, svyquantile
 * @example
 * const column = { indicator: '5.01', item: 'price', as: 'share', numbers: [0, 1] } as const
 * const chunk = { firms: 4, stratifiers: [], indicators: [Uint8Array.of(2, 1, 1, 1)] }
 * const statistics = collectStatistics({ stratifiers: [], indicators: [column], chunks: () => [chunk] })
 * const { firms } = statistics.cells
 * const cells = { firms, weights: Float64Array.of(1), regression: undefined }
 * const [price] = statistics.indicators
 * indicatorStatistic(price, { statistics, cells, degreesOfFreedom: 3 }).standardError // => 0.25
 */
export function indicatorStatistic(indicator: IndicatorStatistics, sample: ColumnSample): IndicatorStatistic {
  const { numbers, codes, column } = indicator
  if (column.as === 'median' && codes) return medianStatistic({ numbers, codes }, sample)
  const variable = indicator.variable()
  const mean = cellMean(variable, sample.cells.weights)
  return {
    value: mean.value,
    standardError: Math.sqrt(meanVariance(variable, mean, sample.cells)),
    answers: mean.answers,
    distribution: undefined,
    linear: { factor: 1, numbers, mean },
  }
}

/** What every indicator of a sample is estimated with. */
export interface ColumnSample {
  readonly statistics: Pick<ColumnStatistics, 'cellOf' | 'cells'>
  readonly cells: WeightedCells
  /** Of the whole sample; those of the answers less 1 where that is fewer. */
  readonly degreesOfFreedom: number
}

function medianStatistic(
  coded: CodedNumbers,
  { statistics, cells, degreesOfFreedom }: ColumnSample,
): IndicatorStatistic {
  const distribution = numberDistribution(coded, statistics, cells.weights)
  const value = quantileByRule(distribution, 'school', 0.5)
  const variable = belowVariable(coded, statistics, value)
  const mean = cellMean(variable, cells.weights)
  const { answers, value: share } = mean
  const shareError = Math.sqrt(meanVariance(variable, mean, cells))
  const interval = ledBack(
    distribution,
    {
      share,
      standardError: shareError,
      degreesOfFreedom: Math.min(degreesOfFreedom, answers - 1),
      firms: answers,
    },
    { rule: 'school', method: 'mean', confidence: WOODRUFF_LEVEL, beyond: 'ends' },
  )
  const standardError = Number.isNaN(interval.standardError) ? 0 : interval.standardError
  return {
    value,
    standardError,
    answers,
    distribution,
    linear: {
      factor: shareError > 0 ? -standardError / shareError : 0,
      numbers: coded.numbers.map((number) => Number(number <= value)),
      mean,
    },
  }
}
