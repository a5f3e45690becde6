import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incompleteBeta } from '../../../analysis/distributions/incomplete-beta.ts'
import { normalCdf, normalQuantile } from '../../../analysis/distributions/normal.ts'
import { tCdf, tQuantile } from '../../../analysis/distributions/student-t.ts'
import truth from '../../truth/distributions.json' with { type: 'json' }

/** qt and pt are matrices in the truth: a row a number of degrees of freedom. */
const T_QUANTILES = rowsOf(truth.qt)
const T_PROBABILITIES = rowsOf(truth.pt)

describe('normal distribution', () => {
  it('has the quantiles of R', () => {
    truth.p.forEach((p, i) => expectRelative(normalQuantile(p), truth.qnorm[i], 1e-14))
  })

  it('has the probabilities of R, both tails', () => {
    truth.z.forEach((z, i) => expectRelative(normalCdf(z), truth.pnorm[i], 1e-14))
  })

  it('leads back from a probability to itself', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
        expectRelative(normalCdf(normalQuantile(p)), p, 1e-12)
      }),
    )
  })

  it('knows its ends', () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY)
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY)
    expect(normalCdf(-40)).toBe(0)
    expect(normalCdf(40)).toBe(1)
    expect(normalCdf(0)).toBe(0.5)
    expect(normalCdf(Number.NaN)).toBeNaN()
  })

  it.each([-0.1, 1.1, Number.NaN])('refuses %d as a probability', (p) => {
    expect(() => normalQuantile(p)).toThrow(expect.objectContaining({ code: 'invalid-probability' }))
  })
})

describe('t distribution', () => {
  it('has the quantiles of R from 1 to 100,000 degrees of freedom', () => {
    truth.df.forEach((df, row) =>
      truth.p.forEach((p, i) => expectRelative(tQuantile(p, df), T_QUANTILES[row]?.[i], 1e-12)),
    )
  })

  it('has the probabilities of R', () => {
    truth.df.forEach((df, row) =>
      truth.ptx.forEach((t, i) => expectRelative(tCdf(t, df), T_PROBABILITIES[row]?.[i], 1e-12)),
    )
  })

  it('is the Cauchy distribution with one degree of freedom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
        expect(tQuantile(p, 1)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 8)
      }),
    )
  })

  it('leads back from a probability to itself, whatever the degrees of freedom', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-8, max: 1 - 1e-8, noNaN: true }),
        fc.double({ min: 0.5, max: 5000, noNaN: true }),
        (p, df) => expectRelative(tCdf(tQuantile(p, df), df), p, 1e-10),
      ),
    )
  })

  it.each([
    [0.5, 0],
    [0.5, -1],
    [0, 5],
    [1, 5],
    [Number.NaN, 5],
  ])('refuses the probability %d with %d degrees of freedom', (p, df) => {
    expect(() => tQuantile(p, df)).toThrow(expect.objectContaining({ code: 'invalid-probability' }))
  })
})

describe('incomplete beta function', () => {
  it('is a sum of binomial probabilities for whole parameters', () => {
    // P(at least 2 of 6 at 1/2) = 1 − 7/64.
    expect(incompleteBeta({ x: 0.5, y: 0.5, a: 2, b: 5 })).toBeCloseTo(57 / 64, 15)
  })

  it('adds to 1 with its mirror image', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.3, max: 300, noNaN: true }),
        fc.double({ min: 0.3, max: 300, noNaN: true }),
        (x, a, b) => {
          const sum = incompleteBeta({ x, y: 1 - x, a, b }) + incompleteBeta({ x: 1 - x, y: x, a: b, b: a })
          expect(sum).toBeCloseTo(1, 12)
        },
      ),
    )
  })

  it('knows its ends', () => {
    expect(incompleteBeta({ x: 0, y: 1, a: 2, b: 3 })).toBe(0)
    expect(incompleteBeta({ x: 1, y: 0, a: 2, b: 3 })).toBe(1)
  })
})

function expectRelative(actual: number, expected: number | null | undefined, tolerance: number): void {
  if (typeof expected !== 'number') throw new Error('the truth has no such figure')
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(expected), 1e-12))
}

function rowsOf(matrix: unknown): readonly (readonly number[])[] {
  return (matrix as { data: readonly (readonly number[])[] }).data
}
