import { describe, expect, it } from 'vitest'
import { sobolPoints } from '../../../analysis/verdicts/sobol-points.ts'

const WORD = 2 ** 32

describe('Sobol points', () => {
  // scipy.stats.qmc.Sobol(12, scramble=False, bits=32).random_base2(4)[[1, 2, 3, 7, 15]] * 2**32
  it.each([
    [1, [0x80000000, 0x80000000, 0x80000000, 0x80000000, 0x80000000, 0x80000000]],
    [2, [3221225472, 1073741824, 1073741824, 1073741824, 3221225472, 3221225472, 1073741824, 3221225472]],
    [3, [1073741824, 3221225472, 3221225472, 3221225472, 1073741824, 1073741824, 3221225472, 1073741824]],
    [7, [536870912, 2684354560, 1610612736, 536870912, 536870912, 1610612736, 2684354560, 2684354560]],
    [15, [268435456, 4026531840, 2415919104, 1342177280, 2952790016, 805306368, 3489660928, 1342177280]],
  ])('without scrambling are those of scipy: point %d', (index, words) => {
    const points = sobolPoints({ count: 16, dimensions: 12 })
    const own = points.slice(index * 12, index * 12 + words.length)
    expect(Array.from(own, (x) => Math.floor(x * WORD))).toEqual(words)
  })

  it('put one point into every cell of a grid, scrambled or not', () => {
    for (const seed of [undefined, 1, 2]) {
      const request = { count: 256, dimensions: 33 }
      const points = sobolPoints(seed === undefined ? request : { ...request, seed })
      for (let dimension = 0; dimension < 33; dimension++) {
        const cells = Array.from({ length: 256 }, (_, k) =>
          Math.floor((points[k * 33 + dimension] ?? 0) * 256),
        )
        expect(new Set(cells).size).toBe(256)
      }
      // And the first two dimensions into every square of 16 by 16.
      const squares = Array.from({ length: 256 }, (_, k) =>
        [0, 1].map((dimension) => Math.floor((points[k * 33 + dimension] ?? 0) * 16)).join(),
      )
      expect(new Set(squares).size).toBe(256)
    }
  })

  it('are never 0 or 1, the same for a seed, and others for another', () => {
    const [one, same, other] = [5, 5, 6].map((seed) => sobolPoints({ count: 1024, dimensions: 21, seed }))
    expect(one).toEqual(same)
    expect(one).not.toEqual(other)
    for (const x of [...(one ?? []), ...sobolPoints({ count: 16, dimensions: 2 })]) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(1)
    }
  })

  it('are scrambled beyond a shift: other digits follow the same leading one', () => {
    const plain = sobolPoints({ count: 64, dimensions: 2 })
    const scrambled = sobolPoints({ count: 64, dimensions: 2, seed: 3 })
    const first = (x: number | undefined) => Math.floor((x ?? 0) * WORD)
    const shifts = Array.from({ length: 64 }, (_, k) => first(plain[2 * k + 1]) ^ first(scrambled[2 * k + 1]))
    expect(new Set(shifts).size).toBeGreaterThan(32)
  })

  it('average to the integral, far closer than random points would', () => {
    // ∫ Π (1 + (x_j − ½)/2) = 1 over ten dimensions; random points would be off by 0.008.
    for (const seed of [1, 2, 3]) {
      const points = sobolPoints({ count: 4096, dimensions: 10, seed })
      let sum = 0
      for (let k = 0; k < 4096; k++) {
        sum += points.slice(k * 10, k * 10 + 10).reduce((product, x) => product * (1 + (x - 0.5) / 2), 1)
      }
      expect(Math.abs(sum / 4096 - 1)).toBeLessThan(5e-4)
    }
  })

  it('end where the direction numbers do', () => {
    expect(() => sobolPoints({ count: 1, dimensions: 34 })).toThrow(
      expect.objectContaining({ code: 'too-many-dimensions' }),
    )
  })
})
