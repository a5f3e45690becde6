import type { Key } from '../simulation/philox.ts'

/** Replicates that are worked on at a time, side by side. */
export const LANES = 64

/** Replicates that are raked at a time. */
export const RAKED_LANES = 8

/** Firms whose weights in 64 replicates stay in the nearest cache. */
export const BLOCK_FIRMS = 64

/** Which firms of a block gave which answer, list after list. */
export interface BlockLists {
  /** Class of each list. */
  readonly classes: Int32Array
  /** Where each list ends among `firms`. */
  readonly ends: Int32Array
  /** Places of firms within the block. */
  readonly firms: Uint8Array
}

/** One pass over the cells while eight replicates are raked. */
interface RakePass {
  /** Of cells, eight a cell. */
  readonly weights: Float64Array
  /** Place of each cell in the margin before, and what weights there are multiplied by. */
  readonly before: Int32Array
  readonly steps: Float64Array
  /** Place of each cell in this margin, and where its weights are added up. */
  readonly places: Int32Array
  readonly sums: Float64Array
}

/** The weights of firms in 64 replicates. */
interface Weighing {
  /** Where they go: 64 a firm. */
  readonly weights: Float64Array
  readonly numbers: Uint8Array
  readonly cellOf: Uint32Array
  /** Raking factors of cells, 64 a cell. */
  readonly factors: Float64Array
  /** Weight of a firm with t = 0 before raking, in each replicate. */
  readonly least: Float64Array
  /** What each t adds to it. */
  readonly step: number
  /** All weights added up, in each replicate. */
  readonly totals: Float64Array
}

/**
 * The loops of the bootstrap that take its time. There are two that give the same bits:
 * `plainKernel`, which says in TypeScript what is to be done, and `simdKernel`, two numbers at a
 * time. Arrays come from the kernel's own memory.
 */
export interface Kernel {
  readonly name: 'plain' | 'simd'
  readonly arrays: KernelArrays
  /** Draws t of every firm in 64 replicates from the first, a multiple of four, on. */
  draw(numbers: Uint8Array, ids: Uint32Array, from: { readonly key: Key; readonly replicate: number }): void
  /** drawn[cell] += t, for each firm's cell. */
  countCells(drawn: Int32Array, numbers: Uint8Array, cellOf: Uint32Array): void
  /** weights *= steps, sums += weights, for each cell. */
  rakePass(pass: RakePass): void
  /** weights = factors · (least + step · t), totals += weights, for each firm. */
  weigh(weighing: Weighing): void
  /** sums[class] += the weights of the firms of each of its lists. */
  addClassSums(lists: BlockLists, weights: Float64Array, sums: Float64Array): void
}

/**
 * Bytes that an array of so many numbers of a width takes in a kernel's memory.
 *
 * Unit: bytes. Cost: constant.
 *
 * @example
 * arrayBytes(3, 8) // => 32
 */
export function arrayBytes(length: number, width: 1 | 4 | 8): number {
  return Math.ceil((length * width) / 16) * 16
}

/**
 * Hands out arrays of one piece of memory, one after the other, all of them noughts.
 *
 * @example
 * const arrays = new KernelArrays(new ArrayBuffer(48), 0)
 * ;[arrays.float64(3).byteOffset, arrays.uint8(9).byteOffset] // => [0, 32]
 */
export class KernelArrays {
  readonly #buffer: ArrayBuffer
  #next: number

  constructor(buffer: ArrayBuffer, from: number) {
    this.#buffer = buffer
    this.#next = from
  }

  float64(length: number): Float64Array {
    return new Float64Array(this.#buffer, this.#take(length, 8), length)
  }

  int32(length: number): Int32Array {
    return new Int32Array(this.#buffer, this.#take(length, 4), length)
  }

  uint32(length: number): Uint32Array {
    return new Uint32Array(this.#buffer, this.#take(length, 4), length)
  }

  uint8(length: number): Uint8Array {
    return new Uint8Array(this.#buffer, this.#take(length, 1), length)
  }

  #take(length: number, width: 1 | 4 | 8): number {
    const at = this.#next
    this.#next += arrayBytes(length, width)
    return at
  }
}
