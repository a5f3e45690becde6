import { arrayBytes, type Kernel, RAKED_LANES } from '../kernel/kernel.ts'
import type { RakingCells } from './raking-cells.ts'

const TOLERANCE = 1e-10
const MAX_SWEEPS = 200

/** One margin, with its arrays in the kernel's memory. */
interface RakedMargin {
  readonly places: Int32Array
  readonly shares: Float64Array
  /** What each place's weights are multiplied by next; eight a place. */
  readonly steps: Float64Array
  /** The product of all steps so far. */
  readonly factors: Float64Array
}

/**
 * Raking of the weights of cells, eight replicates side by side: the margins in their given order,
 * again and again,
 *
 *     W_c ← W_c · share_l · W_known / W_l   for the cells of level l
 *
 * until no factor of a sweep is further than 1e-10 from 1. The factor of a firm is the product of
 * its levels'. A replicate that is done waits for the others with factors of 1, so that what comes
 * out does not hang on its neighbours. A level whose weights add up to nought is left as it is.
 * Unit: that of the weights. Cost: O(cells · margins · sweeps), sweeps at most 200.
 *
 * @see Deming & Stephan (1940); `rake`, which does the same to firms
 * @example
 * const margin = { name: 's', levels: ['a', 'b'], counts: Float64Array.of(0.9, 0.1), levelOf: Int32Array.of(0, 1) }
 * const cells = { cellOf: Uint32Array.of(0, 1), firms: Float64Array.of(1, 1), margins: [margin] }
 * const raking = new CellRaking(plainKernel(multiplicityTable('poisson'), CellRaking.bytes(cells)), cells)
 * raking.weights.fill(1)
 * ;[raking.rake(8), raking.factors()[0]] // => [0, 1.8]
 */
export class CellRaking {
  /** Of cells, eight a cell: to be filled with the weights before raking. */
  readonly weights: Float64Array
  readonly #kernel: Kernel
  readonly #margins: readonly RakedMargin[]
  readonly #sums: Float64Array

  constructor(kernel: Kernel, { firms, margins }: RakingCells) {
    const { arrays } = kernel
    this.#kernel = kernel
    this.weights = arrays.float64(firms.length * RAKED_LANES)
    this.#margins = margins.map((margin) => {
      // Place 0 is for cells whose level is not known, which the margin leaves alone.
      const places = arrays.int32(firms.length)
      places.set(margin.levelOf.map((level) => level + 1))
      const shares = Float64Array.of(0, ...margin.counts)
      const steps = arrays.float64(shares.length * RAKED_LANES)
      return { places, shares, steps, factors: arrays.float64(steps.length) }
    })
    this.#sums = arrays.float64(mostPlaces(margins) * RAKED_LANES)
  }

  /** Bytes of the kernel's memory that raking these cells takes. */
  static bytes({ firms, margins }: RakingCells): number {
    const cells = arrayBytes(firms.length * RAKED_LANES, 8)
    const sums = arrayBytes(mostPlaces(margins) * RAKED_LANES, 8)
    return margins.reduce(
      (sum, { counts }) =>
        sum + arrayBytes(firms.length, 4) + 2 * arrayBytes((counts.length + 1) * RAKED_LANES, 8),
      cells + sums,
    )
  }

  /** Rakes; hands back how many of the first `used` replicates do not meet the margins. */
  rake(used: number): number {
    for (const { steps, factors } of this.#margins) {
      steps.fill(1)
      factors.fill(1)
    }
    const isDone = Array.from({ length: RAKED_LANES }, () => false)
    for (let sweep = 0; sweep < MAX_SWEEPS && isDone.includes(false); sweep++) {
      const farthest = this.#sweep(isDone)
      for (const [lane, distance] of farthest.entries()) isDone[lane] ||= distance <= TOLERANCE
    }
    return isDone.slice(0, used).filter((done) => !done).length
  }

  /** The factors of all cells, eight a cell, in the place of their weights. */
  factors(): Float64Array {
    const { weights } = this
    weights.fill(1)
    for (const { places, factors } of this.#margins) {
      this.#kernel.rakePass({ weights, before: places, steps: factors, places, sums: this.#sums })
    }
    return weights
  }

  /** One sweep; hands back how far from 1 each replicate's farthest factor was. */
  #sweep(isDone: readonly boolean[]): Float64Array {
    const farthest = new Float64Array(RAKED_LANES)
    let before = this.#margins.at(-1)
    for (const margin of this.#margins) {
      if (!before) break
      const sums = this.#sums.subarray(0, margin.steps.length).fill(0)
      const { weights } = this
      const { places } = margin
      // The steps of the margin before are taken while this one's levels are added up.
      this.#kernel.rakePass({ weights, before: before.places, steps: before.steps, places, sums })
      for (let lane = 0; lane < RAKED_LANES; lane++) {
        const distance = isDone[lane] ? standStill(margin, lane) : stepToShares(margin, sums, lane)
        farthest[lane] = Math.max(farthest[lane] ?? 0, distance)
      }
      before = margin
    }
    return farthest
  }
}

function stepToShares({ shares, steps, factors }: RakedMargin, sums: Float64Array, lane: number): number {
  let known = 0
  for (let place = 1; place < shares.length; place++) known += sums[place * RAKED_LANES + lane] ?? 0
  let farthest = 0
  for (let place = 1; place < shares.length; place++) {
    const at = place * RAKED_LANES + lane
    const sum = sums[at] ?? 0
    const step = sum === 0 ? 1 : ((shares[place] ?? 0) * known) / sum
    steps[at] = step
    factors[at] = (factors[at] ?? 1) * step
    farthest = Math.max(farthest, Math.abs(step - 1))
  }
  return farthest
}

function standStill({ steps }: RakedMargin, lane: number): number {
  for (let at = lane; at < steps.length; at += RAKED_LANES) steps[at] = 1
  return 0
}

function mostPlaces(margins: RakingCells['margins']): number {
  return margins.reduce((most, { counts }) => Math.max(most, counts.length + 1), 0)
}
