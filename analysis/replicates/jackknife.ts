import { AnalysisError } from '../analysis-error.ts'
import type { Design } from '../variance.ts'
import type { ReplicateWeights } from './replicate-weights.ts'
import { samplingUnits } from './sampling-units.ts'

/**
 * The stratified delete-one jackknife (JKn; JK1 where there is one stratum): each replicate
 * leaves one primary sampling unit j of stratum h out and lets the others of its stratum stand
 * for it,
 *
 *     w⁽ʲ⁾ = 0 in j,   w · n_h/(n_h − 1) in the rest of h,   w elsewhere
 *     factor_j = (1 − f_h)(n_h − 1)/n_h,   around the replicates' mean
 *
 * The variance of a total or mean is the linearised one to the first order; of a median it is
 * not consistent. Replicates go stratum by stratum, in the order in which firms first name them.
 * Unit: that of the weights. Cost: O(firms) a replicate.
 *
 * @throws {AnalysisError} `lonely-unit` where a stratum has a single unit, which cannot be left out
 * @see Wolter (2007), §4.5; R survey::as.svrepdesign, type "JKn" and "JK1"
 * @example
 * jackknife(Float64Array.of(1, 1, 1), {}).weightsOf(0) // => [0, 1.5, 1.5]
 */
export function jackknife(base: Float64Array, design: Design): ReplicateWeights {
  const units = samplingUnits(base.length, design)
  if (units.unitsByStratum.some((n) => n < 2)) {
    throw new AnalysisError('lonely-unit', 'the jackknife needs two sampling units in every stratum')
  }
  const inOrder = Int32Array.from(units.stratumOf.keys()).toSorted(
    (a, b) => (units.stratumOf[a] ?? 0) - (units.stratumOf[b] ?? 0) || a - b,
  )
  return {
    count: units.count,
    scale: 1,
    centre: 'mean',
    factors: Float64Array.from(inOrder, (leftOut) => {
      const stratum = units.stratumOf[leftOut] ?? 0
      const n = units.unitsByStratum[stratum] ?? 0
      return ((1 - (units.sampledShares[stratum] ?? 0)) * (n - 1)) / n
    }),
    weightsOf(replicate) {
      const leftOut = inOrder[replicate] ?? 0
      const stratum = units.stratumOf[leftOut] ?? 0
      const n = units.unitsByStratum[stratum] ?? 0
      return base.map((weight, firm) => {
        const unit = units.unitOf[firm] ?? 0
        if (unit === leftOut) return 0
        return units.stratumOf[unit] === stratum ? (weight * n) / (n - 1) : weight
      })
    },
  }
}
