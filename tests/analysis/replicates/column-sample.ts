import type { ColumnChunk, ColumnSource, ValueColumn } from '../../../analysis/columns/column-source.ts'
import { randomStream } from '../../../analysis/simulation/philox.ts'
import type { Margin } from '../../../analysis/weighting/margin.ts'

interface SampleShape {
  readonly firms: number
  readonly seed: number
  /** Options of each stratifier. */
  readonly options: readonly number[]
  readonly indicators: readonly ValueColumn[]
  readonly chunkFirms?: number
}

/** A seeded sample in columns, margins a little off its own shares, and its columns as they are. */
export function columnSample(shape: SampleShape): {
  source: ColumnSource
  margins: readonly Margin[]
  /** Codes of every firm, by indicator; numbers of code k + 1 are at place k. */
  codes: readonly Uint16Array[]
  /** Option of every firm, by stratifier; −1 where it is not known. */
  options: readonly Int8Array[]
} {
  const { firms, seed, options, indicators, chunkFirms = firms } = shape
  const stratifiers = options.map((count, place) => ({
    item: `s${place}`,
    options: Array.from({ length: count }, (_none, option) => `o${option}`),
  }))
  const columns = options.map((count, place) => {
    const random = randomStream(seed, place)
    // Low options are commoner; a few firms do not say.
    return Int8Array.from({ length: firms }, () =>
      random() < 0.03 ? -1 : Math.floor(random() ** 1.5 * count),
    )
  })
  const codes = indicators.map(({ numbers }, place) => {
    const random = randomStream(seed, 100 + place)
    const share = 0.2 + 0.6 * random()
    return Uint16Array.from({ length: firms }, () => {
      if (random() < 0.1) return 0
      return numbers.length === 2 ? 1 + Number(random() < share) : 1 + Math.floor(random() * numbers.length)
    })
  })
  const chunks = (): readonly ColumnChunk[] =>
    Array.from({ length: Math.ceil(firms / chunkFirms) }, (_none, chunk) => {
      const [from, to] = [chunk * chunkFirms, Math.min(firms, (chunk + 1) * chunkFirms)]
      return {
        firms: to - from,
        stratifiers: columns.map((column) => column.subarray(from, to)),
        indicators: codes.map((column) => column.subarray(from, to)),
      }
    })
  const margins = stratifiers.map(({ item, options: names }) => ({
    item,
    counts: Object.fromEntries(names.map((name, option) => [name, 100 - 4 * option])),
  }))
  return { source: { stratifiers, indicators, chunks }, margins, codes, options: columns }
}
