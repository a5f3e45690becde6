import type { Estimation } from '../../analysis/estimation.ts'
import { decimalText, probabilityText } from './vietnamese-numbers.ts'

type Joint = NonNullable<Estimation['joint']>

/**
 * How the targets stand together, in one sentence.
 *
 * @example
 * jointSentence({ subIndices: ['a', 'b'], allMet: 0.2, expected: 1.1 }) // => 'Xác suất đạt cả 2 mục tiêu có nhận định: 20%; trung bình đạt 1,1 mục tiêu.'
 */
export function jointSentence({
  subIndices,
  allMet,
  expected,
}: Pick<Joint, 'subIndices' | 'allMet' | 'expected'>): string {
  const average = `trung bình đạt ${decimalText(expected, 1)} mục tiêu`
  return `Xác suất đạt cả ${subIndices.length} mục tiêu có nhận định: ${probabilityText(allMet)}; ${average}.`
}

/** A row of the table of how many targets are met: only those that are neither certain nor idle. */
export interface CountRow {
  readonly count: number
  readonly probability: number
}

/** Numbers of targets with the probability of meeting at least so many, from the last certain one on. */
export function countRows({ atLeast }: Pick<Joint, 'atLeast'>): readonly CountRow[] {
  const rows = atLeast.map((probability, k) => ({ count: k + 1, probability }))
  const open = rows.filter(({ probability }) => probability > 0.01 && probability < 0.99)
  return open.length > 0 ? open : rows.slice(-1)
}
