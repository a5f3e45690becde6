import { AnalysisError } from '../analysis-error.ts'
import type { EstimateWithInfluence } from '../weighted-mean.ts'
import { exp } from '../elementary/exp.ts'
import { ln } from '../elementary/ln.ts'

/** A score and its share of the whole. */
export interface GeometricTerm {
  readonly estimate: EstimateWithInfluence
  readonly weight: number
}

/**
 * The weighted geometric mean of scores, in which a low one is not made up for by a high one as
 * fully as in the arithmetic mean, with its influence by the delta method:
 *
 *     G = exp(Σ ωₖ log Sₖ / Σ ω),   uᵢ = G Σ ωₖ uᵢₖ / Sₖ / Σ ω
 *
 * Of the answers it counts the fewest. Unit: that of the scores. Cost: O(firms · scores).
 *
 * @throws {AnalysisError} `score-not-positive`
 * @see OECD & JRC (2008), Handbook on Constructing Composite Indicators, §6; R survey::svycontrast
 * @example
 * const [low, high] = [2, 8].map((s) => weightedMean(Float64Array.of(s), Float64Array.of(1)))
 * geometricMean([{ estimate: low, weight: 1 }, { estimate: high, weight: 1 }]).value // => 4
 */
export function geometricMean(terms: readonly GeometricTerm[]): EstimateWithInfluence {
  const wrong = terms.find(({ estimate }) => !(estimate.value > 0))
  if (wrong) {
    throw new AnalysisError(
      'score-not-positive',
      `geometricMean requires scores above 0, got ${wrong.estimate.value}`,
    )
  }
  const totalWeight = terms.reduce((sum, { weight }) => sum + weight, 0)
  const logarithm = terms.reduce((sum, { estimate, weight }) => sum + weight * ln(estimate.value), 0)
  const value = exp(logarithm / totalWeight)
  const influence = new Float64Array(terms[0]?.estimate.influence.length ?? 0)
  for (const { estimate, weight } of terms) {
    const slope = (value * weight) / (estimate.value * totalWeight)
    for (const [firm, u] of estimate.influence.entries()) {
      influence[firm] = (influence[firm] ?? 0) + slope * u
    }
  }
  return { value, influence, answers: Math.min(...terms.map(({ estimate }) => estimate.answers)) }
}
