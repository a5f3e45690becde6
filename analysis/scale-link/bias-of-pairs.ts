import { AnalysisError } from '../analysis-error.ts'
import { fayHerriot } from '../small-areas/fay-herriot.ts'
import { driftBetweenYears } from './drift-between-years.ts'
import type { BiasModel } from './linked-scale.ts'
import { type PastDifference, pooledPairs } from './pooled-pairs.ts'

/** How far own scores lie from official ones, as past pairs tell. */
export interface BiasOfPairs extends BiasModel {
  /** Var(b̂). */
  readonly commonVariance: number
  readonly newestYear: number
  readonly subIndices: ReadonlyMap<string, BiasOfSubIndex>
}

/** A sub-index's part of it. */
interface BiasOfSubIndex {
  readonly bias: number
  readonly variance: number
  /** γ, the weight of its own pairs; 0 without any. */
  readonly shrinkage: number
}

const FEWEST_SUB_INDICES = 3
const FEWEST_YEARS = 3

/**
 * Empirical-Bayes estimate of the bias of every sub-index from past pairs:
 *
 *     δ_kt ~ N(b, τ² + ω² + v_kt),   b̂_k = γ_k δ̄_k + (1 − γ_k) b̂,   γ_k = τ²/(τ² + v̄_k)
 *     V_k = τ² (1 − γ_k) + Var(b̂) + ω²
 *
 * τ² by REML: Fay and Herriot's model with sub-indices for places; where it comes out 0, that of the
 * adjusted likelihood. With three sub-indices that have pairs of three years each, ω² is the REML
 * estimate beside it and v̄_k contains it; with fewer, ω² cannot be told from τ² and is taken to be as
 * large, which errs on the wide side. Sub-indices are taken as independent, though one year's came
 * from the same firms. Leaves out the uncertainty of τ² and ω².
 *
 * Unit: points and points². Cost: a few hundred fits of K means.
 *
 * @throws {AnalysisError} `too-few-pairs` with fewer than three sub-indices, or a variance of 0
 * @see Morris (1983), JASA 78; Rao & Molina (2015), Small Area Estimation, §6 and §8 on areas and time
 * @example
 * const pairs = [['a', 0.2], ['b', 0.5], ['c', 0.8]].map(([subIndex, difference]) => ({ subIndex, year: 2023, difference, variance: 0.02 }))
 * biasOfPairs(pairs, ['a', 'b', 'c', 'd']).common // ≈ 0.50
 */
export function biasOfPairs(pairs: readonly PastDifference[], subIndices: readonly string[]): BiasOfPairs {
  checkPairs(pairs)
  const isDriftEstimated = subIndicesOverYears(pairs) >= FEWEST_SUB_INDICES
  const estimatedDrift = isDriftEstimated ? driftBetweenYears(pairs) : 0
  const pooled = pooledPairs(pairs, estimatedDrift)
  const model = fayHerriot({
    estimates: Float64Array.from(subIndices, (code) => pooled.get(code)?.difference ?? Number.NaN),
    variances: Float64Array.from(subIndices, (code) => pooled.get(code)?.variance ?? Number.NaN),
    covariates: [new Float64Array(subIndices.length).fill(1)],
  })
  const between = model.betweenVariance
  const drift = isDriftEstimated ? estimatedDrift : between
  const precision = [...pooled.values()].reduce((sum, { variance }) => sum + 1 / (between + variance), 0)
  const commonVariance = 1 / precision
  return {
    common: model.coefficients[0] ?? 0,
    commonVariance,
    between,
    drift,
    isDriftEstimated,
    newestYear: Math.max(...pairs.map(({ year }) => year)),
    subIndices: new Map(
      subIndices.map((code, k) => {
        const { value = 0, shrinkage = 0 } = model.places[k] ?? {}
        return [
          code,
          { bias: value, variance: between * (1 - shrinkage) + commonVariance + drift, shrinkage },
        ]
      }),
    ),
  }
}

/** Sub-indices with pairs of three years or more: only within one does a bias show that it moves. */
function subIndicesOverYears(pairs: readonly PastDifference[]): number {
  const yearsOf = new Map<string, Set<number>>()
  for (const { subIndex, year } of pairs) {
    yearsOf.set(subIndex, (yearsOf.get(subIndex) ?? new Set<number>()).add(year))
  }
  return [...yearsOf.values()].filter(({ size }) => size >= FEWEST_YEARS).length
}

function checkPairs(pairs: readonly PastDifference[]): void {
  const known = new Set(pairs.map(({ subIndex }) => subIndex)).size
  if (known < FEWEST_SUB_INDICES) {
    throw new AnalysisError(
      'too-few-pairs',
      `past pairs of ${FEWEST_SUB_INDICES} sub-indices are needed, got ${known}`,
    )
  }
  const exact = pairs.find(({ variance }) => !(variance > 0))
  if (exact)
    throw new AnalysisError('too-few-pairs', `the pair of ${exact.subIndex} ${exact.year} has no error`)
}
