import { isRandomised } from '../survey-definitions/randomised-options.ts'
import type { Questionnaire, RandomisedItem } from '../survey-definitions/questionnaire-schema.ts'
import { answerableItems } from '../survey-definitions/routing-path.ts'
import type { SensitiveEstimate } from './estimation.ts'
import { criticalValue } from './estimators/share-interval.ts'
import type { AnswerColumn } from './answer-column.ts'
import { agreedShareVariance } from './indicator-interval.ts'
import type { Sample } from './sample.ts'
import { listDifference } from './sensitive/list-experiment.ts'
import { listGuards } from './sensitive/list-guards.ts'
import {
  type Randomisation,
  type RandomisationLine,
  randomisationLine,
  randomisedShare,
} from './sensitive/randomised-response.ts'
import { chosenShare, listExperimentOf } from './sensitive-columns.ts'
import { type Design, taylorVariance } from './variance.ts'
import { type EstimateWithInfluence, weightedMean } from './weighted-mean.ts'
import type { Margin } from './weighting/margin.ts'
import { kishDesignEffect } from './weighting/kish-design-effect.ts'
import { type SampleWeights, weightsOf } from './weighting/weights.ts'

/** What is estimated from answers that chance has a part in. */
export interface SensitiveEstimation {
  readonly questionnaire: Questionnaire
  readonly sample: Sample
  /** Population counts to weight to, as for every other estimate. */
  readonly margins?: readonly Margin[] | undefined
  /** Of the intervals; 0.9 when not said. */
  readonly confidence?: number | undefined
}

/** Fewer answers than this, or to one of two lists, and there is no figure: sensitive ones are withheld. */
const FEWEST_ANSWERS = 10

/** A standard error beyond this leaves an interval that tells nothing. */
const WANTED_ERROR = 0.1

/**
 * How many firms the sensitive statements are true of, one estimate for each item of a list
 * experiment, a crosswise question or a forced response; none for a questionnaire without them.
 * Estimates may lie below 0 or above 1, as unbiased ones must now and then.
 *
 * Unit: shares. Cost: O(firms · items), and that of the weights.
 *
 * @throws {AnalysisError} what `weightsOf` throws, `invalid-list-answer`
 * @see `listDifference`, `randomisedShare`
 * @example
 * estimateSensitive({ questionnaire: pulse, sample }) // => []
 */
export function estimateSensitive(input: SensitiveEstimation): readonly SensitiveEstimate[] {
  const { questionnaire, sample, margins = [], confidence = 0.9 } = input
  const items = answerableItems(questionnaire).filter(isRandomised)
  if (items.length === 0) return []
  const weighted = weightsOf(sample, margins)
  return items.flatMap((item) => {
    const column = sample.columns.get(item.code)
    return column ? [estimateOf(item, column, { weighted, confidence })] : []
  })
}

interface Means {
  readonly weighted: SampleWeights
  readonly confidence: number
}

interface Outcome {
  /** Undefined where there are too few answers. */
  readonly share: EstimateWithInfluence | undefined
  readonly answers: number
  readonly degreesOfFreedom: number
  readonly design: Design
  readonly guards: SensitiveEstimate['guards']
  /** Where all gave one answer, whose spread says nothing of the error. */
  readonly agreed?: ShareError | undefined
}

interface ShareError {
  readonly standardError: number
  readonly lower: number
  readonly upper: number
}

function estimateOf(item: RandomisedItem, column: AnswerColumn, means: Means): SensitiveEstimate {
  const { share, answers, degreesOfFreedom, design, guards, agreed } = outcomeOf(item, column, means)
  const about = { item: item.code, design: item.kind, answers }
  if (!share) {
    const none = { estimate: null, standardError: null, lower: null, upper: null }
    return { ...about, ...none, guards: ['too-few-firms'] }
  }
  const spread = Math.sqrt(taylorVariance(means.weighted.residual(share.influence), design))
  const half = criticalValue(means.confidence, degreesOfFreedom) * spread
  const { standardError, lower, upper } = agreed ?? {
    standardError: spread,
    lower: share.value - half,
    upper: share.value + half,
  }
  const isTooFew = standardError > WANTED_ERROR && !guards.includes('too-few-firms')
  return {
    ...about,
    estimate: share.value,
    standardError,
    lower,
    upper,
    guards: isTooFew ? [...guards, 'too-few-firms'] : guards,
  }
}

function outcomeOf(item: RandomisedItem, column: AnswerColumn, means: Means): Outcome {
  const { weights } = means.weighted
  if (item.kind === 'list-experiment') return listOutcome(listExperimentOf(item, column), weights)
  const yes = weightedMean(chosenShare(column, item.kind === 'crosswise' ? 'same' : 'yes'), weights)
  const { answers } = yes
  const outcome = { answers, degreesOfFreedom: answers - 1, design: {}, guards: [] }
  if (answers < FEWEST_ANSWERS) return { ...outcome, share: undefined }
  const randomisation = randomisationOf(item)
  return {
    ...outcome,
    share: randomisedShare(yes, randomisation),
    agreed: agreedError(yes, randomisationLine(randomisation), means),
  }
}

/** As of a share of an indicator that came out 0 or 1, led through the line of what chance hides. */
function agreedError(
  { value, answers }: EstimateWithInfluence,
  { c, d }: RandomisationLine,
  { weighted, confidence }: Means,
): ShareError | undefined {
  if (value !== 0 && value !== 1) return undefined
  const designEffect = kishDesignEffect(weighted.weights)
  const variance = agreedShareVariance({ as: 'share', value, answers, designEffect })
  const room = 1 - (1 - confidence) ** (designEffect / answers)
  const ends = [value, value === 0 ? room : 1 - room].map((yes) => (yes - d) / c)
  return {
    standardError: Math.sqrt(variance) / Math.abs(c),
    lower: Math.min(...ends),
    upper: Math.max(...ends),
  }
}

function listOutcome(experiment: ReturnType<typeof listExperimentOf>, weights: Float64Array): Outcome {
  const counted = (arm: number) =>
    experiment.treated.filter((value, firm) => value === arm && (weights[firm] ?? 0) > 0).length
  const arms = [counted(0), counted(1)] as const
  const answers = arms[0] + arms[1]
  // Each list is a sample of its own; firms that did not answer are a stratum that adds nothing.
  const design = { strata: Int32Array.from(experiment.treated, (arm) => (Number.isNaN(arm) ? 2 : arm)) }
  const outcome = { answers, degreesOfFreedom: answers - 2, design }
  if (Math.min(...arms) < FEWEST_ANSWERS) return { ...outcome, share: undefined, guards: [] }
  const { warnings } = listGuards(experiment, { weights, wantedError: WANTED_ERROR })
  return { ...outcome, share: listDifference(experiment, weights), guards: warnings }
}

function randomisationOf(item: Exclude<RandomisedItem, { kind: 'list-experiment' }>): Randomisation {
  if (item.kind === 'crosswise') return { kind: 'crosswise', p: item.probability }
  return { kind: 'forced', truth: 1 - item.forcedYes - item.forcedNo, yes: item.forcedYes }
}
