import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import type { ColumnChunk, ColumnSource, ValueColumn } from '../../analysis/columns/column-source.ts'
import { CHUNK_FIRMS } from '../../analysis/columns/column-source.ts'
import type { HardValues } from '../../analysis/estimation-options.ts'
import type { Margin } from '../../analysis/weighting/margin.ts'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import pci2017 from '../../survey-definitions/editions/pci-2017.json' with { type: 'json' }

export const edition = Edition.parse(pci2017)

/** Legal form, sector, size, age and district: as many options as a province has. */
const OPTIONS = [8, 7, 6, 4, 11]

const stratifiers = OPTIONS.map((count, place) => ({
  item: `s${place + 1}`,
  options: Array.from({ length: count }, (_none, option) => `o${option}`),
}))

/** Population counts: the shares that firms are drawn with, a little off. */
export const margins: readonly Margin[] = stratifiers.map(({ item, options }, place) => ({
  item,
  counts: Object.fromEntries(
    options.map((option, k) => [
      option,
      Math.round(1e6 * (optionShare(k, options.length) + 0.01 * ((k + place) % 2))),
    ]),
  ),
}))

/** The indicators that are asked of firms. */
export const indicators: readonly ValueColumn[] = edition.indicators.flatMap(({ id, statistic, anchor }) => {
  if (statistic === 'hard') return []
  const width = anchor.max - anchor.min
  const numbers =
    statistic === 'share'
      ? [0, 1]
      : Array.from({ length: 40 }, (_none, k) => Math.round(anchor.min) + Math.ceil((k * width) / 40))
  return [{ indicator: id, item: id, as: statistic, numbers: [...new Set(numbers)] }]
})

/** Hard data half way between their anchors. */
export const hardValues: HardValues = Object.fromEntries(
  edition.indicators.flatMap(({ id, statistic, anchor }) =>
    statistic === 'hard' ? [[id, (anchor.min + anchor.max) / 2]] : [],
  ),
)

/** Bytes of one firm in a file of answers. */
export const FIRM_BYTES = OPTIONS.length + indicators.length

/** Writes the answers of seeded firms: chunk after chunk, in each column after column. */
export function writeAnswers(path: string, firms: number): void {
  const file = openSync(path, 'w')
  const random = wordsFrom(20_261_123)
  for (let from = 0; from < firms; from += CHUNK_FIRMS) {
    const count = Math.min(CHUNK_FIRMS, firms - from)
    for (const options of OPTIONS) writeSync(file, optionColumn(options, count, random))
    for (const [place, { numbers }] of indicators.entries()) {
      writeSync(file, codeColumn({ place, numbers: numbers.length }, count, random))
    }
  }
  closeSync(file)
}

/** The answers of a file as a source of columns that holds one chunk at a time. */
export function readAnswers(path: string, firms: number): ColumnSource {
  return {
    stratifiers,
    indicators,
    *chunks(): Iterable<ColumnChunk> {
      const file = openSync(path, 'r')
      const bytes = new Uint8Array(FIRM_BYTES * Math.min(CHUNK_FIRMS, firms))
      for (let from = 0; from < firms; from += CHUNK_FIRMS) {
        const count = Math.min(CHUNK_FIRMS, firms - from)
        readSync(file, bytes, 0, FIRM_BYTES * count, null)
        const column = (place: number): number => place * count
        yield {
          firms: count,
          stratifiers: OPTIONS.map((_count, k) => new Int8Array(bytes.buffer, column(k), count)),
          indicators: indicators.map((_one, k) =>
            bytes.subarray(column(OPTIONS.length + k), column(OPTIONS.length + k + 1)),
          ),
        }
      }
      closeSync(file)
    },
  }
}

/** The first options are the commonest. */
function optionShare(option: number, options: number): number {
  return (2 * (options - option)) / (options * (options + 1))
}

function optionColumn(options: number, count: number, random: () => number): Int8Array {
  const bounds = Array.from({ length: options - 1 }, (_none, last) =>
    Array.from({ length: last + 1 }, (_other, k) => optionShare(k, options)).reduce((a, b) => a + b, 0),
  )
  return Int8Array.from({ length: count }, () => {
    const u = random()
    return bounds.reduce((option, bound) => option + Number(u >= bound), 0)
  })
}

/** One firm in ten does not count; shares of yes are between 0.15 and 0.85. */
function codeColumn(
  column: { place: number; numbers: number },
  count: number,
  random: () => number,
): Uint8Array {
  const yes = 0.15 + (0.7 * ((column.place * 37) % 100)) / 100
  return Uint8Array.from({ length: count }, () => {
    if (random() < 0.1) return 0
    return column.numbers === 2 ? 1 + Number(random() < yes) : 1 + Math.floor(random() * column.numbers)
  })
}

/** Mulberry32: quick, seeded, and good enough for filling a table. */
function wordsFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let word = Math.imul(state ^ (state >>> 15), 1 | state)
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word
    return ((word ^ (word >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
