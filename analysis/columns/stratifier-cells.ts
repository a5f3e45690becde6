import { AnalysisError } from '../analysis-error.ts'
import type { StratifierColumn } from './column-source.ts'

/** The firms of a sample by what they answered to the stratifiers: all that weights depend on. */
export interface StratifierCells {
  readonly stratifiers: readonly StratifierColumn[]
  /** By stratifier, place of the option of each cell; −1 where it is not known. */
  readonly codes: readonly Int16Array[]
  /** Firms of each cell, at least one. */
  readonly firms: Float64Array
}

const MOST_COMBINATIONS = 2 ** 53

/**
 * Sorts firms into cells. Cells have numbers in the order they are met; `sorted` leads these to an
 * order of their own, in which the order of firms leaves no trace.
 *
 * Cost: O(firms · stratifiers).
 *
 * @throws {AnalysisError} `too-many-options` for more than 2⁵³ combinations
 * @example
 * const collector = new CellCollector([{ item: 'size', options: ['small', 'large'] }])
 * collector.collect([Int8Array.of(1, 0, 1)], 3) // => [0, 1, 0]
 */
export class CellCollector {
  readonly #stratifiers: readonly StratifierColumn[]
  readonly #cells = new Map<number, number>()
  readonly #firms: number[] = []

  constructor(stratifiers: readonly StratifierColumn[]) {
    this.#stratifiers = stratifiers
    const combinations = stratifiers.reduce((product, { options }) => product * (options.length + 1), 1)
    if (combinations >= MOST_COMBINATIONS) {
      throw new AnalysisError('too-many-options', 'the margins have too many combinations of options')
    }
  }

  get count(): number {
    return this.#firms.length
  }

  /** The cells of so many firms, from their columns in the stratifiers' order. */
  collect(columns: readonly (Int8Array | Int16Array)[], firms: number): Uint32Array {
    const keys = new Float64Array(firms)
    for (const [place, { options }] of this.#stratifiers.entries()) {
      addDigit(keys, columns[place] ?? new Int8Array(firms), options.length + 1)
    }
    const cells = new Uint32Array(firms)
    for (let firm = 0; firm < firms; firm++) {
      const cell = this.#cellOf(keys[firm]!)
      cells[firm] = cell
      this.#firms[cell]! += 1
    }
    return cells
  }

  #cellOf(key: number): number {
    const known = this.#cells.get(key)
    if (known !== undefined) return known
    const cell = this.#firms.push(0) - 1
    this.#cells.set(key, cell)
    return cell
  }

  /** The cells in the order of their options, and the place there of each number given so far. */
  sorted(): { readonly cells: StratifierCells; readonly placeOf: Uint32Array } {
    const keys = Float64Array.from(this.#cells.keys()).toSorted()
    const codes = this.#stratifiers.map(() => new Int16Array(keys.length))
    const placeOf = new Uint32Array(keys.length)
    const firms = new Float64Array(keys.length)
    for (let place = 0; place < keys.length; place++) {
      let rest = keys[place]!
      const cell = this.#cells.get(rest) ?? 0
      placeOf[cell] = place
      firms[place] = this.#firms[cell] ?? 0
      for (let k = this.#stratifiers.length - 1; k >= 0; k--) {
        const radix = (this.#stratifiers[k]?.options.length ?? 0) + 1
        const column = codes[k]
        if (column) column[place] = (rest % radix) - 1
        rest = Math.floor(rest / radix)
      }
    }
    return { cells: { stratifiers: this.#stratifiers, codes, firms }, placeOf }
  }
}

/** Codes as one more digit of each key; all that is not known is 0. */
function addDigit(keys: Float64Array, codes: Int8Array | Int16Array, radix: number): void {
  for (let firm = 0; firm < keys.length; firm++) {
    keys[firm] = keys[firm]! * radix + Math.max(0, codes[firm]! + 1)
  }
}
