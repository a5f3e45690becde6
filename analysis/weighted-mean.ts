import { CompensatedSum } from './compensated-sum.ts'

/** An estimate and what each firm did to it, weight included; zero for firms out of the base. */
export interface EstimateWithInfluence {
  /** In the unit of the variable; NaN when no firm counts. */
  readonly value: number
  readonly influence: Float64Array
  /** Firms that count: valid answers within the base, with a weight above 0. */
  readonly answers: number
}

/**
 * Estimates a mean over the firms of a domain, or a share when values are 0 and 1 (Hájek):
 *
 *     ȳ = Σ wᵢyᵢ / Σ wᵢ,   uᵢ = wᵢ (yᵢ − ȳ) / Σ wᵢ,   uᵢ = 0 out of the domain
 *
 * Ignores the error of weights that were estimated: `calibrationResidual` brings that in.
 * Unit: that of the values. Cost: O(firms).
 *
 * @see Särndal, Swensson & Wretman (1992), §5.7; R survey::svymean over a subset
 * @example
 * weightedMean(Float64Array.of(1, 0, NaN), Float64Array.of(1, 3, 9)).value // => 0.25
 */
export function weightedMean(values: Float64Array, weights: Float64Array): EstimateWithInfluence {
  const totalWeight = new CompensatedSum()
  const total = new CompensatedSum()
  let answers = 0
  for (let firm = 0; firm < values.length; firm++) {
    const value = values[firm] ?? Number.NaN
    const weight = weights[firm] ?? 0
    if (Number.isNaN(value) || weight === 0) continue
    answers++
    totalWeight.add(weight)
    total.add(weight * value)
  }
  const mean = total.total / totalWeight.total
  const influence = values.map((value, firm) =>
    influenceOf(value - mean, (weights[firm] ?? 0) / totalWeight.total),
  )
  return { value: mean, influence, answers }
}

/** Nothing for firms out of the domain; calibration without bounds can leave weights below nought. */
function influenceOf(distance: number, weightShare: number): number {
  return Number.isNaN(distance) ? 0 : weightShare * distance
}
