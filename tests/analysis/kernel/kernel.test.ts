import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK_FIRMS, type Kernel, LANES, RAKED_LANES } from '../../../analysis/kernel/kernel.ts'
import { multiplicityTable } from '../../../analysis/kernel/multiplicity-table.ts'
import { plainKernel } from '../../../analysis/kernel/plain-kernel.ts'
import { simdKernel } from '../../../analysis/kernel/simd-kernel.ts'
import { randomStream } from '../../../analysis/simulation/philox.ts'
import { assembledKernel } from '../../support/assemble-kernel.ts'

const MEMORY = 4_000_000

/** Places in which the two kernels make different bits of their arrays. */
function differences(run: (kernel: Kernel) => readonly ArrayLike<number>[]): readonly string[] {
  return (['poisson', 'double-or-nothing'] as const).flatMap((resampling) => {
    const table = multiplicityTable(resampling)
    const simd = simdKernel(table, MEMORY)
    if (!simd) throw new Error('This engine has no WebAssembly with vectors')
    const results = run(simd)
    return run(plainKernel(table, MEMORY)).flatMap((expected, array) =>
      // −0 is not 0 here.
      Array.from(expected).flatMap((x, k) => (Object.is(results[array]?.[k], x) ? [] : [`${array}, ${k}`])),
    )
  })
}

const seeds = fc.integer({ min: 0, max: 2 ** 52 })
const firmCounts = fc.integer({ min: 1, max: BLOCK_FIRMS })

function filled<T extends Float64Array | Int32Array | Uint32Array | Uint8Array>(
  array: T,
  draw: () => number,
): T {
  for (let place = 0; place < array.length; place++) array[place] = draw()
  return array
}

describe('the kernel with vectors', () => {
  it('is assembled from its source', async () => {
    const file = new URL('../../../analysis/kernel/kernel-bytes.ts', import.meta.url)
    expect(readFileSync(file, 'utf8')).toBe(await assembledKernel())
  })

  it('draws what the plain one draws', () => {
    const words = fc.array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(words, fc.tuple(seeds, seeds), fc.nat({ max: 10_000 }), (list, [low, high], quarter) => {
        const found = differences(({ arrays, ...kernel }) => {
          const ids = arrays.uint32(list.length & ~1)
          ids.set(list.slice(0, ids.length))
          const numbers = arrays.uint8((ids.length / 2) * LANES)
          kernel.draw(numbers, ids, { key: [low >>> 0, high >>> 0], replicate: quarter * 4 })
          return [numbers]
        })
        expect(found).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('counts and weighs firms as the plain one does', () => {
    fc.assert(
      fc.property(seeds, firmCounts, (seed, firms) => {
        const found = differences(({ arrays, ...kernel }) => {
          const random = randomStream(seed, 1)
          const numbers = filled(arrays.uint8(firms * LANES), () => Math.floor(random() * 13))
          const cellOf = filled(arrays.uint32(firms), () => Math.floor(random() * 5))
          const drawn = arrays.int32(5 * LANES)
          kernel.countCells(drawn, numbers, cellOf)
          const factors = filled(arrays.float64(5 * LANES), () => random() * 3)
          const least = filled(arrays.float64(LANES), () => random() * 0.2 - 0.1)
          const [weights, totals] = [arrays.float64(BLOCK_FIRMS * LANES), arrays.float64(LANES)]
          kernel.weigh({ weights, numbers, cellOf, factors, least, step: 1 + random() / 9, totals })
          return [drawn, weights, totals]
        })
        expect(found).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('rakes as the plain one does', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 300 }), (seed, cells) => {
        const found = differences(({ arrays, ...kernel }) => {
          const random = randomStream(seed, 2)
          const weights = filled(arrays.float64(cells * RAKED_LANES), () => random() * 9 - 0.1)
          const before = filled(arrays.int32(cells), () => Math.floor(random() * 4))
          const places = filled(arrays.int32(cells), () => Math.floor(random() * 7))
          const steps = filled(arrays.float64(4 * RAKED_LANES), () => random() * 2)
          const sums = arrays.float64(7 * RAKED_LANES)
          kernel.rakePass({ weights, before, steps, places, sums })
          return [weights, sums]
        })
        expect(found).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('adds up classes as the plain one does', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 60 }), (seed, lists) => {
        const found = differences(({ arrays, ...kernel }) => {
          const random = randomStream(seed, 3)
          const weights = filled(arrays.float64(BLOCK_FIRMS * LANES), () => random() * 2 - 0.1)
          let end = 0
          const ends = filled(arrays.int32(lists), () => (end += Math.floor(random() * 6)))
          const classes = filled(arrays.int32(lists), () => Math.floor(random() * 9))
          const firms = filled(arrays.uint8(end), () => Math.floor(random() * BLOCK_FIRMS))
          const sums = arrays.float64(9 * LANES)
          kernel.addClassSums({ classes, ends, firms }, weights, sums)
          return [sums]
        })
        expect(found).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('a multiplicity', () => {
  it.each(['poisson', 'double-or-nothing'] as const)('by %s has mean 1 and variance 1', (resampling) => {
    const firms = 4000
    const kernel = plainKernel(multiplicityTable(resampling), MEMORY)
    const ids = Uint32Array.from({ length: 2 * firms }, (_none, k) => (k % 2 === 0 ? k : 0))
    const numbers = new Uint8Array(firms * LANES)
    kernel.draw(numbers, ids, { key: [7, 0], replicate: 0 })
    const mean = numbers.reduce((sum, t) => sum + t, 0) / numbers.length
    const variance = numbers.reduce((sum, t) => sum + (t - 1) ** 2, 0) / numbers.length
    // Of 256,000 draws: 4 standard errors of the mean; of the variance, whose own is at most √3/506.
    expect(Math.abs(mean - 1)).toBeLessThan(4 / 506)
    expect(Math.abs(variance - 1)).toBeLessThan((4 * Math.sqrt(3)) / 506)
  })

  it('by poisson is 0, 1, 2 … as often as dpois(0:5, 1) of R says', () => {
    const { bounds } = multiplicityTable('poisson')
    const shares = Array.from(
      { length: 6 },
      (_none, t) => ((bounds[t] ?? 0) - (bounds[t - 1] ?? 0)) / 2 ** 32,
    )
    const dpois = [0.367879441171442, 0.367879441171442, 0.183939720585721, 0.0613132401952404]
    for (const [t, share] of [...dpois, 0.0153283100488101, 0.00306566200976202].entries()) {
      expect(shares[t]).toBeCloseTo(share, 9)
    }
  })
})
