import { z } from 'zod'
import { designEffect } from '../../../analysis/estimators/design-effect.ts'
import { weightedCovariance } from '../../../analysis/estimators/weighted-covariance.ts'
import { weightedRatio } from '../../../analysis/estimators/weighted-ratio.ts'
import { weightedTotal } from '../../../analysis/estimators/weighted-total.ts'
import { sumOf } from '../../../analysis/compensated-sum.ts'
import { weightedMean } from '../../../analysis/weighted-mean.ts'
import { DesignChoice } from './design-choice.ts'
import { figureMaker } from './figure-maker.ts'
import { Figure } from './figure-tree.ts'
import { estimateAndError, statisticsTree } from './statistics-tree.ts'
import { surveyedBy } from './surveyed.ts'
import type { SurveyTable } from './survey-table.ts'
import { Domain, dummiesOf, hasBlanks, valuesOf, Variable } from './variables.ts'

const ESTIMATORS = { mean: weightedMean, total: weightedTotal }

const OfDesign = z.object({ design: DesignChoice.optional() })
const Statistics = OfDesign.extend({
  estimator: z.enum(['mean', 'total']),
  variables: z.array(Variable).default([]),
  factors: z.array(z.string()).default([]),
  where: Domain,
  /** What a row without one of the variables does: it is left out, or nothing is known of that variable. */
  blanks: z.enum(['left-out', 'kept']).default('left-out'),
  confidence: z.number().default(0.95),
  /** Intervals by the normal distribution instead of t with the design's degrees of freedom. */
  normal: z.boolean().default(false),
})

const statistics = figureMaker(Statistics, (options, { folder }) => {
  const surveyed = surveyedBy(options.design, folder)
  const variables = [...options.variables, ...dummiesOf(surveyed.table, options.factors)]
  const columns =
    options.blanks === 'left-out'
      ? valuesOf(surveyed.table, variables, options.where)
      : variables.flatMap((variable) => valuesUnlessBlank(surveyed.table, variable, options.where))
  const estimates = columns.map(({ name, values }) => ({
    name,
    estimate: values
      ? ESTIMATORS[options.estimator](values, surveyed.weights)
      : { value: Number.NaN, influence: new Float64Array(surveyed.table.rows).fill(Number.NaN), answers: 0 },
  }))
  return statisticsTree(estimates, surveyed, {
    confidence: options.confidence,
    degreesOfFreedom: options.normal ? Number.POSITIVE_INFINITY : surveyed.degreesOfFreedom,
  })
})

/** A variable's column, and none where a row of the domain lacks it. */
function valuesUnlessBlank(
  table: SurveyTable,
  variable: Variable,
  domain: Domain,
): readonly { readonly name: string; readonly values: Float64Array | undefined }[] {
  const isUnknown = hasBlanks(table, variable, domain)
  return valuesOf(table, [variable], domain).map(({ name, values }) => ({
    name,
    values: isUnknown ? undefined : values,
  }))
}

const Ratios = OfDesign.extend({ numerators: z.array(z.string()), denominators: z.array(z.string()) })
const Effects = OfDesign.extend({
  of: z.enum(['mean', 'total']).default('mean'),
  variables: z.array(Variable),
  withReplacement: z.boolean().default(false),
})
const Variables = OfDesign.extend({ variables: z.array(Variable) })

/** Means, totals, ratios, variances and design effects of a whole sample or one domain. */
export const meanMakers = {
  mean: statistics,
  total: statistics,

  'degrees-of-freedom': figureMaker(
    OfDesign,
    ({ design }, { folder }) => surveyedBy(design, folder).degreesOfFreedom,
  ),

  'mean-each': figureMaker(Variables, ({ design, variables }, { folder }) => {
    const surveyed = surveyedBy(design, folder)
    return variables
      .flatMap((variable) => valuesOf(surveyed.table, [variable]))
      .map(({ name, values }) => ({
        var: name,
        ...estimateAndError(weightedMean(values, surveyed.weights), surveyed),
      }))
  }),

  ratio: figureMaker(Ratios, ({ design, numerators, denominators }, { folder }) => {
    const surveyed = surveyedBy(design, folder)
    const columns = valuesOf(surveyed.table, [...numerators, ...denominators])
    const above = columns.slice(0, numerators.length)
    const ratios = columns
      .slice(numerators.length)
      .flatMap(({ values: denominator }) =>
        above.map(({ values: numerator }) => weightedRatio({ numerator, denominator }, surveyed.weights)),
      )
      .map((ratio) => estimateAndError(ratio, surveyed))
    return { est: ratios.map(({ est }) => est), se: ratios.map(({ se }) => se) }
  }),

  'design-effect': figureMaker(Effects, ({ design, of, variables, withReplacement }, { folder }) => {
    const { table, weights, errorOf } = surveyedBy(design, folder)
    return Object.fromEntries(
      valuesOf(table, variables).map(({ name, values }) => {
        const variance = errorOf(ESTIMATORS[of](values, weights)) ** 2
        const firms = sumOf(weights.filter((_weight, row) => !Number.isNaN(values[row])))
        const ofMean = of === 'total' ? variance / firms ** 2 : variance
        return [name, designEffect(ofMean, { values, weights, withReplacement })]
      }),
    )
  }),

  variance: figureMaker(Variables, ({ design, variables }, { folder }) => {
    const surveyed = surveyedBy(design, folder)
    const [column] = valuesOf(surveyed.table, variables)
    const values = column?.values ?? new Float64Array()
    return estimateAndError(weightedCovariance(values, values, surveyed.weights), surveyed)
  }),

  correlation: figureMaker(Variables, ({ design, variables }, { folder }) => {
    const { table, weights } = surveyedBy(design, folder)
    const columns = valuesOf(table, variables)
    const covariances = columns.map((row) =>
      columns.map((column) => weightedCovariance(row.values, column.values, weights).value),
    )
    const deviations = covariances.map((row, place) => Math.sqrt(row[place] ?? 0))
    const names = columns.map(({ name }) => name)
    return {
      rows: names,
      cols: names,
      data: covariances.map((row, i) =>
        row.map((covariance, j) => new Figure(covariance / ((deviations[i] ?? 0) * (deviations[j] ?? 0)), 1)),
      ),
    }
  }),

  'coefficient-of-variation': figureMaker(Variables, ({ design, variables }, { folder }) => {
    const { table, weights, errorOf } = surveyedBy(design, folder)
    const columns = valuesOf(table, variables)
    const names = columns.map(({ name }) => name)
    const estimates = columns.map(({ values }) => weightedMean(values, weights))
    return {
      rows: names,
      cols: names,
      data: estimates.map((estimate) => new Figure(errorOf(estimate) / estimate.value, 1)),
    }
  }),
}
