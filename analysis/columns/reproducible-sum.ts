import { powerOfTwo } from '../elementary/float-words.ts'

/**
 * How terms of a sum are cut in two so that both halves add without any rounding: `coarse` and
 * `fine` are the numbers whose addition and subtraction cut.
 */
interface SumGrid {
  readonly coarse: number
  readonly fine: number
}

/** Bits of a double's fraction. */
const FRACTION = 52

/**
 * The grid for up to `count` terms of which none is larger than `bound`. A term t becomes
 *
 *     a = (t + coarse) − coarse,   b = (t − a + fine) − fine
 *
 * multiples of two powers of two chosen so that Σ a and Σ b are exact whatever the order. What is
 * dropped of a term is below 2^(2 log₂ count − 102) of the bound.
 *
 * Cost: constant.
 *
 * @see Demmel & Nguyen (2015), IEEE Trans. Computers 64, pre-rounding; Rump, Ogita & Oishi (2008)
 */
function sumGrid(bound: number, count: number): SumGrid {
  // One bit for the sum, one for terms that rounding puts a hair beyond the bound.
  const room = exponentAbove(Math.max(count, 1)) + 2
  const magnitude = Math.max(exponentAbove(bound), SMALLEST)
  return {
    coarse: 1.5 * powerOfTwo(magnitude + room),
    fine: 1.5 * powerOfTwo(magnitude + 2 * room - FRACTION - 1),
  }
}

/** Below this the fine grid would run out of exponents; what is smaller adds as nought or nearly. */
const SMALLEST = -900

/** Smallest e with x ≤ 2^e; very small for nought. */
function exponentAbove(x: number): number {
  if (!(x > 0)) return Number.NEGATIVE_INFINITY
  VIEW.setFloat64(0, x)
  const bits = VIEW.getUint32(0)
  const exponent = ((bits >>> 20) & 0x7ff) - 1023
  const isPower = (bits & 0xfffff) === 0 && VIEW.getUint32(4) === 0
  return isPower ? exponent : exponent + 1
}

const VIEW = new DataView(new ArrayBuffer(8))

/**
 * Many sums at a time, a place each, that come out the same in every order of their terms: every term
 * is cut into two numbers of so few bits that both add without rounding.
 *
 * Unit: that of the terms. Cost: six additions a term.
 *
 * @see Demmel & Nguyen (2015), IEEE Trans. Computers 64; Rump, Ogita & Oishi (2008), SIAM J. Sci. Comput. 31
 *
 * @example
 * const sums = new ReproducibleSums(1, { bound: 1e16, count: 3 })
 * for (const term of [1, 1e16, -1e16]) sums.add(0, term)
 * sums.totals() // => [1]
 */
export class ReproducibleSums {
  readonly #coarse: number
  readonly #fine: number
  readonly #high: Float64Array
  readonly #low: Float64Array

  /** No term may be larger than `bound`, and no place take more than `count`. */
  constructor(places: number, { bound, count }: { readonly bound: number; readonly count: number }) {
    const { coarse, fine } = sumGrid(bound, count)
    this.#coarse = coarse
    this.#fine = fine
    this.#high = new Float64Array(places)
    this.#low = new Float64Array(places)
  }

  add(place: number, term: number): void {
    const high = term + this.#coarse - this.#coarse
    const low = term - high + this.#fine - this.#fine
    this.#high[place] = (this.#high[place] ?? 0) + high
    this.#low[place] = (this.#low[place] ?? 0) + low
  }

  /** Adds the products of so many terms of two columns. */
  addProducts(place: number, [first, second]: readonly [Float64Array, Float64Array], count: number): void {
    const coarse = this.#coarse
    const fine = this.#fine
    let highs = 0
    let lows = 0
    for (let k = 0; k < count; k++) {
      const product = first[k]! * second[k]!
      const high = product + coarse - coarse
      highs += high
      lows += product - high + fine - fine
    }
    this.#high[place] = (this.#high[place] ?? 0) + highs
    this.#low[place] = (this.#low[place] ?? 0) + lows
  }

  totals(): Float64Array {
    return this.#high.map((high, place) => high + (this.#low[place] ?? 0))
  }

  /** Sums over places, from the first in the given order up to each: exact until one rounding. */
  cumulative(order: readonly number[]): Float64Array {
    let high = 0
    let low = 0
    return Float64Array.from(order, (place) => {
      high += this.#high[place] ?? 0
      low += this.#low[place] ?? 0
      return high + low
    })
  }
}
