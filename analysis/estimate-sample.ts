import type { Edition, Indicator } from '../survey-definitions/edition-schema.ts'
import type { Plan } from '../survey-definitions/plan-schema.ts'
import type { Questionnaire } from '../survey-definitions/questionnaire-schema.ts'
import { scoreGradients } from './actions/score-gradients.ts'
import { type ColumnEstimates, type ColumnScore, estimateColumns } from './columns/estimate-columns.ts'
import { sampleColumns } from './columns/sample-columns.ts'
import { compositeWeightsFor } from './composite-weights.ts'
import type { BootstrapSettings, HardValues, NormalisationMode } from './estimation-options.ts'
import type {
  Estimation,
  EstimationWarning,
  IndicatorEstimate,
  ScaleLink,
  ScoreEstimate,
} from './estimation.ts'
import { estimateSensitive } from './estimate-sensitive.ts'
import { itemDistribution } from './item-distribution.ts'
import { latestOf, PILOT_PROVINCE } from './pilot-values.ts'
import type { Sample } from './sample.ts'
import { dataDoubts } from './trust/data-doubts.ts'
import { bootstrapEstimates } from './replicates/bootstrap-estimates.ts'
import { bootstrapScores } from './replicates/bootstrap-scores.ts'
import { withProfile } from './scale-link/profile-anchors.ts'
import type { ScaleLinkInputs } from './scale-link/scale-of-plan.ts'
import {
  firmsOfPopulation,
  judgePlan,
  type PlanJudgement,
  type SubIndexStanding,
} from './verdicts/judge-plan.ts'
import type { Margin } from './weighting/margin.ts'

/** All that one analysis looks at. */
export interface EstimationInput {
  readonly edition: Edition
  readonly questionnaire: Questionnaire
  readonly sample: Sample
  /** Population counts to weight to, in the order of raking. */
  readonly margins?: readonly Margin[] | undefined
  /** Values of hard indicators; without them, the edition's own of the pilot province. */
  readonly hardValues?: HardValues | undefined
  readonly plan?: Plan | undefined
  /** Year of the composite weights; else the plan's year, else the edition's first set. */
  readonly weightsYear?: number | undefined
  readonly scaleLink: ScaleLink
  /** What the scale link rests on, where it rests on more than the edition. */
  readonly linkInputs?: ScaleLinkInputs | undefined
  /** Firms that could be asked at all. */
  readonly reachable?: number | undefined
  /** Firms that the wave plans for. */
  readonly planned?: number | undefined
  /** Of the intervals; 0.9 when not said. */
  readonly confidence?: number | undefined
  /** What becomes of values beyond an anchor; `extend`, the official way, when not said. */
  readonly normalisation?: NormalisationMode | undefined
  /** Errors from replicates of the sample; linearised ones when not said. */
  readonly bootstrap?: BootstrapSettings | undefined
}

/** Fewer answers than this make an estimate that nobody should lean on. */
const FEW_ANSWERS = 10

/**
 * From a sample to verdicts: weights, indicators, sub-indices, composite, each with its error,
 * and for every target of the plan how likely it is to be met.
 *
 * Unit: indicators in their own, scores 1-10, the composite 0-100. Cost: that of `estimateColumns`,
 * `dataDoubts` and `judgePlan`, O(firms · items) for the items, and that of `bootstrapScores` where asked.
 *
 * @throws {AnalysisError} what `estimateColumns`, `bootstrapScores` and `judgePlan` throw
 * @see docs/method.md
 * @example
 * const sample = sampleOf(pulse, [])
 * estimate({ edition: pci2017, questionnaire: pulse, sample, scaleLink: 'edition' }).composite.score // => null
 */
export function estimate(input: EstimationInput): Estimation {
  const { sample, plan, scaleLink } = input
  const settings = settingsOf(input)
  const { edition, margins, confidence, weightsYear } = settings
  const items = margins.map(({ item }) => item)
  const estimateOf = (part: Sample, factors?: Float64Array): ColumnEstimates =>
    estimateColumns(sampleColumns(part, items, factors), settings)
  const { columns, bootstrap } = withErrorsOf(estimateOf(sample), sample, settings)
  const judged = plan ? judgePlan({ ...planCase(columns, input), plan, edition, confidence }) : undefined
  const { indicators, composite } = columns
  const sensitive = estimateSensitive({ questionnaire: input.questionnaire, sample, margins, confidence })
  return {
    firms: sample.firms,
    channels: sample.channels,
    indicative: (sample.channels['open'] ?? 0) > 0,
    weightYears: columns.weightYears,
    confidence,
    varianceMethod: bootstrap ? 'generalised-bootstrap' : 'taylor',
    ...(bootstrap && { bootstrap }),
    weighting: columns.weighting,
    scaleLink,
    biasModel: judged?.biasModel ?? null,
    indicators,
    subIndices: columns.subIndices.map((score) => subIndexEstimate(score, judged)),
    composite,
    joint: judged?.joint ?? null,
    gradients: scoreGradients({
      ...settings,
      indicators,
      subIndices: columns.subIndices.map((one) => ({ code: one.code, ...one.estimate })),
      shareOf: compositeWeightsFor(edition, weightsYear).shareOf,
    }),
    ...dataDoubts({ ...input, ...settings, columns, estimateOf }),
    ...(sensitive.length > 0 && { sensitive }),
    items: [...sample.columns].map(([item, column]) => itemDistribution(item, column)),
    warnings: [
      ...columns.warnings,
      ...indicators.flatMap(indicatorWarnings),
      ...scoreWarnings(columns.subIndices, composite),
    ],
  }
}

