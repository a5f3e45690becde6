import type { Edition } from '../../survey-definitions/edition-schema.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { carelessEffect } from '../careless/careless-effect.ts'
import type { ColumnEstimates } from '../columns/estimate-columns.ts'
import type { NormalisationMode } from '../estimation-options.ts'
import type { Estimation } from '../estimation.ts'
import { itemDistribution } from '../item-distribution.ts'
import { scaleReliability } from '../reliability/scale-reliability.ts'
import type { Sample } from '../sample.ts'
import type { Margin } from '../weighting/margin.ts'
import { weightsOf } from '../weighting/weights.ts'
import type { GroupScore } from './channel-contrast.ts'
import { contrastChannels } from './contrast-channels.ts'
import { estimateBounds } from './estimate-bounds.ts'
import { indicatorAnswers } from './indicator-answers.ts'
import { itemNonresponse } from './item-nonresponse.ts'

/** An estimated sample, and how parts of it are estimated. */
export interface DoubtedSample {
  readonly edition: Edition
  readonly questionnaire: Questionnaire
  readonly sample: Sample
  readonly margins: readonly Margin[]
  readonly normalisation: NormalisationMode
  readonly columns: ColumnEstimates
  /** The same estimation of some of the firms, or with factors of base weights. */
  readonly estimateOf: (part: Sample, factors?: Float64Array) => ColumnEstimates
}

type DataDoubts = Pick<
  Estimation,
  'dkBounds' | 'channelContrast' | 'nonresponse' | 'careless' | 'reliability'
>

/**
 * What speaks for or against leaning on a sample: the bounds that "don't know" and "refused" leave,
 * the contrast of the channels, how often items brought no answer, what careless answering does to
 * the scores, and whether the items of each scale hang together.
 *
 * Unit: values in their own, scores 1-10, the composite 0-100, shares 0-1. Cost: O(firms · indicators),
 * that of `carelessEffect` and `scaleReliability`, and two estimations where there are two channels to
 * contrast.
 *
 * @throws {AnalysisError} what `estimateOf` throws
 * @see estimateBounds, contrastChannels, itemNonresponse, carelessEffect, scaleReliability
 * @example
 * const none = sampleOf(pulse, [])
 * const estimateOf = () => estimateColumns(sampleColumns(none, []), { edition: pci2017 })
 * const doubted = { edition: pci2017, questionnaire: pulse, sample: none, margins: [], normalisation: 'extend' }
 * dataDoubts({ ...doubted, columns: estimateOf(), estimateOf }).channelContrast // => null
 */
export function dataDoubts({
  edition,
  questionnaire,
  sample,
  margins,
  normalisation,
  columns,
  estimateOf,
}: DoubtedSample): DataDoubts {
  const { weights } = weightsOf(sample, margins)
  return {
    dkBounds: estimateBounds({
      edition,
      answers: indicatorAnswers(questionnaire, sample, weights),
      indicators: columns.indicators,
      subIndices: columns.subIndices.map(({ code, estimate }) => ({ code, score: estimate.score })),
      normalisation,
    }),
    channelContrast: contrastChannels(sample, {
      items: margins.map(({ item }) => item),
      scoresOf: (part) => groupScores(estimateOf(part)),
    }),
    nonresponse: nonresponseOf(sample),
    careless: carelessEffect({
      questionnaire,
      sample,
      estimateUnder: (factors) => estimateOf(sample, factors),
    }),
    reliability: scaleReliability({ edition, questionnaire, sample, weights }),
  }
}

/** With the error of sampling alone: that of links and hard data is the same in both groups. */
function groupScores({ subIndices }: ColumnEstimates): readonly GroupScore[] {
  return subIndices.map(({ code, estimate: { score, degreesOfFreedom }, samplingError }) => ({
    code,
    score,
    standardError: samplingError,
    degreesOfFreedom,
  }))
}

/** Of the items that feed indicators. */
function nonresponseOf({ columns, indicators }: Sample): Estimation['nonresponse'] {
  const feeding = new Set([...indicators.values()].map(({ item }) => item))
  return [...columns]
    .filter(([item]) => feeding.has(item))
    .map(([item, column]) => ({ item, ...itemNonresponse(itemDistribution(item, column)) }))
}
