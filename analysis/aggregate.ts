/** One part of a weighted mean of scores; no score where there is no value. */
export interface Part {
  readonly weight: number
  readonly score: number | null
  /** Share of the part that is itself missing, 0-1; 0 when not said. */
  readonly missing?: number
}

export interface Aggregate {
  /** Weighted mean of the parts that have a score; null when too much is missing. */
  readonly score: number | null
  /** Share of the weight that has no value. */
  readonly missingWeight: number
  /** Sum of the weights of the parts that have a score. */
  readonly presentWeight: number
}

/** With more than this share of its weight missing, a score says too little to be shown. */
const MOST_MISSING = 1 / 3

/**
 * A weighted mean of scores whose weights are shared out again over the parts that have one:
 *
 *     S = Σ ωⱼ sⱼ / Σ ωⱼ   over j with a value
 *
 * Withheld when more than a third of the weight is missing. Unit: that of the scores.
 *
 * @see Specification of missing indicators in docs/method.md
 * @example
 * aggregate([{ weight: 0.75, score: 4 }, { weight: 0.25, score: null }]).score // => 4
 */
export function aggregate(parts: readonly Part[]): Aggregate {
  let total = 0
  let presentWeight = 0
  let missing = 0
  let sum = 0
  for (const { weight, score, missing: missingShare = 0 } of parts) {
    total += weight
    missing += weight * (score === null ? 1 : missingShare)
    if (score === null) continue
    presentWeight += weight
    sum += weight * score
  }
  const missingWeight = total > 0 ? missing / total : 1
  // A hair above a third is a third: weights such as 4/9 are rounded.
  const isWithheld = presentWeight === 0 || missingWeight > MOST_MISSING + 1e-9
  return { score: isWithheld ? null : sum / presentWeight, missingWeight, presentWeight }
}
