import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listDesignTest } from '../../../analysis/sensitive/list-design-test.ts'
import { listDifference } from '../../../analysis/sensitive/list-experiment.ts'
import { listGuards } from '../../../analysis/sensitive/list-guards.ts'
import { listLikelihood, listLogLikelihood } from '../../../analysis/sensitive/list-likelihood.ts'
import { listPrevalence } from '../../../analysis/sensitive/list-prevalence.ts'
import { listTwoStep } from '../../../analysis/sensitive/list-two-step.ts'
import { taylorCovariance, taylorVariance } from '../../../analysis/variance.ts'
import type { EstimateWithInfluence } from '../../../analysis/weighted-mean.ts'
import { race } from './race-list.ts'

const NAN = Number.NaN
const { experiment, covariates } = race
const ones = (count: number) => new Float64Array(count).fill(1)

/** A list experiment small enough to look at. */
const few = {
  counts: Float64Array.of(1, 2, 0, 1, 2, 2, 1, 1),
  treated: Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1),
  statements: 2,
}
const arms = (treated: Float64Array) => ({ strata: Int32Array.from(treated) })

describe('the difference of two lists', () => {
  it('has Welch’s error where each list is a sample of its own', () => {
    const { value, influence } = listDifference(experiment, covariates.weights)
    expect(value).toBeCloseTo(0.06779744025075107, 13)
    expect(Math.sqrt(taylorVariance(influence, arms(experiment.treated)))).toBeCloseTo(
      0.049578289054337955,
      13,
    )
  })

  it('takes weights, and leaves out firms that did not answer', () => {
    const weights = Float64Array.of(1, 3, 1, 1, 1, 1, 1, 5)
    const counts = few.counts.with(7, NAN)
    expect(listDifference({ ...few, counts }, weights).value).toBeCloseTo(5 / 3 - 8 / 6, 14)
  })

  it('refuses a count that the list does not have, and an arm without answers', () => {
    const refused = (counts: Float64Array, code: string) =>
      expect(() => listDifference({ ...few, counts }, ones(8))).toThrow(expect.objectContaining({ code }))
    refused(few.counts.with(0, 3), 'invalid-list-answer')
    refused(few.counts.with(5, 4), 'invalid-list-answer')
    refused(few.counts.with(5, 1.5), 'invalid-list-answer')
    refused(few.counts.with(5, -1), 'invalid-list-answer')
    refused(
      few.counts.map((count, firm) => (firm < 4 ? NAN : count)),
      'arm-empty',
    )
  })
})

describe('least squares in two steps', () => {
  const model = listTwoStep(experiment, covariates)

  it('has the package’s slopes and errors', () => {
    expect(model.sensitive[0]?.value).toBeCloseTo(-7.0836693989280555, 9)
    expect(model.sensitive[0]?.standardError).toBeCloseTo(3.6682580092227695, 9)
    expect(model.control[0]?.standardError).toBeCloseTo(0.18683272154755282, 11)
  })

  it('with a constant alone is the difference of the lists, with its error but for n − 1', () => {
    const constant = { columns: [ones(8)], weights: ones(8) }
    const prevalence = listPrevalence(listTwoStep(few, constant), constant)
    expect(prevalence.value).toBeCloseTo(listDifference(few, ones(8)).value, 7)
    const design = arms(few.treated)
    expect(taylorVariance(prevalence.influence, design)).toBeCloseTo(
      taylorVariance(listDifference(few, ones(8)).influence, design),
      7,
    )
  })

  it('firms without a covariate count for nothing', () => {
    const without = listTwoStep({ ...experiment, counts: experiment.counts.with(0, NAN) }, covariates)
    const blank = {
      ...covariates,
      columns: covariates.columns.map((column, place) => (place === 2 ? column.with(0, NAN) : column)),
    }
    expect(listTwoStep(experiment, blank).sensitive[0]?.value).toBeCloseTo(
      without.sensitive[0]?.value ?? 0,
      9,
    )
  })
})

