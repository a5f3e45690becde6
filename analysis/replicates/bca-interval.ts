import { AnalysisError } from '../analysis-error.ts'
import { normalCdf, normalQuantile } from '../distributions/normal.ts'
import type { Design } from '../variance.ts'
import { checkConfidence, interpolatedQuantile, type ReplicateInterval } from './percentile-interval.ts'
import type { ReplicatedEstimate } from './replicate-variance.ts'
import { samplingUnits, scaledDistances } from './sampling-units.ts'

/**
 * The bias-corrected and accelerated interval: the percentile interval at levels moved by the
 * bias z₀ and by the acceleration a, the rate at which the error changes with the estimate,
 *
 *     α′ = Φ(z₀ + (z₀ + z_α)/(1 − a (z₀ + z_α))),   z₀ = Φ⁻¹(#{θ_r < θ̂}/R)
 *     a = Σ ũ³ / (6 (Σ ũ²)^{3/2}),   ũ = √((1 − f_h) n_h/(n_h − 1)) (z_hj − z̄_h)
 *
 * with z the influence summed over a sampling unit. Wants two thousand replicates or more.
 * Unit: the estimate's. Cost: O(R log R + firms).
 *
 * @throws {AnalysisError} `invalid-probability` for a confidence that is not between 0 and 1, or
 * where all replicates are on one side of the estimate, so that there is no z₀
 * @see Efron (1987), JASA 82; Efron & Tibshirani (1993), ch. 14
 * @example
 * const replicated = { estimate: 3, replicates: Float64Array.of(5, 1, 2, 4) }
 * const symmetric = { influence: Float64Array.of(-1, 0, 1), design: {} }
 * bcaInterval(replicated, symmetric, 0.5).lower // => 1.75
 */
export function bcaInterval(
  { estimate, replicates }: ReplicatedEstimate,
  sample: { influence: Float64Array; design: Design },
  confidence: number,
): ReplicateInterval {
  checkConfidence(confidence)
  const sorted = replicates.toSorted()
  const below = sorted.reduce((count, theta) => count + Number(theta < estimate), 0) / sorted.length
  if (below === 0 || below === 1) {
    throw new AnalysisError('invalid-probability', 'all replicates are on one side of the estimate')
  }
  const bias = normalQuantile(below)
  const rate = acceleration(sample)
  const quantileAt = (level: number): number => {
    const moved = bias + normalQuantile(level)
    return interpolatedQuantile(sorted, normalCdf(bias + moved / (1 - rate * moved)))
  }
  const tail = (1 - confidence) / 2
  return { lower: quantileAt(tail), upper: quantileAt(1 - tail) }
}

function acceleration({ influence, design }: { influence: Float64Array; design: Design }): number {
  const units = samplingUnits(influence.length, design)
  const totals = new Float64Array(units.count)
  for (const [firm, u] of influence.entries()) {
    const unit = units.unitOf[firm] ?? 0
    totals[unit] = (totals[unit] ?? 0) + u
  }
  const distances = scaledDistances(units, totals)
  const squares = distances.reduce((sum, distance) => sum + distance * distance, 0)
  const cubes = distances.reduce((sum, distance) => sum + distance ** 3, 0)
  return squares === 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares))
}
