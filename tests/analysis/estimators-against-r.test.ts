import { describe, expect, it } from 'vitest'
import { quantileInterval } from '../../analysis/estimators/quantile-interval.ts'
import { degreesOfFreedom, type Design, taylorVariance } from '../../analysis/variance.ts'
import { weightedMean } from '../../analysis/weighted-mean.ts'
import type { WeightingResidual } from '../../analysis/weighting/calibrated-weights.ts'
import type { CountMargin } from '../../analysis/weighting/count-margin.ts'
import { marginResidual } from '../../analysis/weighting/margin-regression.ts'
import { rake } from '../../analysis/weighting/rake-to-counts.ts'
import { kishDesignEffect } from '../../analysis/weighting/kish-design-effect.ts'
import truth from '../truth/apistrat.json' with { type: 'json' }

/*
 * apistrat and apiclus1 as shipped with R's survey package; R 4.2.2, survey 4.1-1. The figures
 * come from svymean, svyquantile, postStratify, rake and calibrate on
 * svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat, fpc = ~fpc).
 */
const { apistrat, apiclus1, populationMargins } = truth
const SCHOOL_TYPES = ['E', 'H', 'M']
const strata = Int32Array.from(apistrat.stype, (type) => SCHOOL_TYPES.indexOf(type))
const population = Float64Array.from(apistrat.fpc)
const base = Float64Array.from(apistrat.pw)
const STRATIFIED: Design = { strata, population }
const VARIABLES = ['api00', 'enroll'] as const

describe.each([
  ['strat_fpc', STRATIFIED],
  ['strat_nofpc', { strata }],
] as const)('means of %s', (name, design) => {
  const figures = truth.designs[name]

  it.each(VARIABLES)('of %s agree with svymean', (variable) => {
    const { value, influence } = weightedMean(Float64Array.from(apistrat[variable]), base)
    expect(distance(value, figures.mean.est[variable])).toBeLessThan(1e-11)
    expect(distance(Math.sqrt(taylorVariance(influence, design)), figures.mean.se[variable])).toBeLessThan(
      1e-11,
    )
  })

  it('of a domain agree, firms outside it counting as zero influence', () => {
    const { value, influence, answers } = weightedMean(inDomain(), base)
    expect(answers).toBeLessThan(200)
    expect(distance(value, figures.domain.est.api00)).toBeLessThan(1e-11)
    expect(distance(Math.sqrt(taylorVariance(influence, design)), figures.domain.se.api00)).toBeLessThan(
      1e-11,
    )
  })

  it('have the degrees of freedom of degf', () => {
    expect(degreesOfFreedom(200, design)).toBe(figures.degf)
  })
})

it('means of a cluster sample agree with svymean', () => {
  const design: Design = {
    clusters: Int32Array.from(apiclus1.dnum),
    population: Float64Array.from(apiclus1.fpc),
  }
  for (const variable of VARIABLES) {
    const { value, influence } = weightedMean(
      Float64Array.from(apiclus1[variable]),
      Float64Array.from(apiclus1.pw),
    )
    expect(distance(value, truth.designs.clus1.mean.est[variable])).toBeLessThan(1e-11)
    expect(
      distance(Math.sqrt(taylorVariance(influence, design)), truth.designs.clus1.mean.se[variable]),
    ).toBeLessThan(1e-11)
  }
  expect(degreesOfFreedom(apiclus1.pw.length, design)).toBe(truth.designs.clus1.degf)
})

it.each(['api00', 'enroll', 'meals'] as const)(
  'the median of %s and its Woodruff error agree',
  (variable) => {
    const { value, standardError } = median(Float64Array.from(apistrat[variable]))
    expect(value).toBe(truth.median[variable].q)
    expect(distance(standardError, truth.median[variable].se)).toBeLessThan(1e-11)
  },
)

// svyby(~api00, ~stype, design, svyquantile, quantiles = 0.5, ci = TRUE): each domain has degrees of
// freedom of its own, its answers less 1. R's default rule takes the lower of two middle values.
it.each([
  ['E', 671, 676, 20.663063062342935],
  ['H', 635, 641, 19.65589507184979],
  ['M', 648, 650, 18.66065987833841],
])('the Woodruff error of a domain median agrees: schools of type %s', (type, lower, upper, error) => {
  const values = Float64Array.from(apistrat.api00, (value, i) =>
    apistrat.stype[i] === type ? value : Number.NaN,
  )
  const degrees = values.filter((value) => !Number.isNaN(value)).length - 1
  const { value, standardError } = median(values, { degreesOfFreedom: degrees })
  expect(value).toBe((lower + upper) / 2)
  expect(distance(standardError, error)).toBeLessThan(1e-11)
})

describe('post-stratification', () => {
  const margins: Margins = [margin('sch.wide')]
  const figures = truth.calibration.postStratify_schwide

  it('gives the weights and errors of postStratify', () => {
    expect(worstOf(calibrationDistances(margins, figures))).toBeLessThan(1e-9)
  })
})

