/** π/2 in two parts, of which a small multiple of the first is exact. */
const HALF_PI_HIGH = 1.57079632673412561417
const HALF_PI_LOW = 6.07710050650619224932e-11
const [S1, S2, S3] = [-1.66666666666666324348e-1, 8.33333333332248946124e-3, -1.98412698298579493134e-4]
const [S4, S5, S6] = [2.75573137070700676789e-6, -2.50507602534068634195e-8, 1.58969099521155010221e-10]
const [C1, C2, C3] = [4.16666666666666019037e-2, -1.38888888888741095749e-3, 2.48015872894767294178e-5]
const [C4, C5, C6] = [-2.75573143513906633035e-7, 2.0875723212981748279e-9, -1.13596475577881948265e-11]

/**
 * The sine of an angle up to some full turns, the same to the bit on every engine: ECMAScript leaves
 * `Math.sin` to the engine.
 *
 * Unit: radians. Within two units in the last place. Cost: some twenty multiplications.
 *
 * @see FreeBSD's fdlibm, k_sin.c and k_cos.c (Sun Microsystems 1993)
 * @example
 * sine(0.5) // => 0.479425538604203
 */
export function sine(x: number): number {
  const quarters = Math.round(x / (Math.PI / 2))
  const high = x - quarters * HALF_PI_HIGH
  const low = quarters * HALF_PI_LOW
  const y = high - low
  const rest = high - y - low
  const part = ((quarters % 4) + 4) % 4
  const value = part % 2 === 0 ? sineNearZero(y, rest) : cosineNearZero(y, rest)
  return part < 2 ? value : -value
}

function sineNearZero(x: number, rest: number): number {
  const z = x * x
  const v = z * x
  const r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)))
  return x - (z * (0.5 * rest - v * r) - rest - v * S1)
}

function cosineNearZero(x: number, rest: number): number {
  const z = x * x
  const r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))))
  const half = 0.5 * z
  const w = 1 - half
  return w + (1 - w - half + (z * r - x * rest))
}

const [A0, A1, A2] = [1.66666666666666657415e-1, -3.25565818622400915405e-1, 2.01212532134862925881e-1]
const [A3, A4, A5] = [-4.00555345006794114027e-2, 7.91534994289814532176e-4, 3.4793310759602116757e-5]
const [B1, B2, B3] = [-2.40339491173441421878, 2.02094576023350569471, -6.8828397160545329303e-1]
const B4 = 7.70381505559019352791e-2

/**
 * The angle whose sine this is, the same to the bit on every engine.
 *
 * Unit: radians, −π/2 to π/2. Within two units in the last place. Cost: a square root and some
 * twenty multiplications.
 *
 * @see FreeBSD's fdlibm, e_asin.c (Sun Microsystems 1993)
 * @example
 * arcsine(1) // => Math.PI / 2
 */
export function arcsine(x: number): number {
  if (Math.abs(x) <= 0.5) return x + x * excess(x * x)
  if (!(Math.abs(x) <= 1)) return Number.NaN
  // asin x = π/2 − 2 asin √((1 − x)/2)
  const half = (1 - Math.abs(x)) / 2
  const root = Math.sqrt(half)
  const angle = Math.PI / 2 - (2 * (root + root * excess(half)) - 6.123233995736766e-17)
  return x < 0 ? -angle : angle
}

/**
 * The angle whose cosine this is, the same to the bit on every engine.
 *
 * Unit: radians, 0 to π. Within a few units in the last place. Cost: some ten multiplications and a root.
 *
 * @see FreeBSD's fdlibm, e_acos.c (Sun Microsystems 1993)
 * @example
 * arccosine(1) // => 0
 */
export function arccosine(x: number): number {
  if (x > 0.5) return 2 * arcsine(Math.sqrt((1 - x) / 2))
  return Math.PI / 2 - (arcsine(x) - 6.123233995736766e-17)
}

/** (asin t − t)/t of t² up to a quarter. */
function excess(t: number): number {
  const p = t * (A0 + t * (A1 + t * (A2 + t * (A3 + t * (A4 + t * A5)))))
  return p / (1 + t * (B1 + t * (B2 + t * (B3 + t * B4))))
}
