import type {
  Estimation,
  IndicatorEstimate,
  ScoreEstimate,
  SensitiveEstimate,
  SubIndexEstimate,
} from '../../analysis/estimation.ts'
import type { Cell } from './csv-writer.ts'

/** The header of an estimates CSV. */
export const ESTIMATES_HEADER = [
  'level',
  'code',
  'value',
  'score',
  'se',
  'lower',
  'upper',
  'n',
  'target',
  'probability',
  'verdict',
  'variance',
  'guards',
] as const

/**
 * A row an indicator, a sub-index, the composite and a sensitive statement, in that order, in full
 * precision. `se`, `lower` and `upper` are of the score; of a sensitive statement, which has none, of
 * the value.
 */
export function estimateRows(estimation: Estimation): readonly (readonly Cell[])[] {
  const { indicators, subIndices, composite, firms, varianceMethod, sensitive = [] } = estimation
  const scored = [
    ...indicators.map(indicatorRow),
    ...subIndices.map((subIndex) => subIndexRow(subIndex, firms)),
    ['composite', 'composite', null, ...scoreCells(composite), firms, null, null, null],
  ]
  return [...scored.map((row) => [...row, varianceMethod, null]), ...sensitive.map(sensitiveRow)]
}

/** Its error is the design's own, whatever the others are made from. */
function sensitiveRow(one: SensitiveEstimate): readonly Cell[] {
  const { item, estimate, standardError, lower, upper, answers, guards } = one
  const figures = [estimate, null, standardError, lower, upper, answers]
  return ['sensitive', item, ...figures, null, null, null, 'taylor', guards.join(' ') || null]
}

function indicatorRow(indicator: IndicatorEstimate): readonly Cell[] {
  const { code, value, item, answers } = indicator
  return [
    'indicator',
    code,
    value,
    ...scoreCells(indicator),
    item === null ? null : answers,
    null,
    null,
    null,
  ]
}

function subIndexRow(subIndex: SubIndexEstimate, firms: number): readonly Cell[] {
  const { code, target, verdict } = subIndex
  return [
    'sub_index',
    code,
    null,
    ...scoreCells(subIndex),
    firms,
    target,
    verdict?.probability,
    verdict?.kind,
  ]
}

type Scored = Pick<ScoreEstimate, 'score' | 'standardError' | 'lower' | 'upper'>

function scoreCells({ score, standardError, lower, upper }: Scored): readonly Cell[] {
  return [score, standardError, lower, upper]
}
