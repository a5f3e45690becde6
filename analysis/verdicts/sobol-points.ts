import { AnalysisError } from '../analysis-error.ts'
import { randomStream } from '../simulation/philox.ts'
import { SOBOL_DIRECTIONS } from './sobol-directions.ts'

const BITS = 32
const UNIT = 2 ** -BITS

/** How many points, in how many dimensions, scrambled from which seed; not scrambled without one. */
export interface SobolRequest {
  readonly count: number
  readonly dimensions: number
  readonly seed?: number
}

/**
 * Points that fill the unit cube evenly, point after point: Sobol's sequence in Gray-code order, its
 * direction numbers scrambled by random triangular matrices and the points by a random shift, so that
 * averages over them are unbiased and their error falls faster than 1/√count. Each coordinate is at
 * the middle of its cell of 2⁻³², never 0 or 1. A power of two of points is best.
 *
 * Unit: none, above 0 and below 1. Cost: O(count · dimensions), and 1,024 random bits a dimension.
 *
 * @throws {AnalysisError} `too-many-dimensions` above 33
 * @see Matoušek (1998), On the L2-discrepancy for anchored boxes; scipy.stats.qmc.Sobol
 * @example
 * sobolPoints({ count: 4, dimensions: 1 }).map((x) => Math.floor(x * 4)) // => [0, 2, 3, 1]
 */
export function sobolPoints({ count, dimensions, seed }: SobolRequest): Float64Array {
  const points = new Float64Array(count * dimensions)
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const plain = directionNumbers(dimension)
    const random = seed === undefined ? undefined : randomWords(seed, dimension)
    const directions = random ? scrambled(plain, random) : plain
    let point = random ? random() : 0
    for (let index = 0; index < count; index++) {
      points[index * dimensions + dimension] = (point + 0.5) * UNIT
      // In Gray-code order one point differs from the last by one direction number.
      point = (point ^ (directions[trailingOnes(index)] ?? 0)) >>> 0
    }
  }
  return points
}

/** Direction numbers of a dimension, highest bit first, by Sobol's recurrence. */
function directionNumbers(dimension: number): Uint32Array {
  const direction = SOBOL_DIRECTIONS[dimension]
  if (!direction) {
    throw new AnalysisError('too-many-dimensions', `sobolPoints has ${SOBOL_DIRECTIONS.length} dimensions`)
  }
  const { polynomial, first } = direction
  const degree = BITS - 1 - Math.clz32(polynomial)
  const integers = first.slice(0, Math.max(degree, 1))
  for (let k = integers.length; k < BITS; k++) {
    let next = degree === 0 ? 1 : shifted(integers[k - degree], degree) ^ (integers[k - degree] ?? 0)
    for (let i = 1; i < degree; i++) {
      const isTerm = ((polynomial >>> (degree - i)) & 1) === 1
      if (isTerm) next ^= shifted(integers[k - i], i)
    }
    integers.push(next >>> 0)
  }
  return Uint32Array.from(integers, (integer, k) => shifted(integer, BITS - 1 - k))
}

function shifted(integer: number | undefined, places: number): number {
  return ((integer ?? 0) << places) >>> 0
}

/** Every bit becomes itself plus a random choice of the bits above it, the same for all numbers. */
function scrambled(directions: Uint32Array, random: () => number): Uint32Array {
  const result = new Uint32Array(BITS)
  for (let bit = BITS - 1; bit >= 0; bit--) {
    const own = shifted(1, bit)
    const above = bit === BITS - 1 ? 0 : shifted(0xffff_ffff, bit + 1)
    const row = (own | (random() & above)) >>> 0
    for (const [k, number] of directions.entries()) {
      if (isOdd(row & number)) result[k] = ((result[k] ?? 0) | own) >>> 0
    }
  }
  return result
}

function isOdd(bits: number): boolean {
  let rest = bits ^ (bits >>> 16)
  rest ^= rest >>> 8
  rest ^= rest >>> 4
  return ((0x6996 >>> (rest & 15)) & 1) === 1
}

function trailingOnes(index: number): number {
  return BITS - 1 - Math.clz32(~index & (index + 1))
}

function randomWords(seed: number, stream: number): () => number {
  const random = randomStream(seed, stream)
  return () => Math.floor(random() / UNIT)
}
