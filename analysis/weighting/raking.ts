import { type SampleMargin, sumsByLevel } from './margin.ts'

/** Weights that meet the margins, as near as they could be met. */
export interface RakedWeights {
  readonly weights: Float64Array
  /** Largest relative distance from a level's share that is left, and where it is. */
  readonly worst: { readonly item: string; readonly option: string; readonly distance: number } | undefined
}

const TOLERANCE = 1e-10
const MAX_SWEEPS = 200

/**
 * Raking (iterative proportional fitting): the margins in their given order, again and again,
 *
 *     wᵢ ← wᵢ · share_l · W_known / W_l   for the firms of level l
 *
 * until every level of every margin is within 1e-10 of its share. One margin is met in one
 * sweep: that is post-stratification. A firm whose level is not known keeps its weight, and the
 * margin is met among the firms whose level is.
 *
 * Cost: O(firms · margins · sweeps), sweeps at most 200.
 *
 * @see Deming & Stephan (1940); Deville, Särndal & Sautory (1993), JASA 88
 * @example
 * const margin = { item: 'size', levels: ['s', 'l'], shares: Float64Array.of(0.9, 0.1),
 *   levelOf: Int16Array.of(0, 1) }
 * rake(Float64Array.of(1, 1), [margin]).weights[0] // => 1.8
 */
export function rake(baseWeights: Float64Array, margins: readonly SampleMargin[]): RakedWeights {
  const weights = baseWeights.slice()
  let worst = worstMargin(weights, margins)
  for (let sweep = 0; sweep < MAX_SWEEPS && worst !== undefined && worst.distance > TOLERANCE; sweep++) {
    for (const margin of margins) scaleToShares(weights, margin)
    worst = worstMargin(weights, margins)
  }
  return { weights, worst: worst !== undefined && worst.distance > TOLERANCE ? worst : undefined }
}

function scaleToShares(weights: Float64Array, margin: SampleMargin): void {
  const { byLevel, known } = sumsByLevel(weights, margin)
  const factors = margin.shares.map((share, level) => (share * known) / (byLevel[level] ?? 0))
  for (const [firm, level] of margin.levelOf.entries()) {
    if (level >= 0) weights[firm] = (weights[firm] ?? 0) * (factors[level] ?? 1)
  }
}

function worstMargin(weights: Float64Array, margins: readonly SampleMargin[]): RakedWeights['worst'] {
  let worst: RakedWeights['worst']
  for (const margin of margins) {
    const { byLevel, known } = sumsByLevel(weights, margin)
    for (const [level, share] of margin.shares.entries()) {
      const distance = Math.abs((byLevel[level] ?? 0) / known / share - 1)
      if (worst !== undefined && distance <= worst.distance) continue
      worst = { item: margin.item, option: margin.levels[level] ?? '', distance }
    }
  }
  return worst
}
