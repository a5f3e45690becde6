import type { Plan } from '../../survey-definitions/plan-schema.ts'
import type { LinkedScale } from '../scale-link/linked-scale.ts'
import { anytimeHalfWidth } from './anytime-band.ts'
import { jointVerdict, type JointVerdict } from './joint-verdict.ts'
import type { Interval } from './reaching.ts'
import { type Standing, verdictOn } from './verdict.ts'
import type { Verdict } from './verdict-result.ts'

/** A sub-index with a target. */
export interface PlannedStanding extends Standing {
  readonly code: string
  readonly target: number
  /** The way onto the target's scale; `none` where no link was chosen, null where it leaves this out. */
  readonly scale: LinkedScale | 'none' | null
}

/** The terms on which a plan is judged. */
export interface PlanTerms {
  readonly plan: Pick<Plan, 'thresholds' | 'officialSampleSize'>
  /** Weights lead the sample to its margins, or there are none. */
  readonly marginsMet: boolean
  readonly confidence: number
  /** Covariance of our own sampling between two sub-indices by code. */
  readonly covariance: (one: string, other: string) => number
  /** Firms of the population, where the covariance has their finite population correction. */
  readonly population: number | null
  readonly reachable: number | null
  readonly planned: number | null
  readonly seed: number
}

/** The verdicts on a plan. */
export interface PlanVerdicts {
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly joint: JointVerdict | null
}

/**
 * The verdict on every target of a plan, and how they stand together. Between sub-indices, what was
 * sampled goes together as our own answers do, in the official survey as in ours: Σ (1 + n/N). Of the
 * rest only the uncertainty of a common bias is shared; drift of the reference, what links leave and
 * errors of hard data are taken as independent from one sub-index to the next, because each has its own
 * indicators and anchors. Sub-indices without a verdict stay out of the joint figures.
 *
 * Unit: probabilities 0-1. Cost: that of `jointVerdict`, below 0.1 s.
 *
 * @throws {AnalysisError} `too-many-dimensions` above 16 sub-indices; `invalid-probability`
 * @see docs/method.md, Verdict
 * @example
 * planVerdicts([], { plan, marginsMet: true, confidence: 0.9, covariance: () => 0, population: null, reachable: null, planned: null, seed: 1 }).joint // => null
 */
export function planVerdicts(standings: readonly PlannedStanding[], terms: PlanTerms): PlanVerdicts {
  const { plan, marginsMet, confidence, population, reachable, planned } = terms
  const judged = standings.map((standing) => ({
    standing,
    verdict: verdictOn(standing, {
      plan,
      target: standing.target,
      scale: standing.scale,
      marginsMet,
      confidence,
      population,
      reach: { reachable, planned },
    }),
  }))
  return {
    verdicts: new Map(judged.map(({ standing, verdict }) => [standing.code, verdict])),
    joint: joined(judged, terms),
  }
}

interface JudgedStanding {
  readonly standing: PlannedStanding
  readonly verdict: Verdict
}

function joined(judged: readonly JudgedStanding[], terms: PlanTerms): JointVerdict | null {
  const clear = judged.flatMap(({ standing, verdict }) => {
    const { scale } = standing
    const { parts, forecast } = verdict
    return parts && forecast && scale !== 'none' && scale ? [{ standing, scale, parts, forecast }] : []
  })
  if (clear.length === 0) return null
  const size = clear.length
  const sampling = new Float64Array(size * size)
  const rest = new Float64Array(size * size)
  for (const [row, { standing, scale, parts }] of clear.entries()) {
    // 1 + n/N, without the finite population's part: how the official error compares with our own.
    const inflation = parts.own > 0 ? 1 + (parts.official / parts.own) ** 2 : 1
    for (const [column, { standing: other }] of clear.entries()) {
      const place = row * size + column
      if (row === column) {
        sampling[place] = parts.own ** 2 + parts.official ** 2
        rest[place] = (parts.bias ?? 0) ** 2 + parts.reference ** 2 + parts.link ** 2 + parts.hard ** 2
      } else {
        sampling[place] = inflation * terms.covariance(standing.code, other.code)
        rest[place] = scale.commonBiasVariance
      }
    }
  }
  return jointVerdict({
    codes: clear.map(({ standing }) => standing.code),
    distances: clear.map(({ standing, forecast }) => forecast.score - standing.target),
    sampling,
    rest,
    degreesOfFreedom: fewestDegrees(clear.map(({ standing }) => standing)),
    seed: terms.seed,
  })
}

function fewestDegrees(standings: readonly Standing[]): number | null {
  const known = standings.flatMap(({ degreesOfFreedom }) =>
    degreesOfFreedom === null ? [] : [degreesOfFreedom],
  )
  return known.length === 0 ? null : Math.min(...known)
}

/** A score with what the band for daily looks needs beside it. */
export interface WatchedScore {
  readonly score: number
  /** Of our own survey's sampling alone. */
  readonly samplingError: number
  /** Half-width of the plain interval for everything else than sampling: what links leave, hard data. */
  readonly otherHalfWidth: number
  readonly firms: number
  readonly plannedFirms: number
  readonly confidence: number
}

/**
 * The interval of a score for those who look at every release: that of `anytimeHalfWidth` for the
 * sampling, with the rest added in squares.
 *
 * Unit: points. Cost: constant.
 *
 * @see anytimeHalfWidth
 * @example
 * anytimeInterval({ score: 7, samplingError: 0, otherHalfWidth: 0.5, firms: 100, plannedFirms: 145, confidence: 0.9 }) // => { lower: 6.5, upper: 7.5 }
 */
export function anytimeInterval(watched: WatchedScore): Interval {
  const { score, samplingError, firms, plannedFirms, confidence, otherHalfWidth } = watched
  const sampled = anytimeHalfWidth({ standardError: samplingError, firms, plannedFirms, confidence })
  const half = Math.hypot(sampled, otherHalfWidth)
  return { lower: score - half, upper: score + half }
}
