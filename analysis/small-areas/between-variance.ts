import { sumOf } from '../compensated-sum.ts'
import {
  crossProducts,
  type LeastSquares,
  weightedLeastSquares,
} from '../estimators/weighted-least-squares.ts'

/** Direct estimates of places, their sampling variances, and what explains them. */
export interface PlaceData {
  /** One estimate a place; NaN where nobody answered. */
  readonly estimates: Float64Array
  /** Sampling variance of each, above 0; smoothed, not the single place's own. */
  readonly variances: Float64Array
  /** Columns of the model, a constant among them. */
  readonly covariates: readonly Float64Array[]
}

/** Which likelihood A maximises: `reml` allows for the slopes, `ml` does not. */
export type LikelihoodMethod = 'reml' | 'ml'

/** How A is looked for. */
export interface BetweenVarianceSearch {
  readonly method: LikelihoodMethod
  /** The likelihood times A, whose maximum is always above 0. */
  readonly adjusted: boolean
  /** Relative step at which the search ends. */
  readonly tolerance: number
}

/** Steps before the search is taken to be at its end. */
const MAX_STEPS = 1000

/** A this small beside the median sampling variance is 0. */
const NEGLIGIBLE = 1e-9

/**
 * The variance between places that covariates leave, by Fisher's scoring from the median sampling
 * variance, with V = diag(A + D) and P = V⁻¹ − V⁻¹X(XᵀV⁻¹X)⁻¹XᵀV⁻¹:
 *
 *     reml   s = ½ (|Py|² − tr P),     I = ½ tr P²
 *     ml     s = ½ (|Py|² − tr V⁻¹),   I = ½ tr V⁻²
 *
 * `adjusted` adds 1/A to s and 1/A² to I (Li & Lahiri's likelihood, times A). A step that would
 * pass 0 goes half the way there; 0 is the answer where the likelihood only grows towards it.
 * Unit: that of the estimates, squared. Cost: O(steps · places · covariates²).
 *
 * @throws {AnalysisError} `columns-collinear` where covariates explain each other
 * @see Fay & Herriot (1979), JASA 74; Li & Lahiri (2010), J. Multivariate Analysis 101; R sae::eblupFH
 * @example
 * const places = { estimates: Float64Array.of(1, 3), variances: Float64Array.of(0.5, 0.5),
 *   covariates: [Float64Array.of(1, 1)] }
 * betweenVariance(places, { method: 'reml', adjusted: false, tolerance: 1e-12 }) // => 1.5
 */
export function betweenVariance(data: PlaceData, search: BetweenVarianceSearch): number {
  const typical = medianOf(data.variances)
  let between = typical
  for (let step = 0; step < MAX_STEPS; step++) {
    const { score, information } = scoring(data, between, search)
    const next = between + score / information
    const isShort = Math.abs(next - between) < search.tolerance * between
    between = next > 0 ? next : between / 2
    if (isShort) break
    if (between < NEGLIGIBLE * typical) return 0
  }
  return between
}

/**
 * Regression of the estimates on covariates, weighted by 1 / (A + D).
 *
 * Unit: slopes in that of the estimates per that of the covariate. Cost: O(places · covariates²).
 *
 * @throws {AnalysisError} `columns-collinear` where covariates explain each other
 * @see Rao & Molina (2015), Small Area Estimation, §6.1
 * @example
 * const places = { estimates: Float64Array.of(1, 3), variances: Float64Array.of(0.5, 0.5),
 *   covariates: [Float64Array.of(1, 1)] }
 * regressionOfPlaces(places, 1.5).coefficients // => [2]
 */
export function regressionOfPlaces(data: PlaceData, between: number): LeastSquares {
  return weightedLeastSquares({
    columns: data.covariates,
    response: data.estimates,
    weights: data.variances.map((variance) => 1 / (between + variance)),
  })
}

function scoring(
  data: PlaceData,
  between: number,
  { method, adjusted }: BetweenVarianceSearch,
): { readonly score: number; readonly information: number } {
  const { inverse, fitted } = regressionOfPlaces(data, between)
  const precisions = data.variances.map((variance) => 1 / (between + variance))
  const fit = sumOf(
    data.estimates.map((y, place) => ((y - (fitted[place] ?? 0)) * (precisions[place] ?? 0)) ** 2),
  )
  const power = (exponent: number): Float64Array => precisions.map((precision) => precision ** exponent)
  let trace = sumOf(precisions)
  let squares = sumOf(power(2))
  if (method === 'reml') {
    const second = product(inverse, crossProducts(data.covariates, power(2)))
    const third = product(inverse, crossProducts(data.covariates, power(3)))
    trace -= traceOf(second)
    squares += traceOf(product(second, second)) - 2 * traceOf(third)
  }
  return {
    score: (fit - trace) / 2 + (adjusted ? 1 / between : 0),
    information: squares / 2 + (adjusted ? 1 / between ** 2 : 0),
  }
}

/** Product of two square matrices given row by row. */
function product(left: Float64Array, right: Float64Array): Float64Array {
  const size = Math.sqrt(left.length)
  return left.map((_element, place) => {
    const row = Math.floor(place / size)
    const column = place % size
    let sum = 0
    for (let k = 0; k < size; k++) sum += (left[row * size + k] ?? 0) * (right[k * size + column] ?? 0)
    return sum
  })
}

function traceOf(matrix: Float64Array): number {
  const size = Math.sqrt(matrix.length)
  let sum = 0
  for (let place = 0; place < size; place++) sum += matrix[place * size + place] ?? 0
  return sum
}

function medianOf(numbers: Float64Array): number {
  const sorted = numbers.toSorted()
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
