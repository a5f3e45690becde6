import type { ItemCovariance } from '../reliability/item-covariance.ts'
import { directionSigns } from '../reliability/item-direction.ts'

/** Sums over blocks of each firm's halves, from which its consistency is made. */
export interface HalfSums {
  readonly blocks: Float64Array
  readonly even: Float64Array
  readonly odd: Float64Array
  readonly evenSquares: Float64Array
  readonly oddSquares: Float64Array
  readonly products: Float64Array
}

/**
 * Halves of no block yet.
 *
 * Unit: firms. Cost: O(firms).
 *
 * @example
 * noHalves(1).blocks // => [0]
 */
export function noHalves(firms: number): HalfSums {
  const none = (): Float64Array => new Float64Array(firms)
  return {
    blocks: none(),
    even: none(),
    odd: none(),
    evenSquares: none(),
    oddSquares: none(),
    products: none(),
  }
}

/** A half of fewer answers says too little of the firm. */
const FEWEST_OF_HALF = 2

/**
 * Adds one block: the firm's mean over the items at even places and over those at odd places, of
 * answers turned one way and counted in standard deviations of all firms.
 *
 * Unit: standard deviations. Cost: O(firms · items).
 *
 * @see R careless::evenodd
 * @example
 * const items = [0, 0, 0, 0].map(() => Float64Array.of(1, 3))
 * const sums = noHalves(2)
 * addHalves(sums, items, itemCovariance(items))
 * sums.blocks // => [1, 1]
 */
export function addHalves(sums: HalfSums, items: readonly Float64Array[], covariance: ItemCovariance): void {
  const units = unitsOf(covariance)
  const halves = [standardisedHalf(items, units, 0), standardisedHalf(items, units, 1)] as const
  for (let firm = 0; firm < sums.blocks.length; firm++) {
    const [even, odd] = [halves[0][firm] ?? Number.NaN, halves[1][firm] ?? Number.NaN]
    if (Number.isNaN(even) || Number.isNaN(odd)) continue
    add(sums.blocks, firm, 1)
    add(sums.even, firm, even)
    add(sums.odd, firm, odd)
    add(sums.evenSquares, firm, even * even)
    add(sums.oddSquares, firm, odd * odd)
    add(sums.products, firm, even * odd)
  }
}

/**
 * How far each firm's two halves agree over its blocks: their correlation r, led to the whole
 * length by Spearman and Brown, 2r/(1 + r), at least −1. NaN with fewer than `fewestBlocks`.
 *
 * Unit: none. Cost: O(firms).
 *
 * @see Jackson (1977), Jackson Vocational Interest Survey manual; Johnson (2005); R careless::evenodd
 * @example
 * const sums = noHalves(1)
 * evenOddConsistency(sums, 5) // => [NaN]
 */
export function evenOddConsistency(sums: HalfSums, fewestBlocks: number): Float64Array {
  return sums.blocks.map((blocks, firm) => {
    if (blocks < fewestBlocks) return Number.NaN
    const [even, odd] = [(sums.even[firm] ?? 0) / blocks, (sums.odd[firm] ?? 0) / blocks]
    const evenVariance = (sums.evenSquares[firm] ?? 0) / blocks - even * even
    const oddVariance = (sums.oddSquares[firm] ?? 0) / blocks - odd * odd
    const scale = Math.sqrt(evenVariance * oddVariance)
    const correlation = ((sums.products[firm] ?? 0) / blocks - even * odd) / scale
    return scale > 1e-12 ? Math.max((2 * correlation) / (1 + correlation), -1) : Number.NaN
  })
}

/** One standard deviation of each item, below nought where it goes against the others. */
function unitsOf(covariance: ItemCovariance): Float64Array {
  const signs = directionSigns(covariance)
  return Float64Array.from(signs, (sign, item) => {
    return sign * Math.sqrt(covariance.matrix[item * (covariance.size + 1)] ?? 0)
  })
}

/** Mean of every second item, from this place on; NaN below two answers. */
function standardisedHalf(items: readonly Float64Array[], units: Float64Array, from: 0 | 1): Float64Array {
  const sum = new Float64Array(items[0]?.length ?? 0)
  const count = new Float64Array(sum.length)
  for (let place = from; place < items.length; place += 2) {
    const answers = items[place] ?? new Float64Array()
    const unit = units[place] ?? 0
    if (!(Math.abs(unit) > 0)) continue
    const mean = meanOf(answers)
    for (const [firm, answer] of answers.entries()) {
      if (Number.isNaN(answer)) continue
      add(sum, firm, (answer - mean) / unit)
      add(count, firm, 1)
    }
  }
  return sum.map((total, firm) =>
    (count[firm] ?? 0) < FEWEST_OF_HALF ? Number.NaN : total / (count[firm] ?? 1),
  )
}

function meanOf(answers: Float64Array): number {
  const given = answers.filter((answer) => !Number.isNaN(answer))
  return given.reduce((sum, answer) => sum + answer, 0) / given.length
}

function add(numbers: Float64Array, place: number, term: number): void {
  numbers[place] = (numbers[place] ?? 0) + term
}
