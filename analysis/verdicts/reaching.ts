import { normalCdf, normalQuantile } from '../distributions/normal.ts'
import { tCdf, tQuantile } from '../distributions/student-t.ts'

/** A quantity of which we know a value and how uncertain it is. */
export interface Uncertain {
  readonly value: number
  readonly variance: number
  /** The part of the variance that was itself estimated, from `degreesOfFreedom`. */
  readonly estimated: number
  readonly degreesOfFreedom: number | null
}

/**
 * Probability that an uncertain quantity is at or above a bound:
 *
 *     P = F_t((value − bound) / √V; ν),   ν = ν_SE (V / V_estimated)²
 *
 * The normal distribution where nothing was estimated; 0 or 1 without any variance.
 *
 * Unit: 0-1. Cost: one t distribution function.
 *
 * @see Satterthwaite (1946), Biometrics Bulletin 2, for ν
 * @example
 * probabilityOfReaching({ value: 7, variance: 0.04, estimated: 0, degreesOfFreedom: null }, 7) // => 0.5
 */
export function probabilityOfReaching(uncertain: Uncertain, bound: number): number {
  const { value, variance } = uncertain
  const distance = value - bound
  if (variance === 0) return distance >= 0 ? 1 : 0
  const degrees = effectiveDegrees(uncertain)
  const standardised = distance / Math.sqrt(variance)
  return degrees === null ? normalCdf(standardised) : tCdf(standardised, degrees)
}

/** Ends of an interval. */
export interface Interval {
  readonly lower: number
  readonly upper: number
}

/**
 * The interval that an uncertain quantity is in with this confidence, as `probabilityOfReaching` has it.
 *
 * Unit: the value's. Cost: one t quantile.
 *
 * @throws {AnalysisError} `invalid-probability` for a confidence that is not between 0 and 1
 * @example
 * intervalOf({ value: 7, variance: 0, estimated: 0, degreesOfFreedom: null }, 0.9) // => { lower: 7, upper: 7 }
 */
export function intervalOf(uncertain: Uncertain, confidence: number): Interval {
  const probability = (1 + confidence) / 2
  const degrees = effectiveDegrees(uncertain)
  const quantile = degrees === null ? normalQuantile(probability) : tQuantile(probability, degrees)
  const half = quantile * Math.sqrt(uncertain.variance)
  return { lower: uncertain.value - half, upper: uncertain.value + half }
}

/** A thousandth of the variance estimated is as good as none: degrees beyond that change nothing. */
const LEAST_SHARE = 1e-3

function effectiveDegrees({ variance, estimated, degreesOfFreedom }: Uncertain): number | null {
  if (estimated === 0 || degreesOfFreedom === null) return null
  return degreesOfFreedom * (variance / Math.max(estimated, variance * LEAST_SHARE)) ** 2
}
