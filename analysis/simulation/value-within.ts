import { AnalysisError } from '../analysis-error.ts'

/** An excess up to this is rounding; in the unit of the value. */
export const ROUNDING = 1e-9

/**
 * A value that is possible, or an error that says what would be. Rounding beyond a bound is cut.
 *
 * Unit: the value's. Cost: constant.
 *
 * @throws {AnalysisError} `values-cannot-be-simulated`
 * @example
 * valueWithin(1 + 1e-12, 0, 1) // => 1
 */
export function valueWithin(value: number, lowest: number, highest: number): number {
  if (!(value >= lowest - ROUNDING && value <= highest + ROUNDING)) {
    throw new AnalysisError(
      'values-cannot-be-simulated',
      `${value} is impossible here, from ${lowest} to ${highest} can be`,
    )
  }
  return Math.min(Math.max(value, lowest), highest)
}
