import { z } from 'zod'
import { sumOf } from '../../../analysis/compensated-sum.ts'
import { linearContrast } from '../../../analysis/estimators/linear-contrast.ts'
import { weightedRatio } from '../../../analysis/estimators/weighted-ratio.ts'
import { weightedTotal } from '../../../analysis/estimators/weighted-total.ts'
import { tCdf } from '../../../analysis/distributions/student-t.ts'
import { type EstimateWithInfluence, weightedMean } from '../../../analysis/weighted-mean.ts'
import { DesignChoice } from './design-choice.ts'
import { figureMaker } from './figure-maker.ts'
import { type FigureTree, GIVEN } from './figure-tree.ts'
import { covarianceTree, estimateAndError } from './statistics-tree.ts'
import { type Surveyed, surveyedBy } from './surveyed.ts'
import { cellsOf, type Domain, valuesOf, Variable } from './variables.ts'

const Grouped = z.object({
  design: DesignChoice.optional(),
  by: z.array(z.string()),
  variables: z.array(Variable),
})

const SeparateRatio = z.object({
  design: DesignChoice.optional(),
  by: z.string(),
  numerator: z.string(),
  denominator: z.string(),
})

const Standardised = z.object({
  design: DesignChoice.optional(),
  by: z.array(z.string()),
  variable: z.string(),
  /** The factor that domains are made alike in, to the population counts of its levels. */
  standard: z.string(),
  population: z.array(z.number()),
})

/** Estimates by domain, and what comes of comparing them. */
export const domainMakers = {
  'mean-by': figureMaker(Grouped, (options, { folder }) =>
    byDomain(options, surveyedBy(options.design, folder), weightedMean),
  ),

  'standardised-mean-by': figureMaker(Standardised, (options, { folder }) => {
    const surveyed = surveyedBy(options.design, folder)
    const estimates = cellsOf(surveyed.table, options.by).map(({ domain }) =>
      estimateAndError(standardisedMean(surveyed, options, domain), surveyed),
    )
    return {
      ...labelsBy(surveyed, options.by),
      [options.variable]: estimates.map(({ est }) => est),
      se: estimates.map(({ se }) => se),
    }
  }),

  'total-by': figureMaker(Grouped, (options, { folder }) =>
    byDomain(options, surveyedBy(options.design, folder), weightedTotal),
  ),

  'ratio-by': figureMaker(SeparateRatio, (options, { folder }) => {
    const surveyed = surveyedBy(options.design, folder)
    const name = `${options.numerator}/${options.denominator}`
    const ratios = ratiosByStratum(surveyed, options)
    return {
      ...labelsBy(surveyed, [options.by]),
      [name]: ratios.map(({ estimate }) => estimate.value),
      [`se.${name}`]: ratios.map(({ estimate }) => estimateAndError(estimate, surveyed).se),
    }
  }),

  'covariance-by': figureMaker(Grouped, ({ design, by, variables }, { folder }) => {
    const surveyed = surveyedBy(design, folder)
    const estimates = cellsOf(surveyed.table, by).map(({ levels, domain }) => ({
      name: levels.join('.'),
      estimate: meanIn(surveyed, variables, domain),
    }))
    return covarianceTree(estimates, surveyed)
  }),

  difference: figureMaker(Grouped, ({ design, by, variables }, { folder }) => {
    const surveyed = surveyedBy(design, folder)
    return estimateAndError(differenceOf(surveyed, { by, variables, sign: 1 }), surveyed)
  }),

  'difference-test': figureMaker(Grouped, ({ design, by, variables }, { folder }) => {
    const surveyed = surveyedBy(design, folder)
    const difference = differenceOf(surveyed, { by, variables, sign: -1 })
    const t = difference.value / surveyed.errorOf(difference)
    const df = surveyed.degreesOfFreedom - 1
    return { t, df, p: 2 * tCdf(-Math.abs(t), df), est: difference.value }
  }),

  'ratio-by-stratum': figureMaker(SeparateRatio, (options, { folder }) =>
    Object.fromEntries(
      ratiosByStratum(surveyedBy(options.design, folder), options).map(({ level, estimate }) => [
        `${level}.${options.numerator}/${options.denominator}`,
        estimate.value,
      ]),
    ),
  ),

  'separate-ratio': figureMaker(
    SeparateRatio.extend({ population: z.string(), part: z.enum(['est', 'se']) }),
    (options, { folder }) => {
      const surveyed = surveyedBy(options.design, folder)
      const population = { table: folder.table(options.population) }
      const terms = ratiosByStratum(surveyed, options).map(({ estimate, domain }) => ({
        estimate,
        coefficient: sumOf(present(valuesOf(population.table, [options.denominator], domain)[0]?.values)),
      }))
      return estimateAndError(linearContrast(terms), surveyed)[options.part]
    },
  ),
}

