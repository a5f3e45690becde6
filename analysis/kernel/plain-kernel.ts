import { philoxInPlace } from '../simulation/philox.ts'
import { type Kernel, KernelArrays, LANES, RAKED_LANES } from './kernel.ts'
import { type MultiplicityTable, numberOf } from './multiplicity-table.ts'

/**
 * The kernel in plain TypeScript: what `kernel.wat` is compared with, and what runs where
 * WebAssembly or its vectors are not to be had.
 *
 * Cost: a draw a quarter of a Philox block; the rest one multiplication or addition a number.
 *
 * @example
 * plainKernel(multiplicityTable('poisson'), 0).name // => 'plain'
 */
export function plainKernel(table: MultiplicityTable, bytes: number): Kernel {
  return {
    name: 'plain',
    arrays: new KernelArrays(new ArrayBuffer(bytes), 0),
    draw(numbers, ids, { key, replicate }) {
      const words = new Uint32Array(4)
      for (let at = 0; at < numbers.length; at += 4) {
        const firm = Math.floor(at / LANES)
        words[0] = ids[2 * firm] ?? 0
        words[1] = ids[2 * firm + 1] ?? 0
        words[2] = (replicate + (at % LANES)) >>> 2
        words[3] = 0
        philoxInPlace(words, key)
        for (let k = 0; k < 4; k++) numbers[at + k] = numberOf(table, words[k] ?? 0)
      }
    },
    countCells,
    rakePass,
    weigh,
    addClassSums,
  }
}

const countCells: Kernel['countCells'] = (drawn, numbers, cellOf) => {
  for (let firm = 0; firm < cellOf.length; firm++) {
    const into = (cellOf[firm] ?? 0) * LANES
    const from = firm * LANES
    for (let lane = 0; lane < LANES; lane++) {
      drawn[into + lane] = (drawn[into + lane] ?? 0) + (numbers[from + lane] ?? 0)
    }
  }
}

const rakePass: Kernel['rakePass'] = ({ weights, before, steps, places, sums }) => {
  for (let cell = 0; cell < places.length; cell++) {
    const at = cell * RAKED_LANES
    const step = (before[cell] ?? 0) * RAKED_LANES
    const sum = (places[cell] ?? 0) * RAKED_LANES
    for (let lane = 0; lane < RAKED_LANES; lane++) {
      const weight = (weights[at + lane] ?? 0) * (steps[step + lane] ?? 0)
      weights[at + lane] = weight
      sums[sum + lane] = (sums[sum + lane] ?? 0) + weight
    }
  }
}

const weigh: Kernel['weigh'] = ({ weights, numbers, cellOf, factors, least, step, totals }) => {
  for (let firm = 0; firm < cellOf.length; firm++) {
    const at = firm * LANES
    const factor = (cellOf[firm] ?? 0) * LANES
    for (let lane = 0; lane < LANES; lane++) {
      const own = (least[lane] ?? 0) + step * (numbers[at + lane] ?? 0)
      const weight = (factors[factor + lane] ?? 0) * own
      weights[at + lane] = weight
      totals[lane] = (totals[lane] ?? 0) + weight
    }
  }
}

const addClassSums: Kernel['addClassSums'] = ({ classes, ends, firms }, weights, sums) => {
  let start = 0
  for (let list = 0; list < classes.length; list++) {
    const end = ends[list] ?? start
    addList(firms.subarray(start, end), weights, sums.subarray((classes[list] ?? 0) * LANES))
    start = end
  }
}

function addList(firms: Uint8Array, weights: Float64Array, sums: Float64Array): void {
  // Four sums at a time stay in registers.
  for (let lane = 0; lane < LANES; lane += 4) {
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    for (let place = 0; place < firms.length; place++) {
      const at = (firms[place] ?? 0) * LANES + lane
      s0 += weights[at] ?? 0
      s1 += weights[at + 1] ?? 0
      s2 += weights[at + 2] ?? 0
      s3 += weights[at + 3] ?? 0
    }
    add(sums, lane, s0)
    add(sums, lane + 1, s1)
    add(sums, lane + 2, s2)
    add(sums, lane + 3, s3)
  }
}

function add(sums: Float64Array, place: number, term: number): void {
  sums[place] = (sums[place] ?? 0) + term
}
