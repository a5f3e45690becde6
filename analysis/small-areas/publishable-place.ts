/** A place's estimate beside what its own firms alone would say. */
export interface PlaceError {
  readonly value: number
  readonly meanSquaredError: number
  /** Sampling variance of the direct estimate; NaN where nobody answered. */
  readonly directVariance: number
}

/** Whether a place's estimate is good enough to show, and how good it is. */
export interface PlaceVerdict {
  readonly isPublishable: boolean
  /** Root of the MSE over the estimate. */
  readonly coefficientOfVariation: number
  /** Part of the direct variance that the model takes away; NaN without one. */
  readonly gain: number
}

/** Root of the MSE over the estimate, up to which it may be shown. */
const LARGEST_CV = 0.25

/** Part of the direct variance that the model must take away otherwise. */
const SMALLEST_GAIN = 0.2

/**
 * Whether an estimate of a place may be shown: its coefficient of variation is at most 25 %, or
 * the model takes at least 20 % off the variance that its own firms would leave.
 *
 * Unit: none. Cost: constant.
 *
 * @see Rao & Molina (2015), §6.4, on when a model is worth while
 * @example
 * publishablePlace({ value: 5, meanSquaredError: 1, directVariance: 1.1 }).isPublishable // => true
 */
export function publishablePlace({ value, meanSquaredError, directVariance }: PlaceError): PlaceVerdict {
  const coefficientOfVariation = Math.sqrt(meanSquaredError) / Math.abs(value)
  const gain = 1 - meanSquaredError / directVariance
  return {
    isPublishable: coefficientOfVariation <= LARGEST_CV || gain >= SMALLEST_GAIN,
    coefficientOfVariation,
    gain,
  }
}
