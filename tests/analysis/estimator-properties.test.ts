import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumOf } from '../../analysis/compensated-sum.ts'
import { quantileInterval } from '../../analysis/estimators/quantile-interval.ts'
import { weightedDistribution } from '../../analysis/estimators/weighted-distribution.ts'
import { medianBounds } from '../../analysis/indicator-interval.ts'
import { degreesOfFreedom, taylorVariance } from '../../analysis/variance.ts'
import { weightedMean } from '../../analysis/weighted-mean.ts'

const value = fc.integer({ min: -50, max: 50 })
const firm = fc.record({
  value,
  weight: fc.double({ min: 0.1, max: 20, noNaN: true }),
  cluster: fc.integer({ min: 0, max: 6 }),
})
const firms = fc.array(firm, { minLength: 3, maxLength: 40 })

type Firms = readonly { readonly value: number; readonly weight: number }[]
const valuesOf = (list: Firms) => Float64Array.from(list, (one) => one.value)
const weightsOf = (list: Firms, factor = 1) => Float64Array.from(list, (one) => one.weight * factor)
const errorOf = (influence: Float64Array) => Math.sqrt(taylorVariance(influence, {}))
const meanOf = (list: Firms, factor = 1) => {
  const { value: mean, influence } = weightedMean(valuesOf(list), weightsOf(list, factor))
  return { mean, error: errorOf(influence) }
}
const medianOf = (list: Firms, factor = 1) => {
  const { value: median, standardError: error } = quantileInterval(valuesOf(list), weightsOf(list, factor), {
    probability: 0.5,
    rule: 'school',
    method: 'mean',
    confidence: 0.95,
    degreesOfFreedom: list.length - 1,
    errorOf: ({ influence }) => errorOf(influence),
  })
  return { median, error }
}

describe('a mean', () => {
  it('does not depend on the order of firms or the scale of weights', () => {
    fc.assert(
      fc.property(firms, (list) => {
        const [one, other] = [meanOf(list), meanOf(list.toReversed(), 7)]
        expect(other.mean).toBeCloseTo(one.mean, 9)
        expect(other.error).toBeCloseTo(one.error, 9)
      }),
    )
  })

  it('has the textbook error s/√n when weights are equal', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 50 }), (numbers) => {
        const n = numbers.length
        const mean = sumOf(numbers) / n
        const s2 = sumOf(numbers.map((y) => (y - mean) ** 2)) / (n - 1)
        expect(meanOf(numbers.map((y) => ({ value: y, weight: 3 }))).error).toBeCloseTo(Math.sqrt(s2 / n), 10)
      }),
    )
  })

  it('less itself has no error, because influences cancel', () => {
    fc.assert(
      fc.property(firms, (list) => {
        const { influence } = weightedMean(valuesOf(list), weightsOf(list))
        expect(
          taylorVariance(
            influence.map((u, i) => u - (influence[i] ?? 0)),
            {},
          ),
        ).toBe(0)
      }),
    )
  })

  it('of a domain counts the other firms as nothing, not as absent', () => {
    const { influence } = weightedMean(
      Float64Array.of(1, 0, 1, Number.NaN, Number.NaN),
      Float64Array.of(1, 1, 1, 1, 1),
    )
    // 5/4 Σu² with u = (1 − 2/3)/3 twice and −2/9; a sample of three alone would have 3/2.
    expect(taylorVariance(influence, {})).toBeCloseTo((5 / 4) * (2 / 81 + 4 / 81), 14)
  })

  it('of nobody is not a number', () => {
    expect(weightedMean(Float64Array.of(Number.NaN), Float64Array.of(1))).toMatchObject({
      value: Number.NaN,
      answers: 0,
    })
  })
})

