import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { degreesOfFreedom, type Design, taylorCovariance, taylorVariance } from '../../analysis/variance.ts'

/** Two of four units drawn, and two of three firms within each. */
const TWO_STAGES: Design = {
  clusters: Int32Array.of(0, 0, 1, 1),
  population: Float64Array.of(4, 4, 4, 4),
  within: { strata: Int32Array.of(0, 0, 1, 1), population: Float64Array.of(3, 3, 3, 3) },
}

describe('variance of a two-stage sample', () => {
  it('adds what firms vary within units, by hand', () => {
    // Units sum to 4 and 10: (1 - 1/2) · 2 · (9 + 9). Within: 1/2 · [1/3 · 2 · (1 + 1) + 1/3 · 2 · (9 + 9)].
    expect(taylorVariance(Float64Array.of(1, 3, 2, 8), TWO_STAGES)).toBeCloseTo(18 + 20 / 3, 13)
  })

  it('is that of the second stage alone where every unit was drawn', () => {
    const design = { ...TWO_STAGES, population: Float64Array.of(2, 2, 2, 2) }
    expect(taylorVariance(Float64Array.of(1, 3, 2, 8), design)).toBeCloseTo(40 / 3, 13)
  })

  it('has no second stage where the first is from a population without end', () => {
    const { clusters, within } = TWO_STAGES
    const design = { ...(clusters && { clusters }), ...(within && { within }) }
    expect(taylorVariance(Float64Array.of(1, 3, 2, 8), design)).toBeCloseTo(36, 13)
  })
})

describe('a stratum with a single unit', () => {
  const strata = Int32Array.of(0, 0, 1)
  const influence = Float64Array.of(1, 3, 5)

  it.each([
    ['certainty', 4],
    ['adjust', 4 + 25],
    ['average', 8],
  ] as const)('adds by %s', (lonelyUnits, variance) => {
    expect(taylorVariance(influence, { strata, lonelyUnits })).toBeCloseTo(variance, 13)
  })

  it('can be refused', () => {
    expect(() => taylorVariance(influence, { strata, lonelyUnits: 'fail' })).toThrow(
      expect.objectContaining({ code: 'lonely-unit' }),
    )
  })

  it('is no surprise where it is all of its population', () => {
    const population = Float64Array.of(1e9, 1e9, 1)
    expect(taylorVariance(influence, { strata, population, lonelyUnits: 'fail' })).toBeCloseTo(4, 7)
  })
})

describe('covariance', () => {
  const influences = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 8, maxLength: 8 })
  const design: Design = { strata: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1) }

  it('is half of what the variance of a sum exceeds the sum of the variances by', () => {
    fc.assert(
      fc.property(influences, influences, (a, b) => {
        const first = Float64Array.from(a)
        const second = Float64Array.from(b)
        const sum = first.map((u, firm) => u + (second[firm] ?? 0))
        const excess =
          taylorVariance(sum, design) - taylorVariance(first, design) - taylorVariance(second, design)
        expect(taylorCovariance(first, second, design)).toBeCloseTo(excess / 2, 6)
      }),
    )
  })

  it('vanishes exactly where nothing varies within strata', () => {
    // Three times 0.1 is not 0.3: a plain mean would leave rounding behind.
    const constant = Float64Array.of(0.1, 0.1, 0.1, 0.7, 0.7, 0.7)
    expect(taylorVariance(constant, { strata: Int32Array.of(0, 0, 0, 1, 1, 1) })).toBe(0)
  })
})

it('degrees of freedom are those of the firms that count', () => {
  const strata = Int32Array.of(0, 0, 1, 1)
  expect(degreesOfFreedom(4, { strata })).toBe(2)
  expect(degreesOfFreedom(4, { strata }, (firm) => firm < 2)).toBe(1)
})