describe('greatest likelihood', () => {
  const model = listLikelihood(experiment, covariates)

  it('is a little more than R found, with errors as R differentiates them', () => {
    expect(model.logLikelihood).toBeGreaterThan(-1444.3941715117114)
    expect(model.logLikelihood).toBeCloseTo(-1444.3941715117114, 6)
    expect((model.sensitive[0]?.standardError ?? 0) / 1.0210592994645054).toBeCloseTo(1, 4)
    expect(listPrevalence(model, covariates).value).toBeCloseTo(0.1553355803551529, 5)
  })

  it('is no greater anywhere near', () => {
    const top = Float64Array.from([...model.control, ...model.sensitive], ({ value }) => value)
    fc.assert(
      fc.property(fc.nat(9), fc.constantFrom(-0.01, 0.01, -0.3, 0.3), (place, step) => {
        const beside = top.with(place, (top[place] ?? 0) + step)
        expect(listLogLikelihood(experiment, covariates, beside)).toBeLessThan(model.logLikelihood)
      }),
    )
  })

  it('a weight of two is a firm that answers twice', () => {
    const again = (column: Float64Array) => Float64Array.of(...column, column[3] ?? NAN)
    const { counts, treated, statements } = experiment
    const twice = listLikelihood(
      { counts: again(counts), treated: again(treated), statements },
      { columns: covariates.columns.map(again), weights: again(covariates.weights) },
    )
    const weighted = listLikelihood(experiment, { ...covariates, weights: covariates.weights.with(3, 2) })
    expect(weighted.sensitive[0]?.value).toBeCloseTo(twice.sensitive[0]?.value ?? 0, 8)
    expect(weighted.logLikelihood).toBeCloseTo(twice.logLikelihood, 9)
  })

  it('is less sure than the sandwich where the model is right only by and by', () => {
    const slope = model.sensitive[0]
    const sandwich = Math.sqrt((slope?.influence ?? ones(0)).reduce((sum, u) => sum + u * u, 0))
    expect(sandwich / (slope?.standardError ?? 0)).toBeGreaterThan(0.7)
    expect(sandwich / (slope?.standardError ?? 0)).toBeLessThan(1.4)
  })
})

describe('guards', () => {
  const covarianceIn =
    (treated: Float64Array) =>
    (a: EstimateWithInfluence, b: EstimateWithInfluence): number =>
      taylorCovariance(a.influence, b.influence, arms(treated))
  const covarianceOf = covarianceIn(experiment.treated)

  it('see firms at the ends of the shorter list, and too few of them', () => {
    const guards = listGuards(few, { weights: ones(8), wantedError: 0.2 })
    expect(guards.floor.value).toBe(0.25)
    expect(guards.ceiling.value).toBe(0.25)
    expect(guards.firmsNeeded).toBe(Math.ceil((4 * 0.5) / 0.04))
    expect(guards.smallestError).toBeCloseTo(0.5, 14)
    expect(guards.warnings).toEqual(['floor', 'ceiling', 'too-few-firms'])
  })

  it('weigh a share that is a little negative as a million draws in R do', () => {
    const test = listDesignTest(experiment, { weights: covariates.weights, covarianceOf })
    expect(test.holding[0]?.value).toBeCloseTo(-0.016866, 6)
    expect(test.notHolding.every(({ value }) => value > 0.2)).toBe(true)
    expect(test.p).toBeGreaterThan(0.152)
    expect(test.p).toBeLessThan(0.157)
  })

  it('find no effect where no share is negative', () => {
    const counts = Float64Array.of(0, 1, 1, 2, 0, 1, 2, 3)
    const listed = { counts, treated: few.treated, statements: 2 }
    const { p, holding, notHolding } = listDesignTest(listed, {
      weights: ones(8),
      covarianceOf: covarianceIn(few.treated),
    })
    expect(holding.map(({ value }) => value)).toEqual([0, 0.25])
    expect(notHolding.map(({ value }) => value)).toEqual([0.25, 0])
    expect(p).toBe(1)
  })

  it('find the effect where firms with the longer list count less', () => {
    const counts = experiment.counts.map((count, firm) =>
      experiment.treated[firm] === 1 ? Math.max(0, count - 1) : count,
    )
    const { p, holding } = listDesignTest(
      { ...experiment, counts },
      { weights: covariates.weights, covarianceOf },
    )
    expect(Math.min(...holding.map(({ value }) => value))).toBeLessThan(-0.1)
    expect(p).toBeLessThan(1e-6)
  })

  it('one negative share alone is its own one-sided test, twice', () => {
    const one = {
      counts: Float64Array.of(0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0, 2),
      treated: Float64Array.from({ length: 16 }, (_none, firm) => Number(firm > 7)),
      statements: 1,
    }
    const errorOf = (a: EstimateWithInfluence, b: EstimateWithInfluence) =>
      taylorCovariance(a.influence, b.influence, arms(one.treated))
    const { holding, notHolding, p } = listDesignTest(one, { weights: ones(16), covarianceOf: errorOf })
    const [share] = holding
    expect(share?.value).toBe(-0.5)
    expect(notHolding[0]?.value).toBeGreaterThan(0)
    const z = 0.5 / Math.sqrt(share ? errorOf(share, share) : NAN)
    // 2 · ½ · P(χ²₁ > z²), which is the two-sided tail of z
    expect(z).toBeCloseTo(2.1602, 4)
    expect(p).toBeCloseTo(0.030754, 5)
  })
})
