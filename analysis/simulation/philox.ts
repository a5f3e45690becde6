const ROUNDS = 10
const MULTIPLIER_0 = 0xd2511f53
const MULTIPLIER_1 = 0xcd9e8d57
const WEYL_0 = 0x9e3779b9
const WEYL_1 = 0xbb67ae85

/** Four words of 32 bits. */
export type FourWords = readonly [number, number, number, number]
/** Two words of 32 bits. */
export type Key = readonly [number, number]

/**
 * Philox4x32-10: four random 32-bit words from a counter and a key, without any state, so that
 * every firm's draws are the same whatever is drawn before, and on every engine.
 *
 * Unit: none, random bits. Cost: 20 multiplications of 32 bits.
 *
 * @see Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3
 * @example
 * philox([0, 0, 0, 0], [0, 0]) // => [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]
 */
export function philox(counter: FourWords, key: Key): FourWords {
  const [a = 0, b = 0, c = 0, d = 0] = philoxInPlace(Uint32Array.from(counter), key)
  return [a, b, c, d]
}

/**
 * The same where millions of blocks are wanted: the four words of the array are the counter, and
 * become the random words. Hands back the array.
 *
 * Unit: none, random bits. Cost: 20 multiplications of 32 bits, no memory.
 *
 * @see Salmon, Moraes, Dror & Shaw (2011)
 * @example
 * philoxInPlace(Uint32Array.of(0, 0, 0, 0), [0, 0])[3] // => 0x9b00dbd8
 */
export function philoxInPlace(words: Uint32Array, [first, second]: Key): Uint32Array {
  let [c0 = 0, c1 = 0, c2 = 0, c3 = 0] = [words[0], words[1], words[2], words[3]]
  let k0 = first | 0
  let k1 = second | 0
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = highWord(MULTIPLIER_0, c0)
    const high1 = highWord(MULTIPLIER_1, c2)
    const low0 = Math.imul(MULTIPLIER_0, c0)
    const low1 = Math.imul(MULTIPLIER_1, c2)
    c0 = high1 ^ c1 ^ k0
    c1 = low1
    c2 = high0 ^ c3 ^ k1
    c3 = low0
    k0 = (k0 + WEYL_0) | 0
    k1 = (k1 + WEYL_1) | 0
  }
  words[0] = c0
  words[1] = c1
  words[2] = c2
  words[3] = c3
  return words
}

/** Upper 32 bits of a product of two 32-bit words, by 16-bit halves: integers only, so it is quick. */
function highWord(a: number, b: number): number {
  const aHigh = a >>> 16
  const aLow = a & 0xffff
  const bHigh = b >>> 16
  const bLow = b & 0xffff
  const middle = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) | 0
  const carried = (Math.imul(aLow, bHigh) + (middle & 0xffff)) | 0
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (carried >>> 16)) | 0
}

/** Draws numbers from 0 up to, not with, 1. */
export type Random = () => number

/**
 * The random numbers of one stream of a seed: the same seed and stream always give the same
 * numbers, and streams of one seed have nothing to do with each other.
 *
 * Each number has 53 random bits. Unit: none, from 0 to below 1. Cost: half a Philox block a number.
 *
 * @example
 * randomStream(7, 0)() === randomStream(7, 0)() // => true
 */
export function randomStream(seed: number, stream: number): Random {
  const key = keyOf(seed)
  const [low, high] = keyOf(stream)
  const words = new Uint32Array(4)
  let block = 0
  let spare: number | undefined
  return () => {
    if (spare !== undefined) {
      const number = spare
      spare = undefined
      return number
    }
    words[0] = block++
    words[1] = 0
    words[2] = low
    words[3] = high
    philoxInPlace(words, key)
    spare = fraction(words[2] ?? 0, words[3] ?? 0)
    return fraction(words[0] ?? 0, words[1] ?? 0)
  }
}

/**
 * A whole number up to 2⁵³ as two words, the lower first.
 *
 * Unit: none. Cost: constant.
 *
 * @example
 * keyOf(2 ** 32 + 7) // => [7, 1]
 */
export function keyOf(number: number): Key {
  return [number >>> 0, Math.floor(number / 0x1_0000_0000) >>> 0]
}

function fraction(high: number, low: number): number {
  return ((high >>> 5) * 0x4000000 + (low >>> 6)) / 0x20_0000_0000_0000
}
