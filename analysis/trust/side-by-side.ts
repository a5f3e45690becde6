/** The same estimates with all firms, without some, and with those counted for less. */
export interface SideBySide<Estimates> {
  readonly withAll: Estimates
  readonly without: Estimates
  readonly downWeighted: Estimates
}

/**
 * What doubtful answers do to the estimates: made with all firms, without those that are flagged,
 * and with each counted by its factor. Nobody is left out in silence: all three are handed back.
 * `estimateUnder` makes the estimates from base weights, and so does the raking to margins again.
 *
 * Unit: the estimates'. Cost: three estimations.
 *
 * @see docs/method.md
 * @example
 * const meanUnder = ([first, second]) => (4 * first + 8 * second) / (first + second)
 * sideBySide(Float64Array.of(1, 0.5), meanUnder) // => { withAll: 6, without: 4, downWeighted: 5.333333333333333 }
 */
export function sideBySide<Estimates>(
  /** Of each firm: 1 where nothing speaks against its answers, less where something does. */
  factors: Float64Array,
  estimateUnder: (baseWeights: Float64Array) => Estimates,
): SideBySide<Estimates> {
  return {
    withAll: estimateUnder(new Float64Array(factors.length).fill(1)),
    without: estimateUnder(factors.map((factor) => (factor < 1 ? 0 : 1))),
    downWeighted: estimateUnder(factors),
  }
}
