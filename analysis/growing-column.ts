type Cells = Float64Array | Int8Array | Int16Array | Uint8Array | Uint16Array | Uint32Array

/**
 * A column of which nobody knows the length yet.
 *
 * Cost: amortised O(1) a cell.
 *
 * @example
 * const column = new GrowingColumn((length) => new Int8Array(length))
 * column.push(7)
 * column.cells() // => [7]
 */
export class GrowingColumn<Column extends Cells> {
  readonly #make: (length: number) => Column
  #cells: Column
  #count = 0

  constructor(make: (length: number) => Column) {
    this.#make = make
    this.#cells = make(64)
  }

  push(cell: number): void {
    if (this.#count === this.#cells.length) {
      const larger = this.#make(this.#count * 2)
      larger.set(this.#cells)
      this.#cells = larger
    }
    this.#cells[this.#count++] = cell
  }

  /** A copy of the cells so far. */
  cells(): Column {
    const copy = this.#make(this.#count)
    copy.set(this.#cells.subarray(0, this.#count))
    return copy
  }
}
