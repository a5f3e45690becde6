/** Takes out of influence values what the known totals explain. */
export type WeightingResidual = (influence: Float64Array) => Float64Array

/** Weights that meet known totals, and how their error is made. */
export interface CalibratedWeights {
  readonly weights: Float64Array
  readonly residual: WeightingResidual
  /** `greg`: regression on the known totals; `r-rake`: the sweeps of R's rake(). */
  readonly residualMethod: 'greg' | 'r-rake'
  /** Newton steps or sweeps over the margins that were taken. */
  readonly iterations: number
}
