import { z } from 'zod'
import { quantileInterval } from '../../../analysis/estimators/quantile-interval.ts'
import { quantileByRule } from '../../../analysis/estimators/quantile-rule.ts'
import {
  type ScoreBound,
  scoreQuantileInterval,
} from '../../../analysis/estimators/score-quantile-interval.ts'
import { weightedDistribution } from '../../../analysis/estimators/weighted-distribution.ts'
import { degreesOfFreedom } from '../../../analysis/variance.ts'
import { DesignChoice } from './design-choice.ts'
import { figureMaker } from './figure-maker.ts'
import { Figure } from './figure-tree.ts'
import { type Surveyed, surveyedBy } from './surveyed.ts'
import { cellsOf, type Domain, valuesOf } from './variables.ts'

const RULES = [
  'math',
  'school',
  'shahvaish',
  'hf1',
  'hf2',
  'hf3',
  'hf4',
  'hf5',
  'hf6',
  'hf7',
  'hf8',
  'hf9',
] as const

const Quantiles = z.object({
  design: DesignChoice.optional(),
  variable: z.string(),
  probabilities: z.array(z.number()),
})
const Intervals = Quantiles.extend({
  rule: z.enum(RULES).default('math'),
  method: z.enum(['mean', 'xlogit', 'beta', 'asin']).default('mean'),
  confidence: z.number().default(0.95),
  /** Intervals by the normal distribution instead of t with the design's degrees of freedom. */
  normal: z.boolean().default(false),
})

/** What R says of the version that made the figures. */
const WithVersion = z.looseObject({ meta: z.looseObject({ survey: z.string() }) })

/** Versions of R survey that take the second value where a bound lies below the first one's share. */
const OLD_SURVEY = /^4\.[01]\b/

/** Quantiles by every rule, with Woodruff's intervals, and by domain. */
export const quantileMakers = {
  'quantile-by-rule': figureMaker(Quantiles, ({ design, variable, probabilities }, { folder }) => {
    const { table, weights } = surveyedBy(design, folder)
    const distribution = weightedDistribution(valuesIn({ table }, variable), weights)
    return Object.fromEntries(
      RULES.map((rule) => [rule, probabilities.map((p) => quantileByRule(distribution, rule, p))]),
    )
  }),

  'quantile-interval': figureMaker(Intervals, (options, { folder }) => {
    const surveyed = surveyedBy(options.design, folder)
    const isOld = OLD_SURVEY.test(WithVersion.safeParse(folder.truth).data?.meta.survey ?? '')
    const estimates = options.probabilities.map((p) => {
      const estimate = quantileOf(surveyed, options, p)
      return [p, isOld ? asOldSurvey(estimate, surveyed, options) : estimate] as const
    })
    return {
      q: Object.fromEntries(estimates.map(([p, { value }]) => [p, value])),
      lo: Object.fromEntries(estimates.map(([p, { lower }]) => [p, lower])),
      hi: Object.fromEntries(estimates.map(([p, { upper }]) => [p, upper])),
      se: Object.fromEntries(
        estimates.map(([p, { standardError, value }]) => [p, new Figure(standardError, value)]),
      ),
    }
  }),

  'quantile-score-interval': figureMaker(Quantiles, ({ design, variable, probabilities }, { folder }) => {
    const surveyed = surveyedBy(design, folder)
    const { weights, errorOf } = surveyed
    const values = valuesIn(surveyed, variable)
    const isIn = (row: number): boolean => !Number.isNaN(values[row]) && weights[row] !== 0
    const [lower, upper] = scoreQuantileInterval(values, weights, {
      probability: probabilities[0] ?? 0.5,
      confidence: 0.95,
      degreesOfFreedom: degreesOfFreedom(values.length, surveyed.design, isIn),
      errorOf,
    })
    // R leads a bound back by the unweighted share of rows at or below it.
    const ledBack = ({ value, isReached }: ScoreBound): number => {
      const known = values.filter((each) => !Number.isNaN(each))
      const rows = known.filter((each) => each < value || (isReached && each === value)).length
      return quantileByRule(weightedDistribution(values, weights), 'math', rows / known.length)
    }
    return { lo: ledBack(lower), hi: ledBack(upper) }
  }),

  'quantile-by': figureMaker(Intervals.extend({ by: z.string() }), (options, { folder }) => {
    const surveyed = surveyedBy(options.design, folder)
    const [probability = 0.5] = options.probabilities
    const cells = cellsOf(surveyed.table, [options.by])
    const estimates = cells.map(({ domain }) => quantileOf(surveyed, options, probability, domain))
    return {
      [options.by]: cells.map(({ levels }) => levels[0] ?? ''),
      [options.variable]: estimates.map(({ value }) => value),
      [`se.${options.variable}`]: estimates.map(
        ({ standardError, value }) => new Figure(standardError, value),
      ),
    }
  }),
}

function quantileOf(
  surveyed: Surveyed,
  { variable, rule, method, confidence, normal }: z.infer<typeof Intervals>,
  probability: number,
  domain: Domain = [],
): ReturnType<typeof quantileInterval> {
  const values = valuesIn(surveyed, variable, domain)
  const isIn = (row: number): boolean => !Number.isNaN(values[row]) && surveyed.weights[row] !== 0
  return quantileInterval(values, surveyed.weights, {
    probability,
    rule,
    method,
    confidence,
    degreesOfFreedom: normal
      ? Number.POSITIVE_INFINITY
      : degreesOfFreedom(values.length, surveyed.design, isIn),
    errorOf: surveyed.errorOf,
  })
}

/** A lower bound at the very first value is the second one in those versions. */
function asOldSurvey(
  estimate: ReturnType<typeof quantileInterval>,
  { table, weights }: Surveyed,
  { variable, rule }: z.infer<typeof Intervals>,
): ReturnType<typeof quantileInterval> {
  const { values } = weightedDistribution(valuesIn({ table }, variable), weights)
  const [first, second] = values
  const { lower, upper, standardError } = estimate
  if (rule !== 'math' || lower !== first || second === undefined) return estimate
  const part = upper > lower ? (upper - second) / (upper - lower) : 1
  return { ...estimate, lower: second, standardError: standardError * part }
}

function valuesIn({ table }: Pick<Surveyed, 'table'>, variable: string, domain: Domain = []): Float64Array {
  return valuesOf(table, [variable], domain)[0]?.values ?? new Float64Array()
}
