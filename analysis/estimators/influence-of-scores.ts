import { choleskyFactor, solveWithFactor } from '../weighting/cholesky.ts'

/**
 * Influence of parameters that solve Σ ψᵢ(θ) = 0, with M = −Σ ∂ψ/∂θ symmetric:
 *
 *     uᵢ = M⁻¹ ψᵢ
 *
 * Scores come as one column a parameter, weights included, and so does the influence.
 * Unit: the parameters'. Cost: O(rows · parameters²).
 *
 * @see Binder (1983), International Statistical Review 51
 * @example
 * influenceOfScores([Float64Array.of(1, -1)], Float64Array.of(4))[0] // => [0.25, -0.25]
 */
export function influenceOfScores(
  scores: readonly Float64Array[],
  information: Float64Array,
): readonly Float64Array[] {
  const size = scores.length
  const factor = choleskyFactor(information, size)
  const influence = scores.map((column) => new Float64Array(column.length))
  for (let row = 0; row < (scores[0]?.length ?? 0); row++) {
    const solved = solveWithFactor(
      factor,
      Float64Array.from(scores, (column) => column[row] ?? 0),
    )
    for (const [place, column] of influence.entries()) column[row] = solved[place] ?? 0
  }
  return influence
}

/**
 * Standard error of an estimate of rows that were drawn one by one, √Σ u² (the sandwich).
 *
 * Unit: the estimate's. Cost: O(rows).
 *
 * @see White (1982), Econometrica 50
 * @example
 * sandwichError(Float64Array.of(3, -4)) // => 5
 */
export function sandwichError(influence: Float64Array): number {
  return Math.sqrt(influence.reduce((sum, u) => sum + u * u, 0))
}
