import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumOf } from '../../../analysis/compensated-sum.ts'
import { betweenVariance } from '../../../analysis/small-areas/between-variance.ts'
import { fayHerriot } from '../../../analysis/small-areas/fay-herriot.ts'
import { milk } from './milk.ts'

const NAN = Number.NaN
const RUNS = { numRuns: 25 }
const ones = (count: number) => new Float64Array(count).fill(1)

const place = fc.record({
  estimate: fc.double({ min: 1, max: 9, noNaN: true }),
  variance: fc.double({ min: 0.05, max: 4, noNaN: true }),
  x: fc.double({ min: -2, max: 2, noNaN: true }),
})
const places = fc
  .array(place, { minLength: 6, maxLength: 20 })
  .filter((list) => new Set(list.map(({ x }) => Math.round(x * 10))).size > 3)
const dataOf = (list: readonly { estimate: number; variance: number; x: number }[]) => ({
  estimates: Float64Array.from(list, ({ estimate }) => estimate),
  variances: Float64Array.from(list, ({ variance }) => variance),
  covariates: [ones(list.length), Float64Array.from(list, ({ x }) => x)],
})

describe('milk expenditure, as R sae and metafor have it', () => {
  it.each([
    ['reml', 0.018550334762766324, 1.0219705441506137, 0.01346025645964545],
    ['ml', 0.015517508712418712, 1.0161732361657578, 0.013579938423169477],
  ] as const)('%s', (method, between, first, firstError) => {
    const model = fayHerriot(milk, { method })
    expect(model.betweenVariance / between).toBeCloseTo(1, 12)
    expect(model.places[0]?.value).toBeCloseTo(first, 12)
    expect(model.places[0]?.meanSquaredError).toBeCloseTo(firstError, 13)
    expect(model.basis).toBe('likelihood')
  })

  it('ends where the step is as short as asked', () => {
    expect(fayHerriot(milk, { tolerance: 1e-4 }).betweenVariance).toBeCloseTo(0.018550222322723225, 14)
  })
})

it('a search whose first step would pass 0 still finds the A above it', () => {
  const data = {
    estimates: Float64Array.of(0.4, 0.9, 1.2, 0.1, 1.3),
    variances: Float64Array.of(2, 0.01, 0.01, 2, 2),
    covariates: [ones(5)],
  }
  const a = betweenVariance(data, { method: 'ml', adjusted: false, tolerance: 1e-12 })
  expect(a).toBeCloseTo(0.012268106562903, 12)
  const precisions = data.variances.map((d) => 1 / (a + d))
  const mean = sumOf(data.estimates.map((y, i) => y * (precisions[i] ?? 0))) / sumOf(precisions)
  const misfit = sumOf(data.estimates.map((y, i) => ((y - mean) * (precisions[i] ?? 0)) ** 2))
  expect(misfit / sumOf(precisions)).toBeCloseTo(1, 10)
})

describe('equal variances have answers in closed form', () => {
  const estimates = Float64Array.of(2, 4, 6, 8)
  const data = { estimates, variances: ones(4), covariates: [ones(4)] }

  it('A by reml is the spread of the estimates less D, by ml with n below', () => {
    expect(betweenVariance(data, { method: 'reml', adjusted: false, tolerance: 1e-12 })).toBeCloseTo(
      20 / 3 - 1,
      11,
    )
    expect(betweenVariance(data, { method: 'ml', adjusted: false, tolerance: 1e-12 })).toBeCloseTo(
      20 / 4 - 1,
      11,
    )
  })

  it('the adjusted A solves |Py|² − tr P + 2/A = 0', () => {
    const adjusted = betweenVariance(data, { method: 'reml', adjusted: true, tolerance: 1e-12 })
    expect(20 / (adjusted + 1) ** 2 - 3 / (adjusted + 1) + 2 / adjusted).toBeCloseTo(0, 10)
  })

  it('the error has its three parts', () => {
    const {
      betweenVariance: a,
      places: [first],
    } = fayHerriot(data)
    const rest = 1 / (a + 1)
    expect(first?.parts.g1).toBeCloseTo(a / (a + 1), 12)
    expect(first?.parts.g2).toBeCloseTo((rest ** 2 * (a + 1)) / 4, 12)
    expect(first?.parts.g3).toBeCloseTo((rest ** 2 * 2 * (a + 1) ** 2) / 4 / (a + 1), 12)
    const { g1 = 0, g2 = 0, g3 = 0 } = first?.parts ?? {}
    expect(first?.meanSquaredError).toBeCloseTo(g1 + g2 + 2 * g3, 15)
  })
})

