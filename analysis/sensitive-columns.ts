import { armAndCount } from '../survey-definitions/list-experiment.ts'
import type { ListExperimentItem } from '../survey-definitions/questionnaire-schema.ts'
import type { AnswerColumn } from './answer-column.ts'
import type { ListExperiment } from './sensitive/list-experiment.ts'

/**
 * The counts and arms of a list experiment, from its column of a sample. A firm that did not
 * answer has no count and no arm.
 *
 * Unit: firms. Cost: O(firms).
 *
 * @example
 * const column = { kind: 'choice', options: ['control-0', 'treatment-2'], codes: Int8Array.of(1, -4, 0) }
 * listExperimentOf({ statements: [{ vi: 'a' }, { vi: 'b' }, { vi: 'c' }] }, column).counts
 * // => Float64Array.of(2, NaN, 0)
 */
export function listExperimentOf(
  { statements }: Pick<ListExperimentItem, 'statements'>,
  column: AnswerColumn,
): ListExperiment {
  const answers = column.kind === 'choice' ? column.options.map(armAndCount) : []
  const cells = column.kind === 'choice' ? column.codes : []
  return {
    counts: Float64Array.from(cells, (cell) => answers[cell]?.count ?? Number.NaN),
    treated: Float64Array.from(cells, (cell) => armValue(answers[cell]?.arm)),
    statements: statements.length,
  }
}

/**
 * 1 where a firm chose this option, 0 where it chose another, NaN where it did not answer: what
 * the estimators of crosswise answers (`same`) and forced responses (`yes`) start from.
 *
 * Unit: a share. Cost: O(firms).
 *
 * @example
 * const column = { kind: 'choice', options: ['same', 'different'], codes: Int8Array.of(0, 1, -3) }
 * chosenShare(column, 'same') // => Float64Array.of(1, 0, NaN)
 */
export function chosenShare(column: AnswerColumn, option: string): Float64Array {
  if (column.kind !== 'choice') return new Float64Array()
  const place = column.options.indexOf(option)
  return Float64Array.from(column.codes, (cell) => (cell < 0 ? Number.NaN : Number(cell === place)))
}

function armValue(arm: 'control' | 'treatment' | undefined): number {
  if (arm === undefined) return Number.NaN
  return arm === 'treatment' ? 1 : 0
}
