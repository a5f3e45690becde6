import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { designEffect } from '../../../analysis/estimators/design-effect.ts'
import { geometricMean } from '../../../analysis/estimators/geometric-mean.ts'
import { linearContrast } from '../../../analysis/estimators/linear-contrast.ts'
import { quantileInterval } from '../../../analysis/estimators/quantile-interval.ts'
import { quantileByRule } from '../../../analysis/estimators/quantile-rule.ts'
import { criticalValue, shareInterval } from '../../../analysis/estimators/share-interval.ts'
import { weightedCovariance } from '../../../analysis/estimators/weighted-covariance.ts'
import { weightedDistribution } from '../../../analysis/estimators/weighted-distribution.ts'
import { weightedRatio } from '../../../analysis/estimators/weighted-ratio.ts'
import { weightedTotal } from '../../../analysis/estimators/weighted-total.ts'
import { taylorVariance } from '../../../analysis/variance.ts'
import { weightedMean } from '../../../analysis/weighted-mean.ts'

const NAN = Number.NaN

describe('totals, ratios and variances', () => {
  it('leave out firms without a value', () => {
    expect(weightedTotal(Float64Array.of(1, 2, NAN), Float64Array.of(10, 20, 30)).value).toBe(50)
    expect(weightedTotal(Float64Array.of(NAN), Float64Array.of(10)).value).toBeNaN()
    const numerator = Float64Array.of(1, 2, 9, NAN)
    const denominator = Float64Array.of(2, 4, NAN, 7)
    expect(weightedRatio({ numerator, denominator }, new Float64Array(4).fill(1))).toMatchObject({
      value: 0.5,
      answers: 2,
    })
  })

  it('a ratio to ones is a mean, with its influence', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 2 }), (numbers) => {
        const numerator = Float64Array.from(numbers)
        const weights = numerator.map((_y, firm) => 1 + (firm % 3))
        const ratio = weightedRatio({ numerator, denominator: numerator.map(() => 1) }, weights)
        const mean = weightedMean(numerator, weights)
        expect(ratio.value).toBeCloseTo(mean.value, 10)
        expect(taylorVariance(ratio.influence, {})).toBeCloseTo(taylorVariance(mean.influence, {}), 10)
      }),
    )
  })

  it('a variance with equal weights is the textbook one', () => {
    const x = Float64Array.of(1, 2, 3, NAN)
    expect(weightedCovariance(x, x, Float64Array.of(1, 1, 1, 1)).value).toBeCloseTo(1, 15)
  })

  it('a simple random sample has the design effect 1', () => {
    const values = Float64Array.of(3, 5, 10, 12)
    const weights = Float64Array.of(5, 5, 5, 5)
    const { influence } = weightedMean(values, weights)
    const withReplacement = taylorVariance(influence, {})
    expect(designEffect(withReplacement, { values, weights, withReplacement: true })).toBeCloseTo(1, 14)
    const without = taylorVariance(influence, { population: Float64Array.of(20, 20, 20, 20) })
    expect(designEffect(without, { values, weights, withReplacement: false })).toBeCloseTo(1, 14)
    expect(
      designEffect(without, { values, weights: weights.map(() => 0.5), withReplacement: false }),
    ).toBeNaN()
  })

  it('an estimate less itself has no error', () => {
    const estimate = weightedMean(Float64Array.of(1, 4, 2), Float64Array.of(1, 2, 3))
    const nothing = linearContrast([
      { estimate, coefficient: 1 },
      { estimate, coefficient: -1 },
    ])
    expect(nothing.value).toBe(0)
    expect(taylorVariance(nothing.influence, {})).toBe(0)
  })
})

