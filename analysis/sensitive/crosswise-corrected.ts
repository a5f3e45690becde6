import { AnalysisError } from '../analysis-error.ts'
import { linearContrast } from '../estimators/linear-contrast.ts'
import type { EstimateWithInfluence } from '../weighted-mean.ts'

/** Shares of "both or neither" with the chance of the second statement each. */
export interface CrosswiseAnswers {
  readonly answers: EstimateWithInfluence
  readonly p: number
}

/** What firms that answered with care say, and how many those are. */
export interface CorrectedCrosswise {
  readonly share: EstimateWithInfluence
  /** Share of firms that answered as they were asked to; the others toss a coin. */
  readonly attentive: EstimateWithInfluence
}

/**
 * A crosswise share put right for firms that tick at random, with an anchor: a second pair whose
 * first statement is true of nobody. With λ′ and p′ of the anchor,
 *
 *     α̂ = (λ̂′ − ½) / (½ − p′),   π̂ = ½ + (λ̂ − ½) / (α̂ (2p − 1))
 *     u_π = u_λ / (α̂ (2p − 1)) − (λ̂ − ½) / (α̂² (2p − 1)) · u_α
 *
 * Without it firms that tick at random draw every share towards one half. α̂ above 1 is chance
 * and kept.
 * Unit: shares. Cost: O(firms).
 *
 * @throws {AnalysisError} `answers-tell-nothing` where p or p′ is ½, or nobody seems to have read
 * @see Atsusaka & Stevenson (2023), Political Analysis 31
 * @example
 * const pair = (share) => ({ value: share, influence: Float64Array.of(0), answers: 100 })
 * const anchor = { answers: pair(0.65), p: 0.25 }
 * crosswiseCorrected({ answers: pair(0.59), p: 0.25 }, anchor).attentive.value // ≈ 0.600
 */
export function crosswiseCorrected(
  sensitive: CrosswiseAnswers,
  anchor: CrosswiseAnswers,
): CorrectedCrosswise {
  const attentive = scaled(anchor.answers, 1 / (0.5 - anchor.p))
  const spread = attentive.value * (2 * sensitive.p - 1)
  if (!(Number.isFinite(spread) && attentive.value > 0 && spread !== 0)) {
    throw new AnalysisError('answers-tell-nothing', 'answers to the anchor look like the toss of a coin')
  }
  const distance = sensitive.answers.value - 0.5
  const { influence, answers } = linearContrast([
    { estimate: sensitive.answers, coefficient: 1 / spread },
    { estimate: attentive, coefficient: -distance / (spread * attentive.value) },
  ])
  return { share: { value: 0.5 + distance / spread, influence, answers }, attentive }
}

/** (λ − ½) times a factor. */
function scaled(share: EstimateWithInfluence, factor: number): EstimateWithInfluence {
  return {
    ...share,
    value: (share.value - 0.5) * factor,
    influence: share.influence.map((u) => u * factor),
  }
}
