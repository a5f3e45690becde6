import { z } from 'zod'
import { quantileInterval } from '../../../analysis/estimators/quantile-interval.ts'
import { quantileByRule } from '../../../analysis/estimators/quantile-rule.ts'
import { criticalValue, shareInterval } from '../../../analysis/estimators/share-interval.ts'
import { weightedDistribution } from '../../../analysis/estimators/weighted-distribution.ts'
import { replicateDegreesOfFreedom } from '../../../analysis/replicates/replicate-degrees-of-freedom.ts'
import { weightedMean } from '../../../analysis/weighted-mean.ts'
import { DesignChoice } from './design-choice.ts'
import { figureMaker } from './figure-maker.ts'
import { Figure, type FigureTree } from './figure-tree.ts'
import { type ReplicatedSurvey, replicatedBy } from './replicated-survey.ts'
import { surveyedBy } from './surveyed.ts'
import { valuesOf, Variable } from './variables.ts'

const CONFIDENCE = 0.95
const WOODRUFF = { probability: 0.5, rule: 'math', method: 'mean', confidence: CONFIDENCE } as const

const OfDesign = z.object({ design: DesignChoice, variable: Variable })
const OfReplicates = z.object({ replicates: z.string(), variable: z.string() })

/** Medians and shares on their own, with their intervals. */
export const medianMakers = {
  median: figureMaker(OfDesign, ({ design, variable }, { folder }) => {
    const surveyed = surveyedBy(design, folder)
    const values = valuesOf(surveyed.table, [variable])[0]?.values ?? new Float64Array()
    return woodruffTree(quantileInterval(values, surveyed.weights, { ...WOODRUFF, ...surveyed }))
  }),

  share: figureMaker(OfDesign, ({ design, variable }, { folder }) => {
    const { table, weights, errorOf, degreesOfFreedom } = surveyedBy(design, folder)
    const share = weightedMean(valuesOf(table, [variable])[0]?.values ?? new Float64Array(), weights)
    const withError = {
      share: share.value,
      standardError: errorOf(share),
      degreesOfFreedom,
      firms: share.answers,
    }
    const [lo, hi] = shareInterval('xlogit', withError, CONFIDENCE)
    return { est: share.value, lo, hi }
  }),

  'replicate-median': figureMaker(OfReplicates, ({ replicates, variable }, { folder }) => {
    const survey = replicatedBy(replicates, undefined, folder)
    const values = valuesOf(survey.table, [variable])[0]?.values ?? new Float64Array()
    const median = survey.estimated((weights) => medianOf(values, weights))
    const standardError = survey.errorOf(median)
    const half = standardError * criticalValue(CONFIDENCE, degreesOfFreedomOf(survey))
    const { value } = median
    return woodruffTree({ value, lower: value - half, upper: value + half, standardError })
  }),

  'replicate-median-woodruff': figureMaker(OfReplicates, ({ replicates, variable }, { folder }) => {
    const survey = replicatedBy(replicates, undefined, folder)
    const values = valuesOf(survey.table, [variable])[0]?.values ?? new Float64Array()
    const median = medianOf(values, survey.weights)
    const isBelow = values.map((value) => (Number.isNaN(value) ? value : Number(value <= median)))
    const share = survey.estimated((weights) => weightedMean(isBelow, weights).value)
    const options = { ...WOODRUFF, degreesOfFreedom: degreesOfFreedomOf(survey) }
    return woodruffTree(
      quantileInterval(values, survey.weights, { ...options, errorOf: () => survey.errorOf(share) }),
    )
  }),
}

function medianOf(values: Float64Array, weights: Float64Array): number {
  return quantileByRule(weightedDistribution(values, weights), 'math', 0.5)
}

function degreesOfFreedomOf({ replicates: { count, weightsOf } }: ReplicatedSurvey): number {
  return replicateDegreesOfFreedom(Array.from({ length: count }, (_none, r) => weightsOf(r)))
}

function woodruffTree(median: {
  value: number
  lower: number
  upper: number
  standardError: number
}): FigureTree {
  const { value, lower, upper, standardError } = median
  return { q: value, lo: lower, hi: upper, se: new Figure(standardError, value) }
}
