import type { Edition, Indicator, SubIndex } from '../survey-definitions/edition-schema.ts'
import type { Plan } from '../survey-definitions/plan-schema.ts'
import type { Questionnaire } from '../survey-definitions/questionnaire-schema.ts'
import { compositeWeightsFor } from './composite-weights.ts'
import {
  estimateIndicator,
  hardIndicator,
  type IndicatorResult,
  missingIndicator,
} from './estimate-indicator.ts'
import { estimateComposite, estimateSubIndex, type ScoreResult } from './estimate-sub-index.ts'
import type {
  Estimation,
  EstimationWarning,
  IndicatorEstimate,
  ScaleLink,
  SubIndexEstimate,
} from './estimation.ts'
import { itemDistribution } from './item-distribution.ts'
import { latestOf, PILOT_PROVINCE } from './pilot-values.ts'
import type { Sample } from './sample.ts'
import type { Sampling } from './sampling.ts'
import { degreesOfFreedom } from './variance.ts'
import { type Standing, verdictOn } from './verdict.ts'
import type { Margin } from './weighting/margin.ts'
import { type SampleWeights, weightsOf } from './weighting/weights.ts'

/** All that one analysis looks at. */
export interface EstimationInput {
  readonly edition: Edition
  readonly questionnaire: Questionnaire
  readonly sample: Sample
  /** Population counts to weight to, in the order of raking. */
  readonly margins?: readonly Margin[] | undefined
  /** Values of hard indicators; without them, the edition's own of the pilot province. */
  readonly hardValues?: Readonly<Record<string, number>> | undefined
  readonly plan?: Plan | undefined
  /** Year of the composite weights; else the plan's year, else the edition's first set. */
  readonly weightsYear?: number | undefined
  readonly scaleLink: ScaleLink
  /** Of the intervals; 0.9 when not said. */
  readonly confidence?: number | undefined
}

/** Fewer answers than this make an estimate that nobody should lean on. */
const FEW_ANSWERS = 10

/**
 * From a sample to verdicts: weights, indicators, sub-indices, composite, each with its error,
 * and for every target of the plan how likely it is to be met.
 *
 * Cost: O(firms · (indicators + items)).
 *
 * @throws {AnalysisError} `unknown-weights-year`, `unknown-margin-item`, `unknown-margin-option`,
 * `margin-not-positive`, `missing-anchor-range`
 * @see docs/method.md
 * @example
 * estimate({ edition, questionnaire, sample, plan, scaleLink: 'edition' }).subIndices[4].verdict.kind // => 'too-close'
 */
export function estimate(input: EstimationInput): Estimation {
  const { edition, sample, scaleLink, confidence = 0.9 } = input
  const year = compositeWeightsFor(edition, input.weightsYear ?? input.plan?.year)
  const weighted = weightsOf(sample, input.margins ?? [])
  const sampling: Sampling = {
    weights: weighted.weights,
    residual: weighted.residual,
    degreesOfFreedom: degreesOfFreedom(weighted.firms, {}),
    confidence,
    designEffect: weighted.weighting.designEffect,
  }
  const parts = edition.subIndices.map((subIndex) => subIndexPart(subIndex, input, sampling))
  const composite = estimateComposite(
    parts.map(({ code, result }) => ({ ...result, weight: year.shareOf(code) })),
    sampling,
  )
  const indicators = parts.flatMap((part) => part.indicators)
  const subIndices = parts.map((part) => subIndexEstimate(part, input, weighted))
  return {
    firms: sample.firms,
    channels: sample.channels,
    indicative: (sample.channels['open'] ?? 0) > 0,
    weightYears: year.years,
    confidence,
    varianceMethod: 'taylor',
    weighting: weighted.weighting,
    scaleLink,
    indicators,
    subIndices,
    composite: composite.estimate,
    items: [...sample.columns].map(([item, column]) => itemDistribution(item, column)),
    warnings: [
      ...(year.inferred ? [{ code: 'weights-inferred', about: 'composite' } as const] : []),
      ...weighted.warnings,
      ...indicators.flatMap(indicatorWarnings),
      ...subIndices
        .filter(({ score }) => score === null)
        .map(({ code }) => warning('sub-index-withheld', code)),
      // The weight of what is missing was shared out among the others.
      ...(composite.estimate.score !== null && composite.estimate.missingWeight > 0
        ? [warning('composite-partial', 'composite')]
        : []),
    ],
  }
}

interface SubIndexPart {
  readonly code: string
  readonly result: ScoreResult
  readonly indicators: readonly IndicatorEstimate[]
}

function subIndexPart(subIndex: SubIndex, input: EstimationInput, sampling: Sampling): SubIndexPart {
  const results = input.edition.indicators
    .filter((indicator) => indicator.subIndex === subIndex.code)
    .map((indicator) => indicatorResult(indicator, input, sampling))
  return {
    code: subIndex.code,
    result: estimateSubIndex(subIndex, results, sampling),
    indicators: results.map(({ estimate: indicator }) => indicator),
  }
}

function indicatorResult(indicator: Indicator, input: EstimationInput, sampling: Sampling): IndicatorResult {
  if (indicator.source === 'hard') {
    const value = hardValue(indicator, input)
    return value === undefined ? missingIndicator(indicator) : hardIndicator(indicator, value)
  }
  const column = input.sample.indicators.get(indicator.id)
  return column ? estimateIndicator(indicator, column, sampling) : missingIndicator(indicator)
}

/** The entered value; without any, the latest that the edition has of its pilot province. */
function hardValue({ id, langSon }: Indicator, { hardValues, plan }: EstimationInput): number | undefined {
  if (hardValues) return Object.hasOwn(hardValues, id) ? hardValues[id] : undefined
  return plan?.province.name === PILOT_PROVINCE ? latestOf(langSon)?.value : undefined
}

function subIndexEstimate(
  { code, result, indicators }: SubIndexPart,
  { edition, plan, scaleLink }: EstimationInput,
  { firms, warnings }: SampleWeights,
): SubIndexEstimate {
  const planned = plan?.targets.find(({ subIndex }) => subIndex === code)
  const standing: Standing = {
    score: result.estimate.score,
    samplingError: result.estimate.standardError === null ? null : result.samplingError,
    degreesOfFreedom: result.estimate.degreesOfFreedom,
    firms,
    surveyed: indicators.some(({ source }) => source === 'survey'),
    linkResidual: Math.sqrt(result.linkVariance),
    anchorsAsOf: edition.anchorsAsOf,
  }
  const marginsMet = !warnings.some((one) => one.code === 'margin-not-met')
  return {
    code,
    ...result.estimate,
    target: planned?.target ?? null,
    baseline: planned?.baseline ?? null,
    verdict:
      plan && planned ? verdictOn(standing, { plan, target: planned.target, scaleLink, marginsMet }) : null,
  }
}

function indicatorWarnings({
  code,
  value,
  score,
  source,
  answers,
  anchorExtended,
}: IndicatorEstimate): EstimationWarning[] {
  if (value === null) return [warning('indicator-missing', code)]
  return [
    ...(source === 'survey' && answers < FEW_ANSWERS ? [warning('few-answers', code)] : []),
    ...(score === null ? [warning('one-answer', code)] : []),
    ...(anchorExtended ? [warning('anchor-extended', code)] : []),
  ]
}

function warning(code: EstimationWarning['code'], about: string): EstimationWarning {
  return { code, about }
}
