import { sumOf } from '../compensated-sum.ts'
import type { Auxiliary } from './auxiliaries.ts'
import type { WeightingResidual } from './calibrated-weights.ts'

/** A column with less than this of itself left is explained by those before it. */
const EXPLAINED = 1e-7

/**
 * The residual of the generalised regression estimator, which brings the error of calibrated
 * weights into any estimate. With d the weights before and w after calibration, z = u/w,
 *
 *     e = z − x β̂,   β̂ = argmin Σ d (z − x β)²,   u ← w e
 *
 * Right for every distance, because all have the same limit; for one margin it is the residual
 * of post-stratification. d are the weights before, not after. Columns are made orthogonal
 * twice over, which keeps full precision where normal equations would lose half of it.
 * Unit: that of the influence. Cost: once O(firms · columns²), then O(firms · columns).
 *
 * @see Deville & Särndal (1992), JASA 87, §3; R survey::calibrate
 * @example
 * const one = { name: 'firms', values: Float64Array.of(1, 1), total: 4 }
 * const d = Float64Array.of(1, 1)
 * gregResidual({ base: d, weights: Float64Array.of(2, 2), auxiliaries: [one] })(Float64Array.of(4, 0))
 * // => [2, -2]
 */
export function gregResidual(calibration: {
  base: Float64Array
  weights: Float64Array
  auxiliaries: readonly Auxiliary[]
}): WeightingResidual {
  const { base, weights } = calibration
  const roots = base.map(Math.sqrt)
  const basis = orthonormal(
    calibration.auxiliaries.map(({ values }) => roots.map((r, i) => r * (values[i] ?? 0))),
  )
  return (influence) => {
    const scaled = influence.map((u, firm) => (u === 0 ? 0 : (u / (weights[firm] ?? 1)) * (roots[firm] ?? 0)))
    takeOut(basis, scaled)
    takeOut(basis, scaled)
    return scaled.map((e, firm) => {
      const root = roots[firm] ?? 0
      return root === 0 ? 0 : ((weights[firm] ?? 0) * e) / root
    })
  }
}

function orthonormal(columns: readonly Float64Array[]): readonly Float64Array[] {
  const basis: Float64Array[] = []
  for (const column of columns) {
    const before = lengthOf(column)
    takeOut(basis, column)
    const once = lengthOf(column)
    if (once <= EXPLAINED * before) continue
    takeOut(basis, column)
    const left = lengthOf(column)
    basis.push(column.map((x) => x / left))
  }
  return basis
}

/** Takes out of the vector, in place, what the basis explains. */
function takeOut(basis: readonly Float64Array[], vector: Float64Array): void {
  for (const direction of basis) {
    const slope = sumOf(vector.map((x, i) => x * (direction[i] ?? 0)))
    for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) - slope * (direction[i] ?? 0)
  }
}

function lengthOf(vector: Float64Array): number {
  return Math.sqrt(sumOf(vector.map((x) => x * x)))
}