describe('a median', () => {
  it('does not depend on the order of firms or the scale of weights', () => {
    fc.assert(
      fc.property(firms, (list) => {
        const whole = list.map((one) => ({ ...one, weight: Math.ceil(one.weight) }))
        expect(medianOf(whole.toReversed(), 4).median).toBe(medianOf(whole).median)
      }),
    )
  })

  it('is the ordinary median when weights are equal', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (numbers) => {
        const sorted = numbers.toSorted((a, b) => a - b)
        const middle = Math.floor(numbers.length / 2)
        const ordinary =
          numbers.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
        expect(medianOf(numbers.map((y) => ({ value: y, weight: 0.1 }))).median).toBe(ordinary)
      }),
    )
  })

  it('has no error where nearly all answers are the same, and bounds there all the same', () => {
    const heaped = Array.from({ length: 40 }, (_none, i) => ({ value: i < 2 ? 5 : 30, weight: 1 }))
    expect(medianOf(heaped)).toEqual({ median: 30, error: 0 })
    // 60 % of 40 are 10, the rest 30: another sample could well have the median 30.
    const split = Array.from({ length: 40 }, (_none, i) => ({ value: i < 24 ? 10 : 30, weight: 1 }))
    const bounds = medianBounds(weightedDistribution(valuesOf(split), weightsOf(split)), {
      effectiveAnswers: 40,
      t: 1.6849,
    })
    expect(bounds).toEqual([10, 30])
  })

  it('leaves firms without weight out', () => {
    const list = [1, 2, 3, 50].map((one) => ({ value: one, weight: one === 50 ? 0 : 1 }))
    const [all, three] = [medianOf(list), medianOf(list.slice(0, 3))]
    expect(all.median).toBe(three.median)
    const distribution = weightedDistribution(valuesOf(list), weightsOf(list))
    expect(medianBounds(distribution, { effectiveAnswers: 3, t: 2.92 })).toEqual([1, 3])
  })

  it('has the error of Woodruff: the width of the interval over 2t', () => {
    // 1 … 99: F(50) = 50/99 with SE 0.0505, so the bounds are the 40.5th and 60.6th per cent.
    const ladder = Array.from({ length: 99 }, (_none, i) => ({ value: i + 1, weight: 1 }))
    const t = 1.984467454942 // qt(0.975, 98)
    expect(medianOf(ladder).median).toBe(50)
    expect(medianOf(ladder).error).toBeCloseTo((60 - 41) / (2 * t), 8)
  })
})

describe('a variance', () => {
  const z = Float64Array.of(1, 2, 4, -3, 0.5, -1)
  const strata = Int32Array.of(0, 0, 0, 1, 1, 1)

  it('is that of its strata, one by one', () => {
    const alone = (part: Float64Array) => taylorVariance(part, {})
    expect(taylorVariance(z, { strata })).toBeCloseTo(alone(z.slice(0, 3)) + alone(z.slice(3)), 12)
  })

  it('changes when a row is split into two sampling units', () => {
    const clusters = Int32Array.of(0, 1, 2, 3, 4, 4)
    expect(taylorVariance(z, { clusters })).not.toBeCloseTo(taylorVariance(z, {}), 3)
    expect(taylorVariance(z, { clusters })).toBeCloseTo(
      taylorVariance(Float64Array.of(1, 2, 4, -3, -0.5), {}),
      12,
    )
  })

  it('shrinks by the share of the population that was asked, to nothing for a census', () => {
    const asked = (n: number) => taylorVariance(z, { population: new Float64Array(6).fill(n) })
    expect(asked(12)).toBeCloseTo(taylorVariance(z, {}) / 2, 12)
    expect(asked(6)).toBe(0)
  })

  it('has no part from a stratum with a single unit', () => {
    expect(taylorVariance(Float64Array.of(1, 3, 8), { strata: Int32Array.of(0, 0, 1) })).toBeCloseTo(4, 12)
  })

  it('has units less strata as degrees of freedom', () => {
    expect(degreesOfFreedom(6, {})).toBe(5)
    expect(degreesOfFreedom(6, { strata })).toBe(4)
    expect(degreesOfFreedom(6, { strata, clusters: Int32Array.of(0, 0, 1, 2, 3, 3) })).toBe(2)
  })
})

it('a compensated sum keeps what plain addition loses', () => {
  expect(sumOf([1, 1e100, 1, -1e100])).toBe(2)
  expect(sumOf(Array.from({ length: 10 }, () => 0.1))).toBe(1)
})
