/** Our own score of a sub-index in a past year, less the official one. */
export interface PastDifference {
  readonly subIndex: string
  readonly year: number
  readonly difference: number
  /** Sampling variance of both scores together. */
  readonly variance: number
}

/** The pairs of one sub-index as one. */
export interface PooledPair {
  readonly difference: number
  readonly variance: number
}

/**
 * The pairs of every sub-index, pooled by their precision when a difference moves by ω² a year:
 *
 *     δ̄_k = Σ δ_kt/(ω² + v_kt) · v̄_k,   v̄_k = 1 / Σ 1/(ω² + v_kt)
 *
 * Unit: points and points². Cost: O(pairs).
 *
 * @example
 * pooledPairs([{ subIndex: 'a', year: 2022, difference: 0, variance: 1 }, { subIndex: 'a', year: 2023, difference: 1, variance: 1 }], 1).get('a') // => { difference: 0.5, variance: 1 }
 */
export function pooledPairs(pairs: readonly PastDifference[], drift: number): Map<string, PooledPair> {
  const sums = new Map<string, { precision: number; weighted: number }>()
  for (const { subIndex, difference, variance } of pairs) {
    const { precision, weighted } = sums.get(subIndex) ?? { precision: 0, weighted: 0 }
    const weight = 1 / (drift + variance)
    sums.set(subIndex, { precision: precision + weight, weighted: weighted + weight * difference })
  }
  return new Map(
    [...sums].map(([code, { precision, weighted }]) => [
      code,
      { difference: weighted / precision, variance: 1 / precision },
    ]),
  )
}
