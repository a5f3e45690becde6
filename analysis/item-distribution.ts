import { max, min, quantileSorted } from 'simple-statistics'
import { type AnswerColumn, MISSING_KINDS } from './answer-column.ts'
import type { ItemDistribution } from './estimation.ts'

const BINS = 20

/**
 * How one item was answered: every option's count or the spread of the numbers, and how many
 * did not answer for each of the four reasons. Firms are counted, not weighted.
 *
 * Unit: firms. Cost: O(firms), for numbers O(firms · log firms).
 *
 * @example
 * const column = { kind: 'choice', options: ['yes', 'no'], codes: Int8Array.of(0, 0, 1, -3) } as const
 * itemDistribution('fair', column).options // => [{ code: 'yes', count: 2 }, { code: 'no', count: 1 }]
 */
export function itemDistribution(item: string, column: AnswerColumn): ItemDistribution {
  const missing = missingCounts(column.kind === 'choice' ? column.codes : column.missing)
  const { notAsked, dontKnow, refused, blank } = missing
  const cells = column.kind === 'choice' ? column.codes : column.missing
  const counts = { item, answered: cells.length - notAsked - dontKnow - refused - blank, missing }
  if (column.kind === 'numbers') {
    return {
      ...counts,
      numbers: spreadOf(column.numbers.filter((number) => !Number.isNaN(number)).toSorted()),
    }
  }
  return {
    ...counts,
    options: column.options.map((code, place) => ({ code, count: countOf(column, place) })),
  }
}

function missingCounts(cells: ArrayLike<number>): ItemDistribution['missing'] {
  const counts = MISSING_KINDS.map(() => 0)
  for (let firm = 0; firm < cells.length; firm++) {
    const kind = -1 - (cells[firm] ?? 0)
    if (kind >= 0) counts[kind] = (counts[kind] ?? 0) + 1
  }
  const [notAsked = 0, dontKnow = 0, refused = 0, blank = 0] = counts
  return { notAsked, dontKnow, refused, blank }
}

function countOf(column: Exclude<AnswerColumn, { kind: 'numbers' }>, place: number): number {
  let count = 0
  if (column.kind === 'choice') for (const code of column.codes) count += Number(code === place)
  else for (const ticks of column.ticks) count += (ticks >>> place) & 1
  return count
}

type Spread = Extract<ItemDistribution, { numbers: unknown }>['numbers']

function spreadOf(sorted: Float64Array): Spread {
  if (sorted.length === 0) return null
  const numbers = Array.from(sorted)
  return {
    min: min(numbers),
    lowerQuartile: quantileSorted(numbers, 0.25),
    median: quantileSorted(numbers, 0.5),
    upperQuartile: quantileSorted(numbers, 0.75),
    max: max(numbers),
    bins: binsOf(sorted),
  }
}

/** At most twenty bins of one whole width, each from its lower bound up to, not with, its upper. */
function binsOf(sorted: Float64Array): NonNullable<Spread>['bins'] {
  const from = Math.floor(sorted[0] ?? 0)
  const width = Math.max(1, Math.ceil(((sorted.at(-1) ?? from) - from + 1) / BINS))
  const counts: number[] = []
  for (const number of sorted) {
    const bin = Math.floor((number - from) / width)
    while (counts.length <= bin) counts.push(0)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((count, bin) => ({ from: from + bin * width, to: from + (bin + 1) * width, count }))
}
