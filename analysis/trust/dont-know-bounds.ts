import { quantileByRule } from '../estimators/quantile-rule.ts'
import { weightedDistribution } from '../estimators/weighted-distribution.ts'
import { weightedMean } from '../weighted-mean.ts'

/** The least and the most that something can be. */
export interface Bounds {
  readonly lowest: number
  readonly highest: number
}

/** The answers to one indicator by number, and the weight of the firms that did not say. */
export interface AnswerWeights {
  readonly as: 'share' | 'mean' | 'median'
  /** The numbers that occur; of a share 0 and 1. */
  readonly numbers: ArrayLike<number>
  /** Weight of the firms that gave each. */
  readonly weights: ArrayLike<number>
  /** Weight of the firms of the base that do not know or would not say. */
  readonly unknownWeight: number
  /** What an answer can be: the lowest and the highest category. */
  readonly range: Bounds
}

/**
 * Bounds of an estimate over firms that do not know or would not say: all of them in the lowest
 * category, then all in the highest,
 *
 *     lowest = θ(y; unknown := lo),   highest = θ(y; unknown := hi)
 *
 * For shares, means and medians no other answers of theirs could lead outside. The bounds assume
 * nothing of why they did not say, and so are wide; they contain the estimate, which takes them to
 * be like the others. Sampling error comes on top. NaN where nobody belongs to the base.
 *
 * Unit: the estimate's. Cost: O(numbers · log numbers).
 *
 * @see Manski (1989), Journal of Human Resources 24; Horowitz & Manski (1998), Journal of Econometrics 84
 * @example
 * const answers = { as: 'share', numbers: [0, 1], weights: [3, 3], unknownWeight: 2, range: { lowest: 0, highest: 1 } }
 * dontKnowBounds(answers) // => { lowest: 0.375, highest: 0.625 }
 */
export function dontKnowBounds(answers: AnswerWeights): Bounds {
  const { range } = answers
  return { lowest: estimateWith(answers, range.lowest), highest: estimateWith(answers, range.highest) }
}

function estimateWith({ as, numbers, weights, unknownWeight }: AnswerWeights, answer: number): number {
  const values = Float64Array.of(...Array.from(numbers), answer)
  const all = Float64Array.of(...Array.from(weights), unknownWeight)
  if (as !== 'median') return weightedMean(values, all).value
  return quantileByRule(weightedDistribution(values, all), 'school', 0.5)
}