describe('places that hardly differ', () => {
  const data = { estimates: Float64Array.of(5, 5.1, 4.9, 5), variances: ones(4), covariates: [ones(4)] }

  it('are named by what was done: the adjusted likelihood, or covariates alone', () => {
    const adjusted = fayHerriot(data)
    expect(adjusted.basis).toBe('adjusted-likelihood')
    expect(adjusted.betweenVariance).toBeGreaterThan(0)
    const synthetic = fayHerriot(data, { whenZero: 'synthetic' })
    expect(synthetic).toMatchObject({ basis: 'synthetic', betweenVariance: 0 })
    expect(synthetic.places.map(({ value }) => value)).toEqual(
      [5, 5, 5, 5].map((five) => expect.closeTo(five, 12)),
    )
    expect(synthetic.places[0]?.shrinkage).toBe(0)
  })

  it('a place without answers is what its covariates say, with the error of that', () => {
    const four = fayHerriot({
      estimates: Float64Array.of(2, 4, 6, 8),
      variances: ones(4),
      covariates: [ones(4)],
    })
    const { places: all, ...rest } = fayHerriot({
      estimates: Float64Array.of(2, NAN, 4, 6, 8),
      variances: Float64Array.of(1, NAN, 1, 1, 1),
      covariates: [ones(5)],
    })
    expect(rest.betweenVariance).toBe(four.betweenVariance)
    expect(all[1]?.value).toBeCloseTo(5, 12)
    expect(all[1]?.meanSquaredError).toBeCloseTo(four.betweenVariance + (four.betweenVariance + 1) / 4, 12)
    expect(all[1]?.shrinkage).toBe(0)
  })

  it('cannot be modelled with as many covariates, or covariates that explain each other', () => {
    const few = {
      estimates: Float64Array.of(1, 2),
      variances: ones(2),
      covariates: [ones(2), Float64Array.of(1, 2)],
    }
    expect(() => fayHerriot(few)).toThrow(expect.objectContaining({ code: 'too-few-places' }))
    const twice = { ...data, covariates: [ones(4), ones(4)] }
    expect(() => fayHerriot(twice)).toThrow(expect.objectContaining({ code: 'columns-collinear' }))
  })
})

describe('whatever the places', () => {
  it('an estimate lies between its own and the synthetic one, nearer where firms are many', () => {
    fc.assert(
      fc.property(places, (list) => {
        const data = dataOf(list)
        for (const [i, { value, synthetic, shrinkage, meanSquaredError }] of fayHerriot(
          data,
        ).places.entries()) {
          const own = data.estimates[i] ?? 0
          expect(value).toBeGreaterThanOrEqual(Math.min(own, synthetic) - 1e-9)
          expect(value).toBeLessThanOrEqual(Math.max(own, synthetic) + 1e-9)
          expect(shrinkage).toBeGreaterThan(0)
          expect(meanSquaredError).toBeGreaterThan(0)
        }
      }),
      RUNS,
    )
  })

  it('their order does not matter, nor the unit of what is measured', () => {
    fc.assert(
      fc.property(places, fc.double({ min: 0.2, max: 5, noNaN: true }), (list, unit) => {
        const plain = fayHerriot(dataOf(list))
        const turned = fayHerriot(dataOf(list.toReversed()))
        const scaled = fayHerriot(
          dataOf(
            list.map((one) => ({
              ...one,
              estimate: unit * one.estimate,
              variance: unit ** 2 * one.variance,
            })),
          ),
        )
        for (const [i, { value }] of plain.places.entries()) {
          expect(turned.places.at(-1 - i)?.value).toBeCloseTo(value, 6)
          expect((scaled.places[i]?.value ?? 0) / unit).toBeCloseTo(value, 6)
        }
      }),
      RUNS,
    )
  })

  it('A makes the likelihood as great as it gets', () => {
    const likelihood = (between: number): number => {
      const all = dataOf(sample)
      const logs = sumOf(all.variances.map((d) => Math.log(between + d)))
      const precision = sumOf(all.variances.map((d) => 1 / (between + d)))
      const mean = sumOf(all.estimates.map((y, i) => y / (between + (all.variances[i] ?? 0)))) / precision
      const misfit = sumOf(all.estimates.map((y, i) => (y - mean) ** 2 / (between + (all.variances[i] ?? 0))))
      return -(logs + Math.log(precision) + misfit) / 2
    }
    const sample = [3, 5, 9, 4, 1, 8].map((estimate, i) => ({ estimate, variance: 0.5 + i / 3, x: 0 }))
    const { estimates, variances } = dataOf(sample)
    const best = betweenVariance(
      { estimates, variances, covariates: [ones(6)] },
      { method: 'reml', adjusted: false, tolerance: 1e-12 },
    )
    expect(likelihood(best)).toBeGreaterThan(likelihood(best * 1.01))
    expect(likelihood(best)).toBeGreaterThan(likelihood(best * 0.99))
  })
})
