import { describe, expect, it } from 'vitest'
import { jackknife } from '../../../analysis/replicates/jackknife.ts'
import { raoWuBootstrap, subBootstrap } from '../../../analysis/replicates/multiplicity-bootstrap.ts'
import { replicateDegreesOfFreedom } from '../../../analysis/replicates/replicate-degrees-of-freedom.ts'
import { replicateVariance } from '../../../analysis/replicates/replicate-variance.ts'
import {
  recalibrated,
  replicateEstimates,
  type ReplicateWeights,
} from '../../../analysis/replicates/replicate-weights.ts'
import { weightedMean } from '../../../analysis/weighted-mean.ts'
import { rakeToCounts } from '../../../analysis/weighting/rake-to-counts.ts'
import figures from '../../truth/replicates.json' with { type: 'json' }
import { base, R_TIGHT, SCHOOLS, TWO_MARGINS } from '../weighting/apistrat-calibrations.ts'

const NUMBERS = ['api00', 'api99', 'enroll', 'meals', 'ell'] as const
const strata = Int32Array.from(SCHOOLS.stype, (type) => ['E', 'H', 'M'].indexOf(type))
const design = { strata, population: Float64Array.from(SCHOOLS.fpc) }
const digits = (list: readonly string[]) => list.map((line) => Array.from(line, Number))

const drawnBySubBootstrap = {
  base,
  design: { strata },
  multiplicities: digits(figures.subBootstrap.multiplicities),
}
const drawnByRaoWu = { base, design, multiplicities: digits(figures.raoWu.multiplicities) }
const SETS = {
  jackknife: jackknife(base, design),
  subBootstrap: subBootstrap(drawnBySubBootstrap),
  raoWu: raoWuBootstrap(drawnByRaoWu),
}

function errorOf(
  replicates: ReplicateWeights,
  weights: Float64Array,
  estimate: (weights: Float64Array) => number,
) {
  const replicated = { estimate: estimate(weights), replicates: replicateEstimates(replicates, estimate) }
  return Math.sqrt(replicateVariance(replicated, replicates))
}

const distance = (ours: number, figure: number) => Math.abs(ours / figure - 1)

describe.each(['jackknife', 'subBootstrap', 'raoWu'] as const)('%s', (name) => {
  const replicates = SETS[name]

  it.each(NUMBERS)('gives the error of the mean of %s', (column) => {
    const mean = (weights: Float64Array) => weightedMean(Float64Array.from(SCHOOLS[column]), weights).value
    expect(distance(errorOf(replicates, base, mean), figures[name].mean.se[column])).toBeLessThan(1e-12)
  })

  it.each(NUMBERS)(
    'gives the error of the raked mean of %s, each replicate raked as the sample',
    (column) => {
      const mean = (weights: Float64Array) => weightedMean(Float64Array.from(SCHOOLS[column]), weights).value
      const margins = [...TWO_MARGINS] as const
      const raked = rakeToCounts({ base, margins: [...margins], stop: R_TIGHT })
      // R ends the raking of replicates after as many sweeps as the full sample took.
      const stop = { cellChange: 0, maxSweeps: raked.iterations }
      const each = recalibrated(
        replicates,
        (weights) => rakeToCounts({ base: weights, margins: [...margins], stop }).weights,
      )
      expect(distance(errorOf(each, raked.weights, mean), figures[name].raked.se[column])).toBeLessThan(1e-12)
    },
  )
})

describe.each(['jackknife', 'subBootstrap'] as const)('%s', (name) => {
  const replicates = SETS[name]

  it('gives the errors of a total, a ratio and a domain', () => {
    const total = (column: 'enroll' | 'api.stu') => (weights: Float64Array) =>
      weights.reduce((sum, weight, school) => sum + weight * (SCHOOLS[column][school] ?? 0), 0)
    const ratio = (weights: Float64Array) => total('api.stu')(weights) / total('enroll')(weights)
    expect(distance(errorOf(replicates, base, total('enroll')), figures[name].total.se.enroll)).toBeLessThan(
      1e-12,
    )
    expect(distance(errorOf(replicates, base, ratio), figures[name].ratio.se)).toBeLessThan(1e-11)
    for (const [place, level] of figures[name].by['sch.wide'].entries()) {
      const own = Float64Array.from(SCHOOLS.api00, (score, school) =>
        SCHOOLS['sch.wide'][school] === level ? score : Number.NaN,
      )
      const error = errorOf(replicates, base, (weights) => weightedMean(own, weights).value)
      expect(distance(error, figures[name].by.se[place] ?? Number.NaN)).toBeLessThan(1e-12)
    }
  })

  it('has the scale, the number and the degrees of freedom of R', () => {
    expect(replicates.scale).toBeCloseTo(figures[name].scale, 15)
    expect(replicates.count).toBe(figures[name].R)
    const all = Array.from({ length: replicates.count }, (_none, r) => replicates.weightsOf(r))
    expect(replicateDegreesOfFreedom(all)).toBe(figures[name].degf)
  })
})

it('the jackknife has the factors of R', () => {
  const { factors } = SETS.jackknife
  expect([factors?.[0], factors?.[100], factors?.[150]]).toEqual(figures.jackknife.rscales)
})
