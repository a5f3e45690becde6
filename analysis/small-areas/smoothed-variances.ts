import { AnalysisError } from '../analysis-error.ts'
import { sumOf } from '../compensated-sum.ts'
import { linearPredictor, weightedLeastSquares } from '../estimators/weighted-least-squares.ts'
import { exp } from '../elementary/exp.ts'
import { ln } from '../elementary/ln.ts'

/** Variances by the size of the sample. */
export interface VarianceFunction {
  /** log V = intercept + slope · log n. */
  readonly intercept: number
  readonly slope: number
  /** The smoothed variance of every place. */
  readonly variances: Float64Array
}

/** Places with a variance of their own below which a slope cannot be told: 1/n is taken. */
const PLACES_FOR_A_SLOPE = 3

/**
 * Sampling variances by a function of the number of answers, because a variance made from a
 * handful of firms is itself little more than a guess (and 0 where they all agree):
 *
 *     log V = a + b log n,   D_d = e^(a + b log n_d) · ΣV / Σ e^(a + b log n)
 *
 * fitted to the places that have a variance above 0, whose sum it keeps. With fewer than three
 * such places, or all of one size, b = −1. Places without answers get NaN.
 * Unit: that of the variances. Cost: O(places).
 *
 * @throws {AnalysisError} `answers-tell-nothing` where no place has a variance
 * @see Wolter (2007), Introduction to Variance Estimation, ch. 7; Rao & Molina (2015), §6.4
 * @example
 * smoothedVariances(Float64Array.of(8, 4, 2), Float64Array.of(1, 2, 4)).slope // => -1
 */
export function smoothedVariances(variances: Float64Array, answers: ArrayLike<number>): VarianceFunction {
  const used = [...variances.keys()].filter(
    (place) => (variances[place] ?? 0) > 0 && (answers[place] ?? 0) > 0,
  )
  if (used.length === 0) throw new AnalysisError('answers-tell-nothing', 'no place has a variance above 0')
  const columns = [
    Float64Array.from(used, () => 1),
    Float64Array.from(used, (place) => ln(answers[place] ?? 0)),
  ] as const
  const response = Float64Array.from(used, (place) => ln(variances[place] ?? 0))
  const [intercept = 0, slope = 0] = lineThrough(columns, response)
  const fitted = response.map((_log, row) => exp(linearPredictor(columns, [intercept, slope], row)))
  const level = sumOf(used.map((place) => variances[place] ?? 0)) / sumOf(fitted)
  return {
    intercept,
    slope,
    variances: variances.map((_variance, place) => {
      const size = answers[place] ?? 0
      return size > 0 ? level * exp(intercept + slope * ln(size)) : Number.NaN
    }),
  }
}

function lineThrough(
  columns: readonly [Float64Array, Float64Array],
  response: Float64Array,
): Iterable<number> {
  const [, sizes] = columns
  if (new Set(sizes).size >= PLACES_FOR_A_SLOPE) {
    return weightedLeastSquares({ columns, response, weights: response.map(() => 1) }).coefficients
  }
  const intercept = sumOf(response.map((log, row) => log + (sizes[row] ?? 0))) / response.length
  return [intercept, -1]
}
