import type { Edition } from '../../survey-definitions/edition-schema.ts'
import type { Plan } from '../../survey-definitions/plan-schema.ts'
import { tQuantile } from '../distributions/student-t.ts'
import type { BiasModel, ScaleLink } from '../scale-link/linked-scale.ts'
import type { ScoredIndicator } from '../scale-link/profile-anchors.ts'
import { type ScaleLinkInputs, type ScaleOfPlan, scaleOfPlan } from '../scale-link/scale-of-plan.ts'
import type { Margin } from '../weighting/margin.ts'
import type { JointVerdict } from './joint-verdict.ts'
import { anytimeInterval, type PlannedStanding, planVerdicts } from './plan-verdicts.ts'
import type { Interval } from './reaching.ts'
import type { Standing } from './verdict.ts'
import type { Verdict } from './verdict-result.ts'

/** The score of a sub-index, with its errors apart. */
export interface SubIndexStanding extends Omit<Standing, 'firms'> {
  readonly code: string
}

/** All that a plan is judged by. */
export interface PlanCase {
  readonly plan: Plan
  readonly edition: Edition
  readonly scaleLink: ScaleLink
  readonly linkInputs: ScaleLinkInputs
  readonly standings: readonly SubIndexStanding[]
  readonly indicators: readonly ScoredIndicator[]
  /** Covariance of our own sampling between two sub-indices by code. */
  readonly covariance: (one: string, other: string) => number
  readonly firms: number
  readonly marginsMet: boolean
  readonly confidence: number
  /** Firms of the population, where the errors have their finite population correction. */
  readonly population: number | null
  /** Firms that could be asked at all; null when not known. */
  readonly reachable: number | null
  /** Firms that the wave plans for; as many as the official survey has when it does not say. */
  readonly planned: number | null
}

/** What a plan's targets come to. */
export interface PlanJudgement {
  readonly joint: JointVerdict | null
  readonly biasModel: BiasModel | null
  /** By code, of every sub-index that was given. */
  readonly subIndices: ReadonlyMap<string, JudgedSubIndex>
}

/** What is said of a sub-index beside its score. */
interface JudgedSubIndex {
  readonly target: number | null
  readonly baseline: number | null
  readonly verdict: Verdict | null
  /** The interval for those who look at every release. */
  readonly anytime: Interval | null
}

/** One plan, one edition: the same scenarios for all, so that verdicts compare. */
const SEED = 20_240_705

/**
 * A plan's targets judged: each verdict, the verdicts together, and the intervals for those who look
 * at every release.
 *
 * Cost: that of `planVerdicts`.
 *
 * @throws {AnalysisError} `scale-link-without-input`, `too-few-pairs`, `too-many-dimensions`,
 * `invalid-probability`
 * @see docs/method.md, Verdict
 * @example
 * const standings = [{ code: 'land-access', score: null, surveyed: true, samplingError: null, degreesOfFreedom: null, linkResidual: 0, hardError: 0 }]
 * const input = { plan, edition: pci2017, scaleLink: 'edition', linkInputs: {}, standings, indicators: [], covariance: () => 0, firms: 0, marginsMet: true, confidence: 0.9, population: null, reachable: null, planned: null }
 * judgePlan(input).subIndices.get('land-access').verdict.reason // => 'no-score'
 */
export function judgePlan(input: PlanCase): PlanJudgement {
  const { plan, edition, scaleLink, linkInputs, indicators, standings, firms } = input
  const scale = scaleOfPlan({ scaleLink, inputs: linkInputs, edition, plan, indicators })
  const targets = new Map(plan.targets.map((target) => [target.subIndex, target]))
  const planned = standings.flatMap((standing): PlannedStanding[] => {
    const target = targets.get(standing.code)?.target
    const way = scaleLink === 'none' ? 'none' : scale.linkOf(standing.code)
    return target === undefined ? [] : [{ ...standing, firms, target, scale: way }]
  })
  const plannedFirms = input.planned ?? plan.officialSampleSize
  const { verdicts, joint } = planVerdicts(planned, { ...input, planned: plannedFirms, seed: SEED })
  return {
    joint,
    biasModel: biasModelOf(scale),
    subIndices: new Map(
      standings.map((standing) => [
        standing.code,
        {
          target: targets.get(standing.code)?.target ?? null,
          baseline: targets.get(standing.code)?.baseline ?? null,
          verdict: verdicts.get(standing.code) ?? null,
          anytime: anytimeOf(standing, { firms, plannedFirms, confidence: input.confidence }),
        },
      ]),
    ),
  }
}

/**
 * Firms of the population, from the margins that weights are led to: the largest total. Null without
 * margins, and where they add up to 100 or less, because those are shares and not firms.
 *
 * Unit: firms. Cost: O(levels).
 *
 * @example
 * firmsOfPopulation([{ item: 'size', counts: { small: 900, large: 100 } }]) // => 1000
 */
export function firmsOfPopulation(margins: readonly Margin[]): number | null {
  const totals = margins.map(({ counts }) => Object.values(counts).reduce((sum, count) => sum + count, 0))
  const largest = Math.max(0, ...totals)
  return largest > 100 ? Math.round(largest) : null
}

function biasModelOf({ pairs }: ScaleOfPlan): BiasModel | null {
  if (pairs === null) return null
  const { common, between, drift, isDriftEstimated } = pairs
  return { common, between, drift, isDriftEstimated }
}

function anytimeOf(
  { score, samplingError, degreesOfFreedom, linkResidual, hardError }: SubIndexStanding,
  watch: { readonly firms: number; readonly plannedFirms: number; readonly confidence: number },
): Interval | null {
  if (score === null || samplingError === null || degreesOfFreedom === null) return null
  const quantile = tQuantile((1 + watch.confidence) / 2, degreesOfFreedom)
  const otherHalfWidth = quantile * Math.hypot(linkResidual, hardError)
  return anytimeInterval({ score, samplingError, otherHalfWidth, ...watch })
}
