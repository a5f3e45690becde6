import { highWord, powerOfTwo } from './float-words.ts'

const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10
const [P1, P2, P3] = [1.66666666666666019037e-1, -2.77777777770155933842e-3, 6.61375632143793436117e-5]
const [P4, P5] = [-1.6533902205465251539e-6, 4.13813679705723846039e-8]

/**
 * eˣ, the same to the bit on every engine: ECMAScript leaves `Math.exp` to the engine, and engines
 * do differ in the last bit. x = k ln 2 + r with |r| ≤ ½ ln 2, and eʳ by a rational function.
 *
 * Within one unit in the last place. Unit: none. Cost: some twenty multiplications.
 *
 * @see FreeBSD's fdlibm, e_exp.c (Sun Microsystems 1993)
 * @example
 * exp(1) // => Math.E
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x
  if (x > 709.782712893383973096) return Number.POSITIVE_INFINITY
  if (x < -745.13321910194110842) return 0
  const magnitude = highWord(x) & 0x7fffffff
  if (magnitude < 0x3e300000) return 1 + x
  if (magnitude <= 0x3fd62e42) return small(x)
  if (x === 1) return Math.E
  const k = magnitude < 0x3ff0a2b2 ? Math.sign(x) : Math.trunc(x / Math.LN2 + (x < 0 ? -0.5 : 0.5))
  return scaled(reduced(x - k * LN2_HIGH, k * LN2_LOW), k)
}

/** x less a polynomial in x², from which eˣ is a quotient. */
function corrected(x: number): number {
  const t = x * x
  return x - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))))
}

function small(x: number): number {
  const c = corrected(x)
  return 1 - ((x * c) / (c - 2) - x)
}

function reduced(high: number, low: number): number {
  const r = high - low
  const c = corrected(r)
  return 1 - (low - (r * c) / (2 - c) - high)
}

function scaled(y: number, k: number): number {
  if (k === 1024) return y * 2 * powerOfTwo(1023)
  return k >= -1021 ? y * powerOfTwo(k) : y * powerOfTwo(k + 1000) * powerOfTwo(-1000)
}
