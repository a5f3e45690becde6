import type { Sample } from '../sample.ts'
import type { ColumnChunk, ColumnSource } from './column-source.ts'
import { stratifierColumn } from './sample-cells.ts'

/**
 * A sample in memory as a source of columns, in one chunk.
 *
 * Cost: nothing is copied.
 *
 * @throws {AnalysisError} `unknown-margin-item` unless all stratifiers are single choices
 * @example
 * const sample = { firms: 0, channels: {}, columns: new Map(), indicators: new Map() }
 * sampleColumns(sample, []).stratifiers // => []
 */
export function sampleColumns(sample: Sample, stratifiers: readonly string[]): ColumnSource {
  const columns = stratifiers.map((item) => stratifierColumn(sample, item))
  const indicators = [...sample.indicators]
  const chunk: ColumnChunk = {
    firms: sample.firms,
    stratifiers: columns.map(({ codes }) => codes),
    indicators: indicators.map(([, { codes }]) => codes),
  }
  return {
    stratifiers: stratifiers.map((item, k) => ({ item, options: columns[k]?.options ?? [] })),
    indicators: indicators.map(([indicator, { item, as, numbers }]) => ({ indicator, item, as, numbers })),
    chunks: () => [chunk],
  }
}
