import type { EstimateWithInfluence } from '../weighted-mean.ts'

/** An estimate and how often it counts. */
export interface ContrastTerm {
  readonly estimate: EstimateWithInfluence
  readonly coefficient: number
}

/**
 * A linear combination of estimates from one sample, such as the difference of two domains:
 *
 *     L = Σ cₖθ̂ₖ,   uᵢ = Σ cₖuᵢₖ
 *
 * so that their covariances come in by themselves. Of the answers it counts the fewest.
 * Unit: that of coefficient times estimate. Cost: O(firms · terms).
 *
 * @see R survey::svycontrast
 * @example
 * const high = weightedMean(Float64Array.of(5, 7, NaN), Float64Array.of(1, 1, 1))
 * const low = weightedMean(Float64Array.of(NaN, NaN, 2), Float64Array.of(1, 1, 1))
 * linearContrast([{ estimate: high, coefficient: 1 }, { estimate: low, coefficient: -1 }]).value // => 4
 */
export function linearContrast(terms: readonly ContrastTerm[]): EstimateWithInfluence {
  const influence = new Float64Array(terms[0]?.estimate.influence.length ?? 0)
  let value = 0
  for (const { estimate, coefficient } of terms) {
    value += coefficient * estimate.value
    for (const [firm, u] of estimate.influence.entries()) {
      influence[firm] = (influence[firm] ?? 0) + coefficient * u
    }
  }
  return { value, influence, answers: Math.min(...terms.map(({ estimate }) => estimate.answers)) }
}
