import { AnalysisError } from '../analysis-error.ts'
import { exp } from '../elementary/exp.ts'

/** How far calibrated weights are from the weights before, as the factor w/d it leads to. */
export interface CalibrationDistance {
  readonly name: 'linear' | 'raking' | 'logit'
  /** F(u): weight after over weight before, at u = xᵀη; F(0) = 1 where the bounds allow it. */
  factor(u: number, firm: number): number
  /** F′(u). */
  slope(u: number, firm: number): number
}

/** Least and greatest weight after calibration, over the weight before. */
export interface FactorBounds {
  readonly lower: number
  readonly upper: number
}

/**
 * The chi-squared distance, F(u) = 1 + u, cut off at bounds where there are any: the regression
 * estimator. Without bounds, weights below nought are possible.
 *
 * Unit: factors of weights. Cost: constant a firm.
 *
 * @throws {AnalysisError} `invalid-calibration-bounds` unless lower < upper
 * @see Deville & Särndal (1992), JASA 87, cases 1 and 7; R survey::cal.linear
 * @example
 * linearDistance({ lower: 0.5, upper: 2 }).factor(3, 0) // => 2
 */
export function linearDistance(
  bounds?: FactorBounds | ((firm: number) => FactorBounds),
): CalibrationDistance {
  if (bounds === undefined) return { name: 'linear', factor: (u) => 1 + u, slope: () => 1 }
  const boundsOf = typeof bounds === 'function' ? bounds : () => bounds
  const checked = (firm: number): FactorBounds => {
    const own = boundsOf(firm)
    if (own.lower < own.upper) return own
    throw new AnalysisError('invalid-calibration-bounds', `${own.lower} is not below ${own.upper}`)
  }
  return {
    name: 'linear',
    factor(u, firm) {
      const { lower, upper } = checked(firm)
      return Math.min(Math.max(1 + u, lower), upper)
    },
    slope(u, firm) {
      const { lower, upper } = checked(firm)
      return 1 + u > lower && 1 + u < upper ? 1 : 0
    },
  }
}

/**
 * The distance that raking minimises, F(u) = eᵘ: weights stay above nought.
 *
 * @see Deville & Särndal (1992), JASA 87, case 2; R survey::cal.raking
 * @example
 * RAKING_DISTANCE.factor(0, 0) // => 1
 */
export const RAKING_DISTANCE: CalibrationDistance = { name: 'raking', factor: exp, slope: exp }

/**
 * The logit distance, which keeps the factor strictly between bounds L < 1 < U:
 *
 *     F(u) = (L(U − 1) + U(1 − L) e^{Au}) / (U − 1 + (1 − L) e^{Au}),   A = (U − L)/((1 − L)(U − 1))
 *
 * Unit: factors of weights. Cost: an exponential a firm.
 *
 * @throws {AnalysisError} `invalid-calibration-bounds` unless 0 ≤ L < 1 < U < ∞
 * @see Deville & Särndal (1992), JASA 87, case 6; R survey::cal.logit
 * @example
 * logitDistance({ lower: 0.5, upper: 2 }).factor(100, 0) // => 2
 */
export function logitDistance({ lower, upper }: FactorBounds): CalibrationDistance {
  if (!(lower >= 0 && lower < 1 && upper > 1 && Number.isFinite(upper))) {
    throw new AnalysisError('invalid-calibration-bounds', `logit needs 0 ≤ ${lower} < 1 < ${upper} < ∞`)
  }
  const below = 1 - lower
  const above = upper - 1
  const rate = (upper - lower) / (below * above)
  // The exponent is kept at or below nought, so that no bound is a quotient of infinities.
  const shares = (u: number): readonly [number, number] => {
    const tail = exp(-Math.abs(rate * u))
    const [low, high] = u > 0 ? [above * tail, below] : [above, below * tail]
    return [low / (low + high), high / (low + high)]
  }
  return {
    name: 'logit',
    factor(u) {
      const [low, high] = shares(u)
      return lower * low + upper * high
    },
    slope(u) {
      const [low, high] = shares(u)
      return rate * (upper - lower) * low * high
    },
  }
}