describe.each([
  ['two margins', ['stype', 'sch.wide'], truth.calibration.cal_raking2, truth.calibration.rake2_tight],
  [
    'three margins',
    ['stype', 'sch.wide', 'comp.imp'],
    truth.calibration.cal_raking3,
    truth.calibration.rake3_tight,
  ],
] as const)('raking on %s', (_name, items, calibrated, raked) => {
  const [first, ...others] = items
  const margins: Margins = [margin(first), ...others.map(margin)]

  it('gives the weights of rake and calibrate and the errors of calibrate', () => {
    expect(worstOf(calibrationDistances(margins, calibrated))).toBeLessThan(1e-9)
    const weights = scaledToPopulation(rake({ base, margins }).weights)
    expect(worstOf(raked.weights.map((weight, i) => distance(weights[i], weight)))).toBeLessThan(1e-8)
  })

  it('gives the median of calibrate, with the error of the weighting in it', () => {
    const { weights } = rake({ base, margins })
    const residual = marginResidual({ base, weights, margins })
    const { value, standardError } = median(Float64Array.from(apistrat.api00), { weights, residual })
    expect(value).toBe(calibrated.median.q)
    expect(distance(standardError, calibrated.median.se)).toBeLessThan(1e-8)
  })
})

type Margins = readonly [CountMargin, ...CountMargin[]]

interface CalibrationFigures {
  readonly kish: { readonly deff: number }
  readonly weights: readonly number[]
  readonly mean: {
    readonly est: Record<'api00' | 'enroll', number>
    readonly se: Record<'api00' | 'enroll', number>
  }
  readonly domain: { readonly est: { readonly api00: number }; readonly se: { readonly api00: number } }
}

/** How far weights, Kish's effect, means, domain means and their errors are from R's, relatively. */
function calibrationDistances(margins: Margins, figures: CalibrationFigures): readonly number[] {
  const { weights } = rake({ base, margins })
  const scaled = scaledToPopulation(weights)
  const residual = marginResidual({ base, weights, margins })
  const errorOf = (influence: Float64Array) => Math.sqrt(taylorVariance(residual(influence), STRATIFIED))
  const means = VARIABLES.flatMap((variable) => {
    const { value, influence } = weightedMean(Float64Array.from(apistrat[variable]), weights)
    const { est, se } = figures.mean
    return [distance(value, est[variable]), distance(errorOf(influence), se[variable])]
  })
  // svymean over a subset of calibrated weights: the domain's influence goes through the residual.
  const domain = weightedMean(inDomain('meals'), weights)
  return [
    ...figures.weights.map((weight, i) => distance(scaled[i], weight)),
    distance(kishDesignEffect(weights), figures.kish.deff),
    ...means,
    distance(domain.value, figures.domain.est.api00),
    distance(errorOf(domain.influence), figures.domain.se.api00),
  ]
}

/** Our margins are shares: the weights keep their sum, which R leads to the margins' total. */
function scaledToPopulation(weights: Float64Array): Float64Array {
  const total = Object.values(populationMargins.stype).reduce((sum, count) => sum + count, 0)
  const factor = total / weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight * factor)
}

/** api00 where comp.imp is Yes and meals above 40 percent; elsewhere out of the domain. */
function inDomain(by: 'both' | 'meals' = 'both'): Float64Array {
  return Float64Array.from(apistrat.api00, (value, i) =>
    (apistrat.meals[i] ?? 0) > 40 && (by === 'meals' || apistrat['comp.imp'][i] === 'Yes')
      ? value
      : Number.NaN,
  )
}

/** As waves have them: what registers count are proportions. */
function margin(item: 'stype' | 'sch.wide' | 'comp.imp'): CountMargin {
  const counts = Object.entries(populationMargins[item])
  const levels = counts.map(([level]) => level)
  return {
    name: item,
    levels,
    counts: Float64Array.from(counts, ([, count]) => count),
    levelOf: Int32Array.from(apistrat[item], (level) => levels.indexOf(level)),
    isProportion: true,
  }
}

/** A median by the rule of waves, with Woodruff's error. */
function median(
  values: Float64Array,
  {
    weights = base,
    residual = (influence) => influence,
    degreesOfFreedom: degrees = 197,
  }: { weights?: Float64Array; residual?: WeightingResidual; degreesOfFreedom?: number } = {},
) {
  return quantileInterval(values, weights, {
    probability: 0.5,
    rule: 'school',
    method: 'mean',
    confidence: 0.95,
    degreesOfFreedom: degrees,
    errorOf: ({ influence }) => Math.sqrt(taylorVariance(residual(influence), STRATIFIED)),
  })
}

function distance(actual: number | undefined, expected: number): number {
  return Math.abs((actual ?? Number.NaN) - expected) / Math.abs(expected)
}

function worstOf(distances: readonly number[]): number {
  return Math.max(...distances)
}
