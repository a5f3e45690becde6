import type { EstimationWarning, Weighting } from '../estimation.ts'
import type { Sample } from '../sample.ts'
import { calibrationResidual } from './calibration-residual.ts'
import { baseWeights, type Margin, matchMargin } from './margin.ts'
import { marginWarnings } from './margin-warnings.ts'
import { rake } from './raking.ts'

/** Weights of a sample, with all that the estimators need to know about them. */
export interface SampleWeights {
  /** Mean 1 among the firms that count; 0 for firms that a margin says there are none of. */
  readonly weights: Float64Array
  /** Firms with a weight above 0. */
  readonly firms: number
  /** Brings the error of the weighting into influence values. */
  readonly residual: (influence: Float64Array) => Float64Array
  readonly weighting: Weighting
  readonly warnings: readonly EstimationWarning[]
}

/**
 * Weights that lead the sample to the population's margins: equal without margins,
 * post-stratified with one, raked with several. Warns of all in which margins and sample do not
 * agree (`marginWarnings`) and of the level that could not be met (`margin-not-met`).
 *
 * @throws {AnalysisError} `unknown-margin-item`, `unknown-margin-option`, `margin-not-positive`
 * @example
 * weightsOf(sample, []).weighting.method // => 'equal'
 */
export function weightsOf(sample: Sample, margins: readonly Margin[]): SampleWeights {
  const base = baseWeights(sample, margins)
  const matched = margins.map((margin) => matchMargin(sample, margin, base))
  const usable = matched.filter(({ levels }) => levels.length > 0)
  const warnings = marginWarnings(sample, margins, base)
  const firms = base.filter((weight) => weight > 0).length
  if (usable.length === 0) {
    const weighting: Weighting = { method: 'equal', items: [], designEffect: 1 }
    return { weights: base, firms, residual: (influence) => influence, weighting, warnings }
  }
  const { weights, worst } = rake(base, usable)
  return {
    weights,
    firms,
    residual: calibrationResidual({ base, weights, margins: usable }),
    weighting: {
      method: usable.length === 1 ? 'post-stratified' : 'raked',
      items: usable.map(({ item }) => item),
      designEffect: kishDesignEffect(weights),
    },
    warnings: worst
      ? [...warnings, { code: 'margin-not-met', about: `${worst.item}.${worst.option}` }]
      : warnings,
  }
}

/**
 * Kish's design effect of unequal weights: n Σw² / (Σw)², n the firms with a weight above 0.
 *
 * @see Kish (1965), Survey Sampling, §11.7
 * @example
 * kishDesignEffect(Float64Array.of(1, 3)) // => 1.25
 */
export function kishDesignEffect(weights: Float64Array): number {
  let sum = 0
  let squares = 0
  let firms = 0
  for (const weight of weights) {
    firms += Number(weight > 0)
    sum += weight
    squares += weight * weight
  }
  return (firms * squares) / (sum * sum)
}
