import { type EstimateWithInfluence, weightedMean } from '../weighted-mean.ts'
import { criticalValue } from './share-interval.ts'
import { weightedDistribution } from './weighted-distribution.ts'

/** How the interval of a quantile is made. */
export interface ScoreIntervalOptions {
  readonly probability: number
  readonly confidence: number
  readonly degreesOfFreedom: number
  /** Standard error of an estimate, by the sample's own design. */
  readonly errorOf: (estimate: EstimateWithInfluence) => number
}

/** A value at which the test changes its mind, and on which side of it the test is nearer its bound. */
export interface ScoreBound {
  readonly value: number
  /** The value itself is nearer the bound than what lies just below it. */
  readonly isReached: boolean
}

/**
 * Interval of a quantile by Francisco and Fuller's test: the values θ that
 *
 *     |p − F̂(θ)| ≤ t · SE(F̂(θ))
 *
 * does not reject, the error taken at each θ and not at the quantile. Bounds are where that
 * changes; without degrees of freedom there are none.
 * Unit: that of the values. Cost: O(firms · log values).
 *
 * @throws {AnalysisError} `invalid-probability` for a confidence of 1 or more
 * @see Francisco & Fuller (1991), Annals of Statistics 19; R survey::svyquantile, "score"
 * @example
 * const values = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8)
 * const weights = values.map(() => 1)
 * const errorOf = () => 0.2
 * scoreQuantileInterval(values, weights, { probability: 0.5, confidence: 0.95,
 *   degreesOfFreedom: Infinity, errorOf })[0].value // => 1
 */
export function scoreQuantileInterval(
  values: Float64Array,
  weights: Float64Array,
  { probability, confidence, degreesOfFreedom, errorOf }: ScoreIntervalOptions,
): readonly [ScoreBound, ScoreBound] {
  const none = { value: Number.NaN, isReached: false }
  if (!(degreesOfFreedom > 0)) return [none, none]
  const critical = criticalValue(confidence, degreesOfFreedom)
  const distinct = [...new Set(weightedDistribution(values, weights).values)]
  const testAt = (rank: number): number => {
    const limit = distinct[rank] ?? Number.NEGATIVE_INFINITY
    const below = weightedMean(
      values.map((value) => (Number.isNaN(value) ? value : Number(value <= limit))),
      weights,
    )
    return (probability - below.value) / errorOf(below)
  }
  const boundAt = (bound: number): ScoreBound => {
    let [above, below] = [-1, distinct.length - 1]
    while (below - above > 1) {
      const middle = Math.floor((above + below) / 2)
      if (testAt(middle) > bound) above = middle
      else below = middle
    }
    const isReached = Math.abs(testAt(below) - bound) <= Math.abs(testAt(above) - bound)
    return { value: distinct[below] ?? Number.NaN, isReached }
  }
  return [boundAt(critical), boundAt(-critical)]
}
