import type {
  Estimation,
  IndicatorEstimate,
  ScoreEstimate,
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
] as const

/** A row an indicator, a sub-index and the composite, in that order, in full precision. */
export function estimateRows(estimation: Estimation): readonly (readonly Cell[])[] {
  return [
    ...estimation.indicators.map(indicatorRow),
    ...estimation.subIndices.map((subIndex) => subIndexRow(subIndex, estimation.firms)),
    ['composite', 'composite', null, ...scoreCells(estimation.composite), estimation.firms, null, null, null],
  ]
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
