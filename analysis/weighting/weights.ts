import type { EstimationWarning, Weighting } from '../estimation.ts'
import type { Sample } from '../sample.ts'
import { calibrationResidual } from './calibration-residual.ts'
import { type Margin, matchMargin } from './margin.ts'
import { rake } from './raking.ts'

/** Weights of a sample, with all that the estimators need to know about them. */
export interface SampleWeights {
  /** Mean 1. */
  readonly weights: Float64Array
  /** Brings the error of the weighting into influence values. */
  readonly residual: (influence: Float64Array) => Float64Array
  readonly weighting: Weighting
  readonly warnings: readonly EstimationWarning[]
}

/**
 * Weights that lead the sample to the population's margins: equal without margins,
 * post-stratified with one, raked with several. Warns of levels without firms
 * (`margin-level-empty`, their count is left out) and of the margin that could not be met.
 *
 * @throws {AnalysisError} `unknown-margin-item`, `unknown-margin-option`, `margin-not-positive`
 * @example
 * weightsOf(sample, []).weighting.method // => 'equal'
 */
export function weightsOf(sample: Sample, margins: readonly Margin[]): SampleWeights {
  const base = new Float64Array(sample.firms).fill(1)
  const matched = margins.map((margin) => matchMargin(sample, margin))
  const usable = matched.filter(({ levels }) => levels.length > 0)
  const warnings: EstimationWarning[] = matched
    .filter(({ emptyLevels }) => emptyLevels.length > 0)
    .map(({ item }) => ({ code: 'margin-level-empty', about: item }))
  if (usable.length === 0) {
    const weighting: Weighting = { method: 'equal', items: [], designEffect: 1 }
    return { weights: base, residual: (influence) => influence, weighting, warnings }
  }
  const { weights, worst } = rake(base, usable)
  if (worst) warnings.push({ code: 'margin-not-met', about: worst.item })
  return {
    weights,
    residual: calibrationResidual({ base, weights, margins: usable }),
    weighting: {
      method: usable.length === 1 ? 'post-stratified' : 'raked',
      items: usable.map(({ item }) => item),
      designEffect: kishDesignEffect(weights),
    },
    warnings,
  }
}

/**
 * Kish's design effect of unequal weights: n Σw² / (Σw)².
 *
 * @see Kish (1965), Survey Sampling, §11.7
 * @example
 * kishDesignEffect(Float64Array.of(1, 3)) // => 1.25
 */
export function kishDesignEffect(weights: Float64Array): number {
  let sum = 0
  let squares = 0
  for (const weight of weights) {
    sum += weight
    squares += weight * weight
  }
  return (weights.length * squares) / (sum * sum)
}
