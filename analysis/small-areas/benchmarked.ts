import { sumOf } from '../compensated-sum.ts'

/** Estimates of places that add up to that of the whole. */
export interface Benchmarked {
  /** What every place's estimate was multiplied by. */
  readonly factor: number
  readonly values: Float64Array
  /** MSE with the squared step added, because the factor is not without error either. */
  readonly meanSquaredErrors: Float64Array
}

/**
 * Places multiplied by one factor, so that together they say what the whole says:
 *
 *     θ̃ᵇ_d = θ̃_d · N θ̂ / Σ N_d θ̃_d,   MSE ← MSE + (θ̃ᵇ_d − θ̃_d)²
 *
 * The direct estimate of the whole needs no model, so a model that misses it is put right.
 * Unit: that of the estimates. Cost: O(places).
 *
 * @see Pfeffermann & Barnard (1991); Rao & Molina (2015), §6.4.6
 * @example
 * const places = { values: Float64Array.of(1, 3), meanSquaredErrors: Float64Array.of(0.1, 0.1) }
 * benchmarked(places, { populations: Float64Array.of(10, 10), whole: 2.5 }).values // => [1.25, 3.75]
 */
export function benchmarked(
  places: { readonly values: Float64Array; readonly meanSquaredErrors: Float64Array },
  { populations, whole }: { populations: Float64Array; whole: number },
): Benchmarked {
  const { values, meanSquaredErrors } = places
  const total = sumOf(values.map((value, place) => value * (populations[place] ?? 0)))
  const factor = (sumOf(populations) * whole) / total
  return {
    factor,
    values: values.map((value) => factor * value),
    meanSquaredErrors: meanSquaredErrors.map(
      (error, place) => error + ((factor - 1) * (values[place] ?? 0)) ** 2,
    ),
  }
}
