import { AnalysisError } from '../analysis-error.ts'
import type { ReplicateScheme, ReplicateWeights } from './replicate-weights.ts'

/** How replicates that others made were made, in R's names. */
type ReplicateType =
  | 'BRR'
  | 'Fay'
  | 'JK1'
  | 'JK2'
  | 'JKn'
  | 'bootstrap'
  | 'ACS'
  | 'successive-difference'
  | 'other'

/** Replicate weights that came with the data, and how they are to be read. */
export interface GivenReplicates {
  readonly type: ReplicateType
  readonly base: Float64Array
  /** A set of weights a replicate; where they are not `combined`, factors of the base weights. */
  readonly sets: readonly Float64Array[]
  readonly combined: boolean
  readonly scale?: number | undefined
  readonly factors?: Float64Array | undefined
  /** Fay's ρ: the part of its weight that a unit out of the half-sample keeps. */
  readonly rho?: number | undefined
  readonly centre: ReplicateScheme['centre']
}

/**
 * Replicate weights that came with the data, with the scale that their type has:
 *
 *     BRR 1/R,   Fay 1/(R (1 − ρ)²),   JK2 1,   ACS and successive differences 4/R,
 *     bootstrap 1/(R − 1) and JK1 (R − 1)/R unless given,   JKn and others as given
 *
 * Unit: that of the weights. Cost: O(firms) a replicate.
 *
 * @throws {AnalysisError} `replicate-scale-unknown` where the type leaves open what is not given
 * @see Wolter (2007), ch. 3; Judkins (1990), J. Official Statistics 6, for Fay's method; R
 * survey::svrepdesign
 * @example
 * const halves = { type: 'BRR', base: Float64Array.of(1, 1), combined: true, centre: 'mean' }
 * givenReplicates({ ...halves, sets: [Float64Array.of(2, 0), Float64Array.of(0, 2)] }).scale // => 0.5
 */
export function givenReplicates(given: GivenReplicates): ReplicateWeights {
  const { base, sets, combined, centre } = given
  const isFixed = given.type === 'JK2' || given.type === 'ACS' || given.type === 'successive-difference'
  return {
    count: sets.length,
    scale: SCALES[given.type](given, sets.length),
    ...(given.factors && !isFixed && { factors: given.factors }),
    centre,
    weightsOf(replicate) {
      const set = sets[replicate] ?? new Float64Array(base.length)
      return combined ? set : set.map((factor, firm) => factor * (base[firm] ?? 0))
    },
  }
}

/** The scale that each type has, or needs to be given. */
const SCALES: Readonly<Record<ReplicateType, (given: GivenReplicates, count: number) => number>> = {
  BRR: (_given, count) => 1 / count,
  Fay: ({ rho }, count) =>
    rho === undefined ? unknown('Fay replicates need ρ') : 1 / (count * (1 - rho) ** 2),
  JK1: ({ scale }, count) => scale ?? (count - 1) / count,
  JK2: () => 1,
  JKn: ({ scale, factors }) => (factors ? (scale ?? 1) : unknown('JKn replicates need a factor each')),
  bootstrap: ({ scale }, count) => scale ?? 1 / (count - 1),
  ACS: (_given, count) => 4 / count,
  'successive-difference': (_given, count) => 4 / count,
  other: ({ scale }) => scale ?? unknown('replicates of another type need a scale'),
}

function unknown(reason: string): never {
  throw new AnalysisError('replicate-scale-unknown', reason)
}
