import type { Sample } from '../sample.ts'
import type { ColumnChunk, ColumnSource } from './column-source.ts'
import { factorColumn } from './factor-column.ts'
import { stratifierColumn } from './sample-cells.ts'

/**
 * A sample in memory as a source of columns, in one chunk. `factors` are those of the firms' base
 * weights, where these are not all alike.
 *
 * Cost: nothing is copied.
 *
 * @throws {AnalysisError} `unknown-margin-item` unless all stratifiers are single choices
 * @example
 * const sample = { firms: 0, channels: {}, columns: new Map(), indicators: new Map() }
 * sampleColumns(sample, []).stratifiers // => []
 */
export function sampleColumns(
  sample: Sample,
  stratifiers: readonly string[],
  factors?: Float64Array,
): ColumnSource {
  const items = stratifiers.map((item) => {
    const { options, codes } = stratifierColumn(sample, item)
    return { stratifier: { item, options }, codes }
  })
  const columns = factors ? [...items, factorColumn(factors)] : items
  const indicators = [...sample.indicators]
  const chunk: ColumnChunk = {
    firms: sample.firms,
    stratifiers: columns.map(({ codes }) => codes),
    indicators: indicators.map(([, { codes }]) => codes),
  }
  return {
    stratifiers: columns.map(({ stratifier }) => stratifier),
    indicators: indicators.map(([indicator, { item, as, numbers }]) => ({ indicator, item, as, numbers })),
    chunks: () => [chunk],
  }
}