function byDomain(
  { by, variables }: z.infer<typeof Grouped>,
  surveyed: Surveyed,
  estimate: (values: Float64Array, weights: Float64Array) => EstimateWithInfluence,
): FigureTree {
  const cells = cellsOf(surveyed.table, by).map(({ domain }) =>
    valuesOf(surveyed.table, variables, domain).map(({ name, values }) => ({
      name,
      ...estimateAndError(estimate(values, surveyed.weights), surveyed),
    })),
  )
  const names = cells[0]?.map(({ name }) => name) ?? []
  const columns = names.flatMap((name, place) => [
    [name, cells.map((cell) => cell[place]?.est ?? null)] as const,
    [names.length > 1 ? `se.${name}` : 'se', cells.map((cell) => cell[place]?.se ?? null)] as const,
  ])
  return { ...labelsBy(surveyed, by), ...Object.fromEntries(columns) }
}

/** The levels of every domain, as the truth lists them: numbers where all are. */
function labelsBy({ table }: Surveyed, by: readonly string[]): Readonly<Record<string, FigureTree>> {
  const cells = cellsOf(table, by)
  return Object.fromEntries(
    by.map((column, place) => {
      const isNumeric = table
        .numbers(column)
        .every((number, row) => !Number.isNaN(number) || table.labels(column)[row] === '')
      return [column, cells.map(({ levels }) => (isNumeric ? GIVEN : (levels[place] ?? '')))]
    }),
  )
}

/** The first domain's mean less the second's, or the other way round. */
function differenceOf(
  surveyed: Surveyed,
  { by, variables, sign }: { by: readonly string[]; variables: readonly Variable[]; sign: 1 | -1 },
): EstimateWithInfluence {
  const means = cellsOf(surveyed.table, by).map(({ domain }) => meanIn(surveyed, variables, domain))
  return linearContrast(
    means.slice(0, 2).map((estimate, place) => ({ estimate, coefficient: place === 0 ? sign : -sign })),
  )
}

/** The mean that the domain would have with the population's shares of the standard factor. */
function standardisedMean(
  surveyed: Surveyed,
  { variable, standard, population }: z.infer<typeof Standardised>,
  domain: Domain,
): EstimateWithInfluence {
  const all = population.reduce((sum, count) => sum + count, 0)
  const levels = cellsOf(surveyed.table, [standard])
  return linearContrast(
    levels.map(({ domain: level }, place) => ({
      estimate: meanIn(surveyed, [variable], [...domain, ...level]),
      coefficient: (population[place] ?? Number.NaN) / all,
    })),
  )
}

function meanIn(
  { table, weights }: Surveyed,
  variables: readonly Variable[],
  domain: Domain,
): EstimateWithInfluence {
  return weightedMean(valuesOf(table, variables, domain)[0]?.values ?? new Float64Array(), weights)
}

function ratiosByStratum(
  { table, weights }: Surveyed,
  { by, numerator, denominator }: z.infer<typeof SeparateRatio>,
): readonly { level: string; domain: Domain; estimate: EstimateWithInfluence }[] {
  return cellsOf(table, [by]).map(({ levels, domain }) => {
    const [above, below] = valuesOf(table, [numerator, denominator], domain)
    const columns = {
      numerator: above?.values ?? new Float64Array(),
      denominator: below?.values ?? new Float64Array(),
    }
    return { level: levels.join('.'), domain, estimate: weightedRatio(columns, weights) }
  })
}

function present(values: Float64Array = new Float64Array()): Float64Array {
  return values.filter((value) => !Number.isNaN(value))
}
