import type { WeightingResidual } from './calibrated-weights.ts'
import { type CountMargin, sumsByCount } from './count-margin.ts'

/** The number of sweeps that R takes, whatever they reach. */
const SWEEPS = 10

/**
 * The residual that R's rake() and svyrecvar() make, for parity with their figures: ten sweeps
 * over the margins,
 *
 *     u ← u − w⁽ᵐ⁾ · mean_l(u / w⁽ᵐ⁾)
 *
 * with w⁽ᵐ⁾ the weights right after margin m in the last sweep of raking, and the mean over the
 * firms of a level without weights. It is the regression residual only where base weights are
 * equal: elsewhere `gregResidual` is the one that theory gives.
 * Unit: that of the influence. Cost: O(10 · firms · margins).
 *
 * @see R survey::svyrecvar, the branch for class "raking"
 * @example
 * const counts = { small: 4 }
 * const margin = countMargin({ name: 'size', counts, levelByFirm: ['small', 'small'] })
 * rRakeResidual([margin], [Float64Array.of(2, 2)])(Float64Array.of(4, 0)) // => [2, -2]
 */
export function rRakeResidual(
  margins: readonly CountMargin[],
  weightsAfterMargin: readonly Float64Array[],
): WeightingResidual {
  const firmsByMargin = margins.map((margin) =>
    sumsByCount(new Float64Array(margin.levelOf.length).fill(1), margin),
  )
  return (influence) => {
    let left = influence.slice()
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      for (const [place, margin] of margins.entries()) {
        const weights = weightsAfterMargin[place] ?? new Float64Array(influence.length)
        const sums = sumsByCount(
          left.map((u, firm) => u / (weights[firm] ?? 1)),
          margin,
        )
        const means = sums.map((sum, level) => sum / (firmsByMargin[place]?.[level] ?? 1))
        left = left.map((u, firm) => u - (weights[firm] ?? 0) * (means[margin.levelOf[firm] ?? 0] ?? 0))
      }
    }
    return left
  }
}
