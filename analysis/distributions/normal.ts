import { AnalysisError } from '../analysis-error.ts'
import { exp } from '../elementary/exp.ts'
import { ln } from '../elementary/ln.ts'

const SQRT_2_PI = 2.5066282746310002

/** Cody's rational approximations: near zero, in the flanks, in the tails. */
const NEAR_ZERO = {
  top: [
    0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582,
    18154.981253343561249,
  ],
  bottom: [1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956],
} as const
const FLANK = {
  top: [
    1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979,
    597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124,
    9842.7148383839780218,
  ],
  bottom: [
    1, 22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
    18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
  ],
} as const
const TAIL = {
  top: [
    0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807,
    0.001421619193227893466, 2.9112874951168792e-5,
  ],
  bottom: [
    1, 1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
    7.29751555083966205e-5,
  ],
} as const

/**
 * Probability that a standard normal variable is at most `z`: Φ(z).
 *
 * Relative error below 1e-14 in both tails. Unit: a probability. Cost: constant.
 *
 * @see Cody (1969), Rational Chebyshev approximations for the error function; R's pnorm
 * @example
 * normalCdf(1.96) // => 0.9750021048517796
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return Number.NaN
  const distance = Math.abs(z)
  if (distance <= 0.67448975) {
    const square = z * z
    return 0.5 + z * ratio(NEAR_ZERO, distance > 1e-16 ? square : 0)
  }
  const tail = upperTail(distance)
  return z > 0 ? 1 - tail : tail
}

function upperTail(z: number): number {
  if (z > 38.6) return 0
  // Splitting z² keeps the exponential exact where z² itself would be rounded.
  const head = Math.trunc(z * 16) / 16
  const exponential = exp(-head * head * 0.5) * exp(-(z - head) * (z + head) * 0.5)
  if (z <= 5.656854249492381) return exponential * ratio(FLANK, z)
  const inverseSquare = 1 / (z * z)
  return (exponential * (1 / SQRT_2_PI - inverseSquare * ratio(TAIL, inverseSquare))) / z
}

/** Wichura's rational approximations, as AS 241 (PPND16) gives them, highest power first. */
const CENTRE = {
  top: [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
    13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  bottom: [
    5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
    5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
  ],
} as const
const MIDDLE = {
  top: [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  bottom: [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
} as const
const FAR = {
  top: [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  bottom: [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
  ],
} as const

/**
 * The value that a standard normal variable stays below with this probability: Φ⁻¹(p).
 *
 * Relative error about 1e-16; ±Infinity at 0 and 1. Unit: standard deviations. Cost: constant.
 *
 * @throws {AnalysisError} `invalid-probability` outside [0, 1]
 * @see Wichura (1988), Algorithm AS 241
 * @example
 * normalQuantile(0.95) // => 1.6448536269514715
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new AnalysisError('invalid-probability', `normalQuantile requires 0 to 1, got ${probability}`)
  }
  if (probability === 0) return Number.NEGATIVE_INFINITY
  if (probability === 1) return Number.POSITIVE_INFINITY
  const fromCentre = probability - 0.5
  if (Math.abs(fromCentre) <= 0.425) {
    return fromCentre * ratio(CENTRE, 0.180625 - fromCentre * fromCentre)
  }
  const depth = Math.sqrt(-ln(fromCentre < 0 ? probability : 1 - probability))
  const distance = depth <= 5 ? ratio(MIDDLE, depth - 1.6) : ratio(FAR, depth - 5)
  return fromCentre < 0 ? -distance : distance
}

interface Polynomials {
  readonly top: readonly number[]
  readonly bottom: readonly number[]
}

function ratio({ top, bottom }: Polynomials, x: number): number {
  return polynomial(top, x) / polynomial(bottom, x)
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0
  for (const coefficient of coefficients) value = value * x + coefficient
  return value
}
