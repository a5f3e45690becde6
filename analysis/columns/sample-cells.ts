import { AnalysisError } from '../analysis-error.ts'
import type { AnswerColumn } from '../answer-column.ts'
import type { Sample } from '../sample.ts'
import { CellCollector, type StratifierCells } from './stratifier-cells.ts'

/** The cells of a sample, and which each firm is of. */
export interface SampleCells {
  readonly cells: StratifierCells
  readonly cellOf: Uint32Array
}

/**
 * A sample's firms by what they answered to some items, in the order of the options.
 *
 * Cost: O(firms · items).
 *
 * @throws {AnalysisError} `unknown-margin-item` unless all are single choices;
 * `too-many-options` for more combinations than 2⁵³
 * @example
 * const codes = Int8Array.of(1, 0, 1)
 * const size = { kind: 'choice', options: ['small', 'large'], codes } as const
 * const sample = { firms: 3, channels: {}, columns: new Map([['size', size]]), indicators: new Map() }
 * sampleCells(sample, ['size']).cellOf // => [1, 0, 1]
 */
export function sampleCells(sample: Sample, items: readonly string[]): SampleCells {
  const columns = items.map((item) => stratifierColumn(sample, item))
  const collector = new CellCollector(items.map((item, k) => ({ item, options: columns[k]?.options ?? [] })))
  const met = collector.collect(
    columns.map(({ codes }) => codes),
    sample.firms,
  )
  const { cells, placeOf } = collector.sorted()
  return { cells, cellOf: met.map((cell) => placeOf[cell] ?? 0) }
}

/**
 * The column of an item that firms can be told apart by.
 *
 * Unit: places of options. Cost: constant.
 *
 * @throws {AnalysisError} `unknown-margin-item` unless the item is a single choice
 * @example
 * const size = { kind: 'choice', options: ['small', 'large'], codes: Int8Array.of(1, 0) }
 * stratifierColumn({ columns: new Map([['size', size]]) }, 'size').codes // => [1, 0]
 */
export function stratifierColumn(
  { columns }: Pick<Sample, 'columns'>,
  item: string,
): Extract<AnswerColumn, { kind: 'choice' }> {
  const column = columns.get(item)
  if (column?.kind === 'choice') return column
  throw new AnalysisError('unknown-margin-item', `no single-choice item has the code ${item}`)
}
