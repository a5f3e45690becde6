import { arrayBytes, type BlockLists, type Kernel } from '../kernel/kernel.ts'

/**
 * Brings the lists of one block after the other into the kernel's memory.
 *
 * @example
 * const block = { classes: Int32Array.of(4), ends: Int32Array.of(2), firms: Uint8Array.of(0, 63) }
 * const kernel = plainKernel(multiplicityTable('poisson'), ListStage.bytes([block]))
 * new ListStage(kernel, [block]).staged(0).firms // => [0, 63]
 */
export class ListStage {
  readonly #blocks: readonly BlockLists[]
  readonly #classes: Int32Array
  readonly #ends: Int32Array
  readonly #firms: Uint8Array

  constructor({ arrays }: Kernel, blocks: readonly BlockLists[]) {
    const { lists, firms } = largestOf(blocks)
    this.#blocks = blocks
    this.#classes = arrays.int32(lists)
    this.#ends = arrays.int32(lists)
    this.#firms = arrays.uint8(firms)
  }

  static bytes(blocks: readonly BlockLists[]): number {
    const { lists, firms } = largestOf(blocks)
    return 2 * arrayBytes(lists, 4) + arrayBytes(firms, 1)
  }

  /** The block's lists; those of the block before are gone. */
  staged(block: number): BlockLists {
    const lists = this.#blocks[block]
    if (!lists) throw new RangeError(`there is no block ${block}`)
    this.#classes.set(lists.classes)
    this.#ends.set(lists.ends)
    this.#firms.set(lists.firms)
    return {
      classes: this.#classes.subarray(0, lists.classes.length),
      ends: this.#ends.subarray(0, lists.ends.length),
      firms: this.#firms,
    }
  }
}

function largestOf(blocks: readonly BlockLists[]): { lists: number; firms: number } {
  let [lists, firms] = [0, 0]
  for (const block of blocks) {
    lists = Math.max(lists, block.classes.length)
    firms = Math.max(firms, block.firms.length)
  }
  return { lists, firms }
}
