import { z } from 'zod'
import { replicateDegreesOfFreedom } from '../../../analysis/replicates/replicate-degrees-of-freedom.ts'
import { weightedRatio } from '../../../analysis/estimators/weighted-ratio.ts'
import { weightedTotal } from '../../../analysis/estimators/weighted-total.ts'
import { weightedMean } from '../../../analysis/weighted-mean.ts'
import { figureMaker } from './figure-maker.ts'
import { REPLICATE_SETS } from './replicate-list.ts'
import { listedOrGiven, replicatedBy } from './replicated-survey.ts'
import { estimateAndError, statisticsTree } from './statistics-tree.ts'
import { cellsOf, valuesOf } from './variables.ts'

const OfSet = z.object({
  replicates: z.string(),
  /** A name of the list of calibrations, done to every replicate. */
  calibration: z.string().optional(),
})
const Statistics = OfSet.extend({
  of: z.enum(['mean', 'total']).default('mean'),
  variables: z.array(z.string()),
})
const Ratio = OfSet.extend({ numerator: z.string(), denominator: z.string() })
const Grouped = OfSet.extend({ variable: z.string(), by: z.string() })

/** Estimates with errors from replicate weights, and the weights' own figures. */
export const replicateMakers = {
  'replicate-scale': figureMaker(OfSet, (set, { folder }) => {
    const { replicates, isGiven } = listedOrGiven(set.replicates, folder)
    const { scale, factors } = replicates
    if (isGiven) return scale
    if (REPLICATE_SETS[set.replicates]?.scaleInFactors) return 1
    // With one stratum R puts the jackknife's common factor into the scale.
    return isConstant(factors) ? scale * (factors[0] ?? 1) : scale
  }),

  'replicate-factors': figureMaker(OfSet, (set, { folder }) => {
    const { replicates, isGiven } = listedOrGiven(set.replicates, folder)
    const { factors, count, scale } = replicates
    if (isGiven) return Array.from(factors ?? new Float64Array(count).fill(1))
    if (factors && !isConstant(factors)) return Array.from(factors)
    const each = REPLICATE_SETS[set.replicates]?.scaleInFactors ? scale : 1
    return Array.from({ length: count }, () => each)
  }),

  'replicate-count': figureMaker(
    OfSet,
    (set, { folder }) => replicatedBy(set.replicates, undefined, folder).replicates.count,
  ),

  'replicate-degrees-of-freedom': figureMaker(OfSet, (set, { folder }) => {
    const { count, weightsOf } = replicatedBy(set.replicates, undefined, folder).replicates
    return replicateDegreesOfFreedom(Array.from({ length: count }, (_none, r) => weightsOf(r)))
  }),

  'replicate-base': figureMaker(OfSet, (set, { folder }) =>
    Array.from(replicatedBy(set.replicates, undefined, folder).weights),
  ),

  'replicate-statistics': figureMaker(Statistics, (options, { folder }) => {
    const survey = replicatedBy(options.replicates, options.calibration, folder)
    const estimator = options.of === 'mean' ? weightedMean : weightedTotal
    const estimates = valuesOf(survey.table, options.variables).map(({ name, values }) => ({
      name,
      estimate: survey.estimated((weights) => estimator(values, weights).value),
    }))
    return statisticsTree(estimates, survey, {
      confidence: 0.95,
      degreesOfFreedom: Number.POSITIVE_INFINITY,
    })
  }),

  'replicate-ratio': figureMaker(Ratio, (options, { folder }) => {
    const survey = replicatedBy(options.replicates, options.calibration, folder)
    const [above, below] = valuesOf(survey.table, [options.numerator, options.denominator])
    const none = new Float64Array()
    const columns = { numerator: above?.values ?? none, denominator: below?.values ?? none }
    return estimateAndError(
      survey.estimated((weights) => weightedRatio(columns, weights).value),
      survey,
    )
  }),

  'replicate-mean-by': figureMaker(Grouped, ({ by, variable, ...options }, { folder }) => {
    const survey = replicatedBy(options.replicates, options.calibration, folder)
    const cells = cellsOf(survey.table, [by]).map(({ levels, domain }) => {
      const values = valuesOf(survey.table, [variable], domain)[0]?.values ?? new Float64Array()
      const mean = survey.estimated((weights) => weightedMean(values, weights).value)
      return { level: levels.join('.'), ...estimateAndError(mean, survey) }
    })
    return {
      [by]: cells.map(({ level }) => level),
      [variable]: cells.map(({ est }) => est),
      se: cells.map(({ se }) => se),
    }
  }),
}

function isConstant(factors: Float64Array | undefined): factors is Float64Array {
  return factors?.every((factor) => factor === factors[0]) ?? false
}
