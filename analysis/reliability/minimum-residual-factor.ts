import { AnalysisError } from '../analysis-error.ts'
import type { ItemCovariance } from './item-covariance.ts'
import type { Factor } from './one-factor.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

const MAX_SWEEPS = 100_000
const TOLERANCE = 1e-14

/**
 * The factor that leaves the least of the correlations between items unexplained: minimises
 *
 *     Σ_{j≠k} (r_jk − λⱼ λₖ)²
 *
 * one loading at a time, λⱼ = Σ_{k≠j} r_jk λₖ / Σ_{k≠j} λₖ², until none moves; ψ = 1 − λ². It needs
 * no normal answers and works where items repeat each other; ψ may come out negative.
 *
 * Unit: none. Cost: O(items²) a sweep, some tens of sweeps.
 *
 * @throws {AnalysisError} `too-few-items` below 3; `factor-not-found`
 * @see Harman & Jones (1966), Factor analysis by minimizing residuals; R psych::fa, fm = "minres"
 * @example
 * const correlations = Float64Array.of(1, 0.56, 0.48, 0.56, 1, 0.42, 0.48, 0.42, 1)
 * minimumResidualFactor({ size: 3, matrix: correlations }).loadings.map((loading) => Number(loading.toFixed(9))) // => [0.8, 0.7, 0.6]
 */
export function minimumResidualFactor({ size, matrix }: ItemCovariance): Factor {
  if (size < 3) throw new AnalysisError('too-few-items', `one factor requires at least 3 items, got ${size}`)
  const { values, vectors } = symmetricEigen(matrix, size)
  const loadings = (vectors[0] ?? new Float64Array(size)).map((x) => x * Math.sqrt(values[0] ?? Number.NaN))
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let moved = 0
    for (let item = 0; item < size; item++) {
      const loading = loadingGivenOthers(item, loadings, matrix)
      moved = Math.max(moved, Math.abs(loading - (loadings[item] ?? 0)))
      loadings[item] = loading
    }
    if (moved <= TOLERANCE)
      return { loadings, uniquenesses: loadings.map((loading) => 1 - loading * loading) }
    if (Number.isNaN(moved)) break
  }
  throw new AnalysisError('factor-not-found', 'one factor does not settle on these items')
}

function loadingGivenOthers(item: number, loadings: Float64Array, matrix: Float64Array): number {
  let [shared, squares] = [0, 0]
  for (const [other, loading] of loadings.entries()) {
    if (other === item) continue
    shared += (matrix[item * loadings.length + other] ?? 0) * loading
    squares += loading * loading
  }
  return shared / squares
}