/** What was left unsaid, said. */
function settingsOf(input: EstimationInput) {
  const { plan, margins = [], confidence = 0.9, normalisation = 'extend' } = input
  const edition = editionOf(input)
  return {
    edition,
    margins,
    hardValues: hardValuesOf(edition, input),
    weightsYear: input.weightsYear ?? plan?.year,
    confidence,
    normalisation,
    bootstrap: input.bootstrap,
  } as const
}

/** Estimates with linearised errors, or with those of a bootstrap where that is asked for. */
function withErrorsOf(
  columns: ColumnEstimates,
  sample: Sample,
  { bootstrap, ...settings }: ReturnType<typeof settingsOf>,
): { readonly columns: ColumnEstimates; readonly bootstrap: Estimation['bootstrap'] } {
  if (!bootstrap) return { columns, bootstrap }
  const items = settings.margins.map(({ item }) => item)
  const scores = bootstrapScores(sampleColumns(sample, items), { ...settings, ...bootstrap })
  return {
    columns: bootstrapEstimates(columns, { ...settings, scores }),
    bootstrap: { ...bootstrap, unmet: scores.unmet },
  }
}

/** The edition, with the anchors of a later year where the scale has them. */
function editionOf({ edition, scaleLink, linkInputs }: EstimationInput): Edition {
  const profile = scaleLink === 'edition' ? linkInputs?.profile : undefined
  return profile ? withProfile(edition, profile) : edition
}

/** The entered values; without any, the latest that the edition has of its pilot province. */
function hardValuesOf({ indicators }: Edition, { hardValues, plan }: EstimationInput): HardValues {
  if (hardValues) return hardValues
  if (plan?.province.name !== PILOT_PROVINCE) return {}
  const latest = indicators.flatMap(({ id, langSon }: Indicator) => {
    const found = latestOf(langSon)
    return found ? [[id, found.value] as const] : []
  })
  return Object.fromEntries(latest)
}

function planCase(columns: ColumnEstimates, input: EstimationInput) {
  const { codes, covariance, firms } = columns.covariance
  const placeOf = new Map(codes.map((code, place) => [code, place]))
  return {
    scaleLink: input.scaleLink,
    linkInputs: input.linkInputs ?? {},
    standings: columns.subIndices.map((score) => standingOf(score, columns)),
    indicators: columns.indicators,
    covariance: (one: string, other: string) =>
      covariance[(placeOf.get(one) ?? 0) * codes.length + (placeOf.get(other) ?? 0)] ?? 0,
    firms,
    marginsMet: !columns.warnings.some(({ code }) => code === 'margin-not-met'),
    population: null,
    reachable: input.reachable ?? firmsOfPopulation(input.margins ?? []),
    planned: input.planned ?? null,
  }
}

function standingOf(
  { code, estimate: score, samplingError }: ColumnScore,
  { indicators, covariance }: ColumnEstimates,
): SubIndexStanding {
  const own = covariance.ownVariances[covariance.codes.indexOf(code)]
  return {
    code,
    score: score.score,
    surveyed: indicators.some(({ subIndex, source }) => subIndex === code && source === 'survey'),
    samplingError: score.standardError === null ? null : samplingError,
    degreesOfFreedom: score.degreesOfFreedom,
    linkResidual: Math.sqrt(own?.link ?? 0),
    hardError: Math.sqrt(own?.hard ?? 0),
  }
}

function subIndexEstimate(
  { code, estimate: score }: ColumnScore,
  judged: PlanJudgement | undefined,
): Estimation['subIndices'][number] {
  const said = judged?.subIndices.get(code)
  return {
    code,
    ...score,
    target: said?.target ?? null,
    baseline: said?.baseline ?? null,
    verdict: said?.verdict ?? null,
    anytime: said?.anytime ?? null,
  }
}

function indicatorWarnings(indicator: IndicatorEstimate): EstimationWarning[] {
  const { code, value, score, source, answers, anchorExtended, anchorHeld } = indicator
  if (value === null) return [warning('indicator-missing', code)]
  return [
    ...(source === 'survey' && answers < FEW_ANSWERS ? [warning('few-answers', code)] : []),
    ...(score === null ? [warning('one-answer', code)] : []),
    ...(anchorExtended ? [warning('anchor-extended', code)] : []),
    ...(anchorHeld ? [warning('anchor-held', code)] : []),
  ]
}

function scoreWarnings(
  subIndices: readonly ColumnScore[],
  composite: ScoreEstimate,
): readonly EstimationWarning[] {
  const withheld = subIndices.filter(({ estimate: { score } }) => score === null)
  // The weight of what is missing was shared out among the others.
  const isPartial = composite.score !== null && composite.missingWeight > 0
  return [
    ...withheld.map(({ code }) => warning('sub-index-withheld', code)),
    ...(isPartial ? [warning('composite-partial', 'composite')] : []),
  ]
}

function warning(code: EstimationWarning['code'], about: string): EstimationWarning {
  return { code, about }
}
