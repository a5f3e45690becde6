import { arrayBytes as bytes, BLOCK_FIRMS, type Kernel, LANES, RAKED_LANES } from '../kernel/kernel.ts'
import { keyOf } from '../simulation/philox.ts'
import type { AnswerLists, IndicatorClasses } from './answer-lists.ts'
import { CellRaking } from './cell-raking.ts'
import { ListStage } from './list-stage.ts'
import type { RakingCells } from './raking-cells.ts'

/** A sample as replicates want it: where each firm is raked, and who gave which answer. */
export interface ListedSample {
  readonly cells: RakingCells
  readonly lists: AnswerLists
}

/**
 * 64 replicates of a sample at a time: their numbers are drawn, their cells raked, their weights
 * added up by class of answer. `bootstrapValues` says what comes of it; all arrays are used again
 * from turn to turn.
 *
 * @example
 * const cells = { cellOf: Uint32Array.of(0, 0), firms: Float64Array.of(2), margins: [] }
 * const classes = { classOf: Int32Array.of(-1, 0), commonest: 0 }
 * const blocks = [{ classes: Int32Array.of(0), ends: Int32Array.of(1), firms: Uint8Array.of(1) }]
 * const sample = { cells, lists: { indicators: [classes], classes: 1, blocks, answers: Float64Array.of(1) } }
 * const turn = new ReplicateTurn(sample, plainKernel(multiplicityTable('poisson'), ReplicateTurn.bytes(sample)))
 * turn.draw({ seed: 1, replicate: 0, fullSampleLane: 0 })
 * turn.rake(1)
 * turn.sum()
 * turn.weightsOfCodes(classes, 0) // => [1, 1]
 */
export class ReplicateTurn {
  readonly #sample: ListedSample
  readonly #kernel: Kernel
  readonly #raking: CellRaking
  readonly #stage: ListStage
  /** Two words a firm. */
  readonly #ids: Uint32Array
  /** t, firm by firm. */
  readonly #numbers: Uint8Array
  readonly #cellOf: Uint32Array
  /** t added up, cell by cell. */
  readonly #drawn: Int32Array
  /** What a firm's weight is for t = 0, in each replicate: 1 − κ t̄. */
  readonly #least: Float64Array
  /** κ. */
  readonly #step: number
  /** Raking factors, cell by cell. */
  readonly #factors: Float64Array
  readonly #weights: Float64Array
  /** Weights added up, class by class. */
  readonly #sums: Float64Array
  /** All weights added up. */
  readonly #totals: Float64Array

  constructor(sample: ListedSample, kernel: Kernel, firmIds?: ArrayLike<number>) {
    const { arrays } = kernel
    const firms = sample.cells.cellOf.length
    const cells = sample.cells.firms.length
    this.#sample = sample
    this.#kernel = kernel
    this.#raking = new CellRaking(kernel, sample.cells)
    this.#stage = new ListStage(kernel, sample.lists.blocks)
    this.#ids = arrays.uint32(firms * 2)
    for (let firm = 0; firm < firms; firm++) this.#ids.set(keyOf(firmIds?.[firm] ?? firm), firm * 2)
    this.#numbers = arrays.uint8(firms * LANES)
    this.#cellOf = arrays.uint32(firms)
    this.#cellOf.set(sample.cells.cellOf)
    this.#drawn = arrays.int32(cells * LANES)
    this.#least = arrays.float64(LANES)
    this.#step = firms < 2 ? 0 : Math.sqrt(firms / (firms - 1))
    this.#factors = arrays.float64(cells * LANES)
    this.#weights = arrays.float64(BLOCK_FIRMS * LANES)
    this.#sums = arrays.float64(sample.lists.classes * LANES)
    this.#totals = arrays.float64(LANES)
  }

