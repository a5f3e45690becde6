import { AnalysisError } from '../analysis-error.ts'
import { sumOf } from '../compensated-sum.ts'
import { bilinear, crossProducts, type LeastSquares } from '../estimators/weighted-least-squares.ts'
import {
  betweenVariance,
  type LikelihoodMethod,
  type PlaceData,
  regressionOfPlaces,
} from './between-variance.ts'

/** How places are modelled. */
export interface PlaceModelOptions {
  /** `reml` without it. */
  readonly method?: LikelihoodMethod
  /** Relative step at which the search for A ends; 1e-12 without it. */
  readonly tolerance?: number
  /** What is done where A would be 0; `adjusted-likelihood` without it. */
  readonly whenZero?: 'adjusted-likelihood' | 'synthetic'
}

/** Places that borrow strength from each other. */
export interface PlaceModel {
  /** A, the variance between places that covariates leave. */
  readonly betweenVariance: number
  /** Where A comes from; `synthetic`: it is 0 and every place is what its covariates say. */
  readonly basis: 'likelihood' | 'adjusted-likelihood' | 'synthetic'
  readonly coefficients: Float64Array
  readonly places: readonly ModelledPlace[]
}

/** A place's estimate from its own firms and the model. */
interface ModelledPlace {
  readonly value: number
  /** γ, the part of its own estimate; the rest is the model's. */
  readonly shrinkage: number
  /** What covariates alone say. */
  readonly synthetic: number
  readonly meanSquaredError: number
  /** Error if A and slopes were known; that of the slopes; that of A. */
  readonly parts: { readonly g1: number; readonly g2: number; readonly g3: number }
}

/**
 * Fay and Herriot's model of places, θ̂ = xᵀβ + v + e with Var v = A and Var e = D known:
 *
 *     θ̃ = xᵀβ̂ + γ (θ̂ − xᵀβ̂),   γ = A / (A + D),   B = 1 − γ
 *     MSE = g₁ + g₂ + 2g₃ (− b B² by ml),   g₁ = γD,   g₂ = B² xᵀQx,   g₃ = B² · 2/tr V⁻² / (A + D)
 *
 * with Q = (XᵀV⁻¹X)⁻¹ and b = −tr(Q XᵀV⁻²X)/tr V⁻². A place without an estimate (NaN) gets the
 * synthetic one, with the error A + xᵀQx. Where A comes out 0 no place would count for itself:
 * then A is that of the adjusted likelihood, or the places are named synthetic. The adjusted A is
 * too large rather than too small, and so is its MSE.
 * Unit: that of the estimates, MSE squared. Cost: O(steps · places · covariates²).
 *
 * @throws {AnalysisError} `columns-collinear`; `too-few-places` unless more places than covariates
 * @see Fay & Herriot (1979); Rao & Molina (2015), Small Area Estimation, §6.2; Datta & Lahiri (2000)
 * @example
 * const model = fayHerriot({ estimates: Float64Array.of(1, 3), variances: Float64Array.of(0.5, 0.5),
 *   covariates: [Float64Array.of(1, 1)] })
 * model.places[0].value // => 1.25
 */
export function fayHerriot(data: PlaceData, options: PlaceModelOptions = {}): PlaceModel {
  const { method = 'reml', tolerance = 1e-12, whenZero = 'adjusted-likelihood' } = options
  const known = withEstimate(data)
  if (known.estimates.length <= data.covariates.length) {
    const counts = `${known.estimates.length} places and ${data.covariates.length} covariates`
    throw new AnalysisError(
      'too-few-places',
      `a model of places needs more places than covariates: ${counts}`,
    )
  }
  const direct = betweenVariance(known, { method, tolerance, adjusted: false })
  const isAdjusted = direct === 0 && whenZero === 'adjusted-likelihood'
  const between = isAdjusted ? betweenVariance(known, { method, tolerance, adjusted: true }) : direct
  const regression = regressionOfPlaces(known, between)
  const errors = errorsOfVariance(known, regression, { between, method })
  return {
    betweenVariance: between,
    basis: direct > 0 ? 'likelihood' : whenZero,
    coefficients: regression.coefficients,
    places: Array.from(data.estimates, (estimate, place) =>
      modelled(
        {
          estimate,
          variance: data.variances[place] ?? 0,
          x: data.covariates.map((column) => column[place] ?? 0),
        },
        { ...regression, ...errors, between },
      ),
    ),
  }
}

interface ErrorsOfVariance {
  /** Asymptotic variance of A. */
  readonly variance: number
  /** Bias of A; 0 by reml. */
  readonly bias: number
}

function errorsOfVariance(
  { variances, covariates }: PlaceData,
  { inverse }: LeastSquares,
  { between, method }: { between: number; method: LikelihoodMethod },
): ErrorsOfVariance {
  const squares = variances.map((variance) => (between + variance) ** -2)
  const information = sumOf(squares)
  const crossed = crossProducts(covariates, squares)
  const trace = sumOf(inverse.map((element, place) => element * (crossed[place] ?? 0)))
  return { variance: 2 / information, bias: method === 'ml' ? -trace / information : 0 }
}

function modelled(
  { estimate, variance, x }: { estimate: number; variance: number; x: readonly number[] },
  {
    coefficients,
    inverse,
    between,
    ...ofBetween
  }: Pick<LeastSquares, 'coefficients' | 'inverse'> & ErrorsOfVariance & { between: number },
): ModelledPlace {
  const synthetic = sumOf(x.map((value, place) => value * (coefficients[place] ?? 0)))
  const slopesError = bilinear(x, inverse, x)
  if (Number.isNaN(estimate)) {
    const parts = { g1: between, g2: slopesError, g3: 0 }
    return { value: synthetic, shrinkage: 0, synthetic, meanSquaredError: between + slopesError, parts }
  }
  const shrinkage = between / (between + variance)
  const rest = variance / (between + variance)
  const g1 = variance * shrinkage
  const g2 = rest ** 2 * slopesError
  const g3 = (rest ** 2 * ofBetween.variance) / (between + variance)
  return {
    value: synthetic + shrinkage * (estimate - synthetic),
    shrinkage,
    synthetic,
    meanSquaredError: g1 + g2 + 2 * g3 - ofBetween.bias * rest ** 2,
    parts: { g1, g2, g3 },
  }
}

/** The places that have an estimate of their own. */
function withEstimate({ estimates, variances, covariates }: PlaceData): PlaceData {
  const isKnown = (_value: number, place: number): boolean => !Number.isNaN(estimates[place] ?? Number.NaN)
  return {
    estimates: estimates.filter(isKnown),
    variances: variances.filter(isKnown),
    covariates: covariates.map((column) => column.filter(isKnown)),
  }
}
