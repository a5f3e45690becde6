import type { Auxiliary } from './auxiliaries.ts'
import { calibrate } from './calibrate.ts'
import type { CalibratedWeights } from './calibrated-weights.ts'
import { type FactorBounds, linearDistance } from './calibration-distance.ts'
import { gregResidual } from './greg-residual.ts'

/**
 * Trims calibrated weights to bounds and keeps the totals that they meet: calibration once more,
 * each firm's factor cut off where its weight would leave the bounds,
 *
 *     min Σ (w′ − w)² / w   with   lower ≤ w′ ≤ upper   and   Σ w′ x = X
 *
 * The residual is that of the base weights d, as for any calibration.
 * Unit: that of the weights. Cost: as `calibrate`.
 *
 * @throws {AnalysisError} `calibration-not-converged` where no weights within the bounds meet the
 * totals, with the total that is worst missed; `invalid-calibration-bounds`
 * @see Deville & Särndal (1992), JASA 87, case 7; Folsom & Singh (2000)
 * @example
 * const one = { name: 'firms', values: Float64Array.of(1, 1, 1), total: 9 }
 * const weights = Float64Array.of(1, 2, 6)
 * const trimmed = trimToTotals({ base: weights, weights, auxiliaries: [one], bounds: { lower: 1, upper: 4 } })
 * Math.max(...trimmed.weights) // => 4
 */
export function trimToTotals(trimming: {
  base: Float64Array
  weights: Float64Array
  auxiliaries: readonly Auxiliary[]
  /** Of the weights themselves. */
  bounds: FactorBounds
}): CalibratedWeights {
  const { base, weights, auxiliaries, bounds } = trimming
  const distance = linearDistance((firm) => {
    const weight = weights[firm] ?? 1
    return { lower: bounds.lower / weight, upper: bounds.upper / weight }
  })
  const trimmed = calibrate({ base: weights, auxiliaries, distance })
  return { ...trimmed, residual: gregResidual({ base, weights: trimmed.weights, auxiliaries }) }
}