  /** Bytes of the kernel's memory that a sample takes. */
  static bytes({ cells, lists }: ListedSample): number {
    const firms = cells.cellOf.length
    const cellLanes = cells.firms.length * LANES
    const ofFirms = bytes(firms * 2, 4) + bytes(firms * LANES, 1) + bytes(firms, 4)
    const ofCells = CellRaking.bytes(cells) + bytes(cellLanes, 4) + bytes(cellLanes, 8)
    const ofLanes = bytes(2 * LANES + BLOCK_FIRMS * LANES, 8)
    return ofFirms + ofCells + ofLanes + bytes(lists.classes * LANES, 8) + ListStage.bytes(lists.blocks)
  }

  /** Draws every firm's numbers; in the lane of the full sample, if it is here, all are 1. */
  draw({
    seed,
    replicate,
    fullSampleLane,
  }: {
    seed: number
    replicate: number
    fullSampleLane: number
  }): void {
    const numbers = this.#numbers
    this.#kernel.draw(numbers, this.#ids, { key: keyOf(seed), replicate })
    if (fullSampleLane < LANES)
      for (let at = fullSampleLane; at < numbers.length; at += LANES) numbers[at] = 1
    this.#drawn.fill(0)
    this.#kernel.countCells(this.#drawn, numbers, this.#cellOf)
    const firms = this.#cellOf.length
    for (let lane = 0; lane < LANES; lane++) {
      let sum = 0
      for (let at = lane; at < this.#drawn.length; at += LANES) sum += this.#drawn[at] ?? 0
      this.#least[lane] = 1 - (this.#step * sum) / firms
    }
  }

  /** Rakes the first replicates of the turn; hands back how many could not be led to the margins. */
  rake(used: number): number {
    let unmet = 0
    for (let lane = 0; lane < used; lane += RAKED_LANES) unmet += this.#rakeEight(lane, used)
    return unmet
  }

  /** Adds up the weights of every class of answers, block of firms by block. */
  sum(): void {
    this.#sums.fill(0)
    this.#totals.fill(0)
    const weights = this.#weights
    for (let from = 0; from < this.#cellOf.length; from += BLOCK_FIRMS) {
      const cellOf = this.#cellOf.subarray(from, from + BLOCK_FIRMS)
      const numbers = this.#numbers.subarray(from * LANES)
      const [factors, least, step, totals] = [this.#factors, this.#least, this.#step, this.#totals]
      this.#kernel.weigh({ weights, numbers, cellOf, factors, least, step, totals })
      this.#kernel.addClassSums(this.#stage.staged(from / BLOCK_FIRMS), weights, this.#sums)
    }
  }

  /** The weights of an indicator's codes in one replicate; the commonest has what the others leave. */
  weightsOfCodes({ classOf, commonest }: IndicatorClasses, lane: number): Float64Array {
    let rest = this.#totals[lane] ?? 0
    const weights = new Float64Array(classOf.length)
    for (let code = 0; code < classOf.length; code++) {
      const own = classOf[code] ?? -1
      if (own < 0) continue
      const weight = this.#sums[own * LANES + lane] ?? 0
      weights[code] = weight
      rest -= weight
    }
    weights[commonest] = rest
    return weights
  }

  #rakeEight(from: number, used: number): number {
    this.#weighCells(from)
    const unmet = this.#raking.rake(used - from)
    const factors = this.#raking.factors()
    const { firms } = this.#sample.cells
    for (let cell = 0; cell < firms.length; cell++) {
      // A cell that the population has none of keeps its factors of nought.
      if (firms[cell] === 0) continue
      const own = cell * RAKED_LANES
      this.#factors.set(factors.subarray(own, own + RAKED_LANES), cell * LANES + from)
    }
    return unmet
  }

  /** The weights of cells before raking, in eight replicates. */
  #weighCells(from: number): void {
    const { firms } = this.#sample.cells
    const weights = this.#raking.weights.fill(0)
    for (let cell = 0; cell < firms.length; cell++) {
      const counting = firms[cell] ?? 0
      if (counting === 0) continue
      for (let lane = 0; lane < RAKED_LANES; lane++) {
        const drawn = this.#drawn[cell * LANES + from + lane] ?? 0
        weights[cell * RAKED_LANES + lane] = counting * (this.#least[from + lane] ?? 0) + this.#step * drawn
      }
    }
  }
}
