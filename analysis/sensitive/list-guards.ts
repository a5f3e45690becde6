import { type EstimateWithInfluence, weightedMean } from '../weighted-mean.ts'
import { countsOfArm, type ListExperiment } from './list-experiment.ts'

/** What speaks against a list experiment before its result is read. */
export interface ListGuards {
  /** Share of the shorter list's firms of which no statement is true: with the longer list, they stay hidden only if they deny. */
  readonly floor: EstimateWithInfluence
  /** Share of them of which all are: with the longer list a yes would lie open. */
  readonly ceiling: EstimateWithInfluence
  /** Smallest standard error that this many firms allow, √(4 Var y / n). */
  readonly smallestError: number
  /** Firms that the wanted error takes, at least. */
  readonly firmsNeeded: number
  /** `floor` or `ceiling`: more than one firm in ten is there. `too-few-firms`: fewer than needed. */
  readonly warnings: readonly ('floor' | 'ceiling' | 'too-few-firms')[]
}

/** Part of the firms at an end of the list above which they are warned of. */
const AT_AN_END = 0.1

/**
 * The guards of a list experiment: firms at the ends of the shorter list, whose answer to the
 * longer one would give them away, and whether there are enough firms at all,
 *
 *     n needed = 4 Var(y) / SE²
 *
 * because the statements that hide an answer also blur the result.
 * Unit: shares, firms. Cost: O(firms).
 *
 * @see Blair & Imai (2012), §2; Glynn (2013), Public Opinion Quarterly 77
 * @example
 * const counts = Float64Array.of(1, 2, 1, 2, 2, 2, 1, 3)
 * const treated = Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1)
 * const weights = new Float64Array(8).fill(1)
 * listGuards({ counts, treated, statements: 3 }, { weights, wantedError: 0.05 }).warnings // => ['too-few-firms']
 */
export function listGuards(
  experiment: ListExperiment,
  { weights, wantedError }: { weights: Float64Array; wantedError: number },
): ListGuards {
  const shorter = countsOfArm(experiment, 0)
  const [floor, ceiling] = [
    weightedMean(shareOf(shorter, 0), weights),
    weightedMean(shareOf(shorter, experiment.statements), weights),
  ]
  const firms = experiment.counts.filter((count) => !Number.isNaN(count)).length
  const { value: mean } = weightedMean(shorter, weights)
  const { value: variance } = weightedMean(
    shorter.map((count) => (count - mean) ** 2),
    weights,
  )
  const firmsNeeded = Math.ceil((4 * variance) / wantedError ** 2)
  return {
    floor,
    ceiling,
    smallestError: Math.sqrt((4 * variance) / firms),
    firmsNeeded,
    warnings: [
      ...(floor.value > AT_AN_END ? (['floor'] as const) : []),
      ...(ceiling.value > AT_AN_END ? (['ceiling'] as const) : []),
      ...(firms < firmsNeeded ? (['too-few-firms'] as const) : []),
    ],
  }
}

function shareOf(counts: Float64Array, statements: number): Float64Array {
  return counts.map((count) => (Number.isNaN(count) ? count : Number(count === statements)))
}
