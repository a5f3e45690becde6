import { highWord, withHighWord } from './float-words.ts'

const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10
const TWO_54 = 2 ** 54
const [L1, L2, L3] = [6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1]
const [L4, L5, L6] = [2.222219843214978396e-1, 1.818357216161805012e-1, 1.531383769920937332e-1]
const L7 = 1.479819860511658591e-1

/**
 * The natural logarithm, the same to the bit on every engine: ECMAScript leaves `Math.log` to the
 * engine. x = 2ᵏ (1 + f) with 1 + f between √½ and √2, and log(1 + f) by a polynomial in f/(2 + f).
 *
 * Within one unit in the last place. Unit: none. Cost: some twenty multiplications.
 *
 * @see FreeBSD's fdlibm, e_log.c (Sun Microsystems 1993)
 * @example
 * ln(2) // => Math.LN2
 */
export function ln(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY
  if (x < 0) return Number.NaN
  if (!(x < Number.POSITIVE_INFINITY)) return x
  const isTiny = highWord(x) < 0x00100000
  const normal = isTiny ? x * TWO_54 : x
  const high = highWord(normal)
  const mantissa = high & 0x000fffff
  // One more where the mantissa is above √2.
  const carry = (mantissa + 0x95f64) & 0x100000
  const k = (high >> 20) - 1023 + (carry >> 20) - (isTiny ? 54 : 0)
  const f = withHighWord(normal, mantissa | (carry ^ 0x3ff00000)) - 1
  if ((0x000fffff & (2 + mantissa)) < 3) return nearOne(f, k)
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (L2 + w * (L4 + w * L6))
  const odd = z * (L1 + w * (L3 + w * (L5 + w * L7)))
  const r = odd + even
  if (((mantissa - 0x6147a) | (0x6b851 - mantissa)) > 0) {
    const half = 0.5 * f * f
    if (k === 0) return f - (half - s * (half + r))
    return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f)
  }
  if (k === 0) return f - s * (f - r)
  return k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f)
}

function nearOne(f: number, k: number): number {
  if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW
  const r = f * f * (0.5 - (1 / 3) * f)
  return k === 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f)
}

/**
 * log(1 + x), exact for small x, the same to the bit on every engine:
 *
 *     log(1 + x) = x · log(u)/(u − 1),   u = 1 + x rounded
 *
 * in which the rounding of u cancels. Within a few units in the last place.
 * Unit: none. Cost: that of `ln` and a division.
 *
 * @see Kahan; Goldberg (1991), What every computer scientist should know about floating-point
 * arithmetic, theorem 4
 * @example
 * ln1p(1e-20) // => 1e-20
 */
export function ln1p(x: number): number {
  const u = 1 + x
  if (u === 1 || u === Number.POSITIVE_INFINITY) return x
  return u === 0 ? Number.NEGATIVE_INFINITY : ln(u) * (x / (u - 1))
}
