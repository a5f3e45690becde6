import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FourWords, philox, randomStream } from '../../../analysis/simulation/philox.ts'

const ALL = 0xffffffff

describe('philox', () => {
  // Known answers of Random123 (Salmon et al. 2011), kat_vectors, philox4x32 10.
  it.each<[FourWords, readonly [number, number], FourWords]>([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [ALL, ALL, ALL, ALL],
      [ALL, ALL],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ])('answers the counter %j with key %j as published', (counter, key, expected) => {
    expect(philox(counter, key)).toEqual(expected)
  })

  it('multiplies as whole numbers of any length would', () => {
    const word = fc.integer({ min: 0, max: ALL })
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), (counter, key) => {
        expect(philox(counter, key)).toEqual(philoxOfBigInts(counter, key))
      }),
    )
  })
})

describe('a random stream', () => {
  it('is the same for the same seed and stream, and another for others', () => {
    const draw = (seed: number, stream: number) => Array.from({ length: 5 }, randomStream(seed, stream))
    expect(draw(7, 3)).toEqual(draw(7, 3))
    expect(draw(7, 4)).not.toEqual(draw(7, 3))
    expect(draw(8, 3)).not.toEqual(draw(7, 3))
    // A seed above 32 bits is not cut off.
    expect(draw(2 ** 40 + 7, 3)).not.toEqual(draw(7, 3))
  })

  it('draws evenly from 0 up to, not with, 1', () => {
    const random = randomStream(1, 1)
    const draws = Array.from({ length: 20_000 }, random)
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...draws)).toBeLessThan(1)
    const tenths = Array.from(
      { length: 10 },
      (_none, k) => draws.filter((u) => Math.floor(u * 10) === k).length,
    )
    // Chi-squared with 9 degrees of freedom is below 27.9 in 999 of 1000.
    expect(tenths.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(27.9)
  })
})

function philoxOfBigInts(counter: FourWords, key: readonly [number, number]): number[] {
  const low = (x: bigint) => x & 0xffffffffn
  let [c0, c1, c2, c3] = counter.map(BigInt) as [bigint, bigint, bigint, bigint]
  let [k0, k1] = key.map(BigInt) as [bigint, bigint]
  for (let round = 0; round < 10; round++) {
    const [first, second] = [0xd2511f53n * c0, 0xcd9e8d57n * c2]
    ;[c0, c1, c2, c3] = [(second >> 32n) ^ c1 ^ k0, low(second), (first >> 32n) ^ c3 ^ k1, low(first)]
    k0 = low(k0 + 0x9e3779b9n)
    k1 = low(k1 + 0xbb67ae85n)
  }
  return [c0, c1, c2, c3].map(Number)
}