describe('geometric mean', () => {
  const [low, high] = [
    weightedMean(Float64Array.of(1, 3, 2, 2), Float64Array.of(1, 1, 1, 1)),
    weightedMean(Float64Array.of(8, 7, 9, 8), Float64Array.of(1, 1, 1, 1)),
  ]

  it('of 2 and 8 is 4, with the error of the delta method', () => {
    const { value, influence } = geometricMean([
      { estimate: low, weight: 0.5 },
      { estimate: high, weight: 0.5 },
    ])
    expect(value).toBeCloseTo(4, 14)
    const slopes = [1, 0.25] as const
    const linear = low.influence.map((u, firm) => slopes[0] * u + slopes[1] * (high.influence[firm] ?? 0))
    expect(taylorVariance(influence, {})).toBeCloseTo(taylorVariance(linear, {}), 14)
  })

  it('needs scores above nought', () => {
    const nothing = weightedMean(Float64Array.of(0), Float64Array.of(1))
    expect(() => geometricMean([{ estimate: nothing, weight: 1 }])).toThrow(
      expect.objectContaining({ code: 'score-not-positive' }),
    )
  })
})

describe('quantile rules', () => {
  const days = weightedDistribution(Float64Array.of(7, 1, NAN, 3, 5), new Float64Array(5).fill(1))

  it.each([
    ['math', 0.5, 3],
    ['school', 0.5, 4],
    ['school', 0.6, 5],
    ['hf3', 0.5, 3],
    ['hf4', 0.6, 3.8],
    ['hf5', 0.5, 4],
    ['hf6', 0.25, 1.5],
    ['hf7', 0.25, 2.5],
    ['hf8', 0.25, 11 / 6],
    ['hf9', 0.25, 1.875],
    ['math', 0.1, 1],
    ['school', 0.1, 1],
    ['hf6', 0.01, 1],
    ['hf7', 1, 7],
  ] as const)('%s at %d of 1, 3, 5, 7', (rule, p, value) => {
    expect(quantileByRule(days, rule, p)).toBeCloseTo(value, 14)
  })

  it('know a single value and none', () => {
    const [one, none] = [Float64Array.of(4), Float64Array.of(NAN)]
    expect(quantileByRule(weightedDistribution(one, Float64Array.of(2)), 'hf7', 0.3)).toBe(4)
    expect(quantileByRule(weightedDistribution(none, Float64Array.of(2)), 'math', 0.3)).toBeNaN()
  })
})

describe('intervals', () => {
  const share = { share: 0.5, standardError: 0.1, degreesOfFreedom: Number.POSITIVE_INFINITY, firms: 26 }

  it.each(['mean', 'xlogit', 'asin'] as const)('of a half are even about it by %s', (method) => {
    const [low, high] = shareInterval(method, share, 0.9)
    expect(low).toBeLessThan(0.4)
    expect(low + high).toBeCloseTo(1, 14)
  })

  it('of a share nobody differs on is the exact one-sided bound', () => {
    const [low, high] = shareInterval(
      'beta',
      { ...share, share: 0, standardError: 0, degreesOfFreedom: 25 },
      0.9,
    )
    expect(low).toBe(0)
    expect(high).toBeCloseTo(1 - 0.05 ** (1 / 26), 14)
  })

  it('need degrees of freedom', () => {
    expect(shareInterval('xlogit', { ...share, degreesOfFreedom: 0 }, 0.9)).toEqual([NAN, NAN])
    expect(criticalValue(0.95, Number.POSITIVE_INFINITY)).toBeCloseTo(1.959963984540054, 15)
  })

  it('of a quantile are NaN where that of the share passes its ends', () => {
    const options = {
      probability: 0.5,
      rule: 'math',
      method: 'mean',
      confidence: 0.95,
      degreesOfFreedom: 3,
    } as const
    const values = Float64Array.of(1, 3, 5, 7)
    const weights = Float64Array.of(1, 1, 1, 1)
    const narrow = quantileInterval(values, weights, { ...options, errorOf: () => 0.1 })
    expect(narrow).toMatchObject({ value: 3, lower: 1, upper: 7 })
    expect(narrow.standardError).toBeCloseTo(6 / (2 * 3.182446305283709), 13)
    expect(quantileInterval(values, weights, { ...options, errorOf: () => 1 }).standardError).toBeNaN()
  })
})
