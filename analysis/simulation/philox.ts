const ROUNDS = 10
const MULTIPLIER_0 = 0xd2511f53
const MULTIPLIER_1 = 0xcd9e8d57
const WEYL_0 = 0x9e3779b9
const WEYL_1 = 0xbb67ae85

export type FourWords = readonly [number, number, number, number]

/**
 * Philox4x32-10: four random 32-bit words from a counter and a key, without any state, so that
 * every firm's draws are the same whatever is drawn before, and on every engine.
 *
 * Cost: 20 multiplications of 32 bits.
 *
 * @see Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3
 * @example
 * philox([0, 0, 0, 0], [0, 0]) // => [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]
 */
export function philox(counter: FourWords, key: readonly [number, number]): FourWords {
  let [c0, c1, c2, c3] = counter
  let [k0, k1] = key
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = highWord(MULTIPLIER_0, c0)
    const low0 = Math.imul(MULTIPLIER_0, c0) >>> 0
    const high1 = highWord(MULTIPLIER_1, c2)
    const low1 = Math.imul(MULTIPLIER_1, c2) >>> 0
    c0 = (high1 ^ c1 ^ k0) >>> 0
    c1 = low1
    c2 = (high0 ^ c3 ^ k1) >>> 0
    c3 = low0
    k0 = (k0 + WEYL_0) >>> 0
    k1 = (k1 + WEYL_1) >>> 0
  }
  return [c0, c1, c2, c3]
}

/** Upper 32 bits of a product of two 32-bit words, by 16-bit halves. */
function highWord(a: number, b: number): number {
  const aHigh = a >>> 16
  const aLow = a & 0xffff
  const bHigh = b >>> 16
  const bLow = b & 0xffff
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16)
  const carried = aLow * bHigh + (middle & 0xffff)
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(carried / 0x10000)) >>> 0
}

/** Draws numbers from 0 up to, not with, 1. */
export type Random = () => number

/**
 * The random numbers of one stream of a seed: the same seed and stream always give the same
 * numbers, and streams of one seed have nothing to do with each other.
 *
 * Each number has 53 random bits. Cost: half a Philox block a number.
 *
 * @example
 * randomStream(7, 0)() === randomStream(7, 0)() // => true
 */
export function randomStream(seed: number, stream: number): Random {
  const key = [seed >>> 0, Math.floor(seed / 0x1_0000_0000) >>> 0] as const
  const [low, high] = [stream >>> 0, Math.floor(stream / 0x1_0000_0000) >>> 0]
  let block = 0
  let spare: number | undefined
  return () => {
    if (spare !== undefined) {
      const number = spare
      spare = undefined
      return number
    }
    const [a, b, c, d] = philox([block++, 0, low, high], key)
    spare = fraction(c, d)
    return fraction(a, b)
  }
}

function fraction(high: number, low: number): number {
  return ((high >>> 5) * 0x4000000 + (low >>> 6)) / 0x20_0000_0000_0000
}
