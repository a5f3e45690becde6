import type { Plan } from '../../survey-definitions/plan-schema.ts'
import { normalQuantile } from '../distributions/normal.ts'
import type { LinkedScale } from '../scale-link/linked-scale.ts'
import { type ErrorParts, officialError, totalVariances } from './error-parts.ts'
import { intervalOf, probabilityOfReaching, type Uncertain } from './reaching.ts'
import { type Outlook, type Reach, settling } from './settling.ts'
import type { Verdict } from './verdict-result.ts'

/** What is known of a sub-index when its target is judged. */
export interface Standing {
  readonly score: number | null
  /** Some of its indicators are asked of firms, answered or not. */
  readonly surveyed: boolean
  /** Of our own survey's sampling alone; null where it cannot be had. */
  readonly samplingError: number | null
  readonly degreesOfFreedom: number | null
  readonly firms: number
  /** Standard deviation left by the edition's link of this sub-index, 0 without one. */
  readonly linkResidual: number
  /** Standard error of its hard data, 0 where they have none. */
  readonly hardError: number
}

/** A target and the terms on which it is judged. */
export interface Judgement {
  readonly plan: Pick<Plan, 'thresholds' | 'officialSampleSize'>
  readonly target: number
  /** The way onto the target's scale; `none` where no link was chosen, null where it leaves this out. */
  readonly scale: LinkedScale | 'none' | null
  /** Weights lead the sample to its margins, or there are none. */
  readonly marginsMet: boolean
  /** Of the interval of the published score. */
  readonly confidence: number
  /** Firms of the population, where the sampling error has their finite population correction. */
  readonly population: number | null
  readonly reach: Reach
}

/**
 * Whether a score will reach its target, the true one and the one that will be published. With T the
 * target, Ŝ our score from n firms, N the firms of the official survey, and the scale link's shift and
 * drift,
 *
 *     D = Ŝ + shift + drift − T
 *     V_true = SE² + V_bias + V_drift + V_link + V_hard,   V_published = V_true + SE² n/N
 *     P(≥ T) = F_t(D / √V; ν),   ν = ν_SE · V² / V_sampled²
 *
 * V_sampled is SE², and for the published score SE² (1 + n/N): the official survey's own error is taken
 * to have the spread of ours for one firm. Only SE² shrinks as firms answer. A survey without any error
 * is one whose error nobody knows, so there is no verdict then; only hard data have none. The verdict
 * is that of the published score.
 *
 * Unit: scores in points 1-10, probabilities 0-1. Cost: that of `settling`.
 *
 * @throws {AnalysisError} `invalid-probability` for a confidence of 1 or more
 * @see Satterthwaite (1946) for ν; docs/method.md for the drift's figures
 * @example
 * const standing = { score: 7, surveyed: true, samplingError: 0.3, degreesOfFreedom: 399, firms: 400, linkResidual: 0, hardError: 0 }
 * const scale = editionLink({ planYear: 2024, anchorsAsOf: 2024, profileYear: null, narrowRanges: [] })
 * const terms = { plan, target: 7, scale, marginsMet: true, confidence: 0.9, population: null, reach: { reachable: null, planned: null } }
 * verdictOn(standing, terms).probability // => 0.5
 */
export function verdictOn(standing: Standing, judgement: Judgement): Verdict {
  const { scale } = judgement
  const reason = reasonAgainst(standing, judgement)
  if (reason !== null || scale === 'none' || scale === null)
    return withoutVerdict(reason ?? 'scale-not-linked')

  const { plan, target, confidence } = judgement
  const parts = errorParts(standing, scale, judgement)
  const forecast = forecastOf(standing, scale, parts)
  const { lower, upper } = intervalOf(forecast.published, confidence)
  const probability = probabilityOfReaching(forecast.published, target)
  return {
    kind: kindOf(probability, plan.thresholds),
    probability,
    probabilityTrue: probabilityOfReaching(forecast.true, target),
    reason: null,
    scaleLink: scale.scaleLink,
    isApproximate: scale.isApproximate,
    parts,
    forecast: {
      score: forecast.published.value,
      standardError: Math.sqrt(forecast.published.variance),
      lower,
      upper,
    },
    settling:
      forecast.published.variance === 0
        ? null
        : settling(outlookOf(standing, { judgement, parts, probability }), plan.thresholds, judgement.reach),
  }
}

/** What a standard error of a score can be from rounding alone. */
const ROUNDING = 1e-9

type Reason = NonNullable<Verdict['reason']>

/** A spread found among fewer says next to nothing of the spread there is. */
const FEWEST_FIRMS = 10

function reasonAgainst(standing: Standing, { scale, marginsMet }: Judgement): Reason | null {
  const { score, surveyed, firms, samplingError, degreesOfFreedom } = standing
  if (!marginsMet) return 'margins-not-met'
  if (scale === 'none') return 'scale-not-linked'
  if (score === null) return 'no-score'
  if (scale === null) return 'sub-index-not-linked'
  if (!surveyed) return null
  if (firms < FEWEST_FIRMS) return 'too-few-firms'
  return samplingError === null || samplingError < ROUNDING || degreesOfFreedom === null ? 'no-error' : null
}

function withoutVerdict(reason: Reason): Verdict {
  return {
    kind: 'no-verdict',
    probability: null,
    probabilityTrue: null,
    reason,
    scaleLink: null,
    isApproximate: false,
    parts: null,
    forecast: null,
    settling: null,
  }
}

function errorParts(
  { samplingError, firms, linkResidual, hardError }: Standing,
  { biasVariance, drift, linkResiduals }: LinkedScale,
  { plan: { officialSampleSize }, population }: Judgement,
): ErrorParts {
  const own = samplingError ?? 0
  return {
    own,
    official: officialError({ own, firms, officialSampleSize, population }),
    bias: biasVariance === null ? null : Math.sqrt(biasVariance),
    reference: Math.sqrt(drift.variance),
    link: linkResidual * Math.sqrt(linkResiduals),
    hard: hardError,
  }
}

function forecastOf(
  { score, degreesOfFreedom }: Standing,
  { shift, drift }: LinkedScale,
  parts: ErrorParts,
): { readonly true: Uncertain; readonly published: Uncertain } {
  const value = (score ?? 0) + shift + drift.shift
  const variances = totalVariances(parts)
  const sampled = parts.own ** 2
  return {
    true: { value, variance: variances.true, estimated: sampled, degreesOfFreedom },
    published: {
      value,
      variance: variances.published,
      estimated: sampled + parts.official ** 2,
      degreesOfFreedom,
    },
  }
}

interface Judged {
  readonly judgement: Judgement
  readonly parts: ErrorParts
  readonly probability: number
}

/** Closer to 0 or 1 than this the quantile says nothing. */
const CERTAIN = 1e-12

/**
 * The outlook whose normal probability is that of the verdict, so that the two never disagree about
 * whether a matter is settled: the distance gives way a little for few degrees of freedom.
 */
function outlookOf({ firms }: Standing, { judgement, parts, probability }: Judged): Outlook {
  const { fixedPublished, published } = totalVariances(parts)
  const within = Math.min(1 - CERTAIN, Math.max(CERTAIN, probability))
  return {
    distance: Math.sqrt(published) * normalQuantile(within),
    own: parts.own ** 2,
    fixed: fixedPublished,
    firms,
    population: judgement.population,
  }
}

function kindOf(probability: number, { onTrack, offTrack }: Plan['thresholds']): Verdict['kind'] {
  if (probability >= onTrack) return 'on-track'
  return probability <= offTrack ? 'off-track' : 'too-close'
}
