import { type CellVariable, shareVariable } from './cell-variable.ts'
import type { Codes, ColumnChunk, ColumnSource, ValueColumn } from './column-source.ts'
import { countShares } from './count-shares.ts'
import { meanVariable } from './number-variables.ts'
import { RetainedCodes } from './retained-codes.ts'
import { CellCollector, type StratifierCells } from './stratifier-cells.ts'

/** What one pass over a source leaves: all that means and their errors are made of. */
export interface ColumnStatistics {
  readonly firms: number
  readonly cells: StratifierCells
  /** Cell of each firm, in the order of the source. */
  readonly cellOf: Uint32Array
  /** In the source's order. */
  readonly indicators: readonly IndicatorStatistics[]
}

/** What the first pass over a source keeps of one indicator. */
export interface IndicatorStatistics {
  readonly column: ValueColumn
  /** The numbers of the codes from 1 up, all that occur. */
  readonly numbers: Float64Array
  /** Code of each firm; undefined for a share, whose cells say all. */
  readonly codes: Codes | undefined
  /** The indicator's own number as a variable by cell; of a share made anew at each call. */
  readonly variable: () => CellVariable
}

/**
 * The first pass over a source: cells of the stratifiers, and by cell the counts of every share.
 * Numbers of other kinds are kept firm by firm as codes, because their medians need them.
 *
 * All is whole numbers, so that neither the order of firms nor the size of chunks is left in it.
 * Unit: codes, and counts of firms. Cost: O(firms · indicators); memory two bytes or so a firm and
 * indicator that is no share, four a firm for its cell, and eight a cell and share.
 *
 * @throws {AnalysisError} `too-many-options` for more combinations of stratifiers than 2⁵³
 * @example
 * const column = { indicator: '5.01', item: 'price', as: 'share', numbers: [0, 1] } as const
 * const chunk = { firms: 3, stratifiers: [], indicators: [Uint8Array.of(2, 0, 1)] }
 * const source = { stratifiers: [], indicators: [column], chunks: () => [chunk] }
 * collectStatistics(source).indicators[0]?.variable().answers // => [2]
 */
export function collectStatistics(source: ColumnSource): ColumnStatistics {
  const collector = new CellCollector(source.stratifiers)
  const met = new RetainedCodes()
  const collected = source.indicators.map((column) =>
    column.as === 'share' ? new ShareCounts() : new RetainedCodes(),
  )
  let firms = 0
  for (const chunk of source.chunks()) {
    firms += chunk.firms
    collectChunk(chunk, { collector, met, collected })
  }
  const { cells, placeOf } = collector.sorted()
  const cellOf = placesOf(met.codes(), placeOf)
  const indicators = source.indicators.map((column, place) =>
    statisticsOf(column, collected[place], { cellOf, placeOf, cells }),
  )
  return { firms, cells, cellOf, indicators }
}

function placesOf(cells: Codes, placeOf: Uint32Array): Uint32Array {
  const places = new Uint32Array(cells.length)
  for (let firm = 0; firm < cells.length; firm++) places[firm] = placeOf[cells[firm]!]!
  return places
}

type Collected = ShareCounts | RetainedCodes

function collectChunk(
  chunk: ColumnChunk,
  into: {
    readonly collector: CellCollector
    readonly met: RetainedCodes
    readonly collected: readonly Collected[]
  },
): void {
  const cells = into.collector.collect(chunk.stratifiers, chunk.firms)
  into.met.append(cells, chunk.firms)
  for (const [place, column] of into.collected.entries()) {
    const codes = chunk.indicators[place] ?? new Uint8Array(chunk.firms)
    if (column instanceof ShareCounts) column.count(codes, cells, into.collector.count)
    else column.append(codes, chunk.firms)
  }
}

/** Answers and those that count, two places a cell in the order the cells are met. */
class ShareCounts {
  #counts = new Uint32Array(2)

  count(codes: Codes, cells: Uint32Array, cellCount: number): void {
    if (this.#counts.length < 2 * cellCount) {
      const larger = new Uint32Array(Math.max(2 * cellCount, 2 * this.#counts.length))
      larger.set(this.#counts)
      this.#counts = larger
    }
    countShares(this.#counts, cells, codes)
  }

  variable(placeOf: Uint32Array): CellVariable {
    const answers = new Float64Array(placeOf.length)
    const sums = new Float64Array(placeOf.length)
    for (let cell = 0; cell < placeOf.length; cell++) {
      const place = placeOf[cell]!
      answers[place] = this.#counts[2 * cell] ?? 0
      sums[place] = this.#counts[2 * cell + 1] ?? 0
    }
    return shareVariable(answers, sums)
  }
}

function statisticsOf(
  column: ValueColumn,
  collected: Collected | undefined,
  { cellOf, placeOf, cells }: { cellOf: Uint32Array; placeOf: Uint32Array; cells: StratifierCells },
): IndicatorStatistics {
  const numbers = Float64Array.from(column.numbers)
  if (collected instanceof ShareCounts) {
    return { column, numbers, codes: undefined, variable: () => collected.variable(placeOf) }
  }
  const codes = collected?.codes() ?? new Uint8Array(cellOf.length)
  let variable: CellVariable | undefined
  return {
    column,
    numbers,
    codes,
    variable: () => (variable ??= meanVariable({ numbers, codes }, { cellOf, cells })),
  }
}
