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
    expect(worst(truth.p.map((p, i) => distance(normalQuantile(p), truth.qnorm[i])))).toBeLessThan(1e-14)
  })

  it('has the probabilities of R, both tails', () => {
    expect(worst(truth.z.map((z, i) => distance(normalCdf(z), truth.pnorm[i])))).toBeLessThan(1e-14)
  })

  it('leads back from a probability to itself', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(distance(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-12)
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
    const distances = truth.df.flatMap((df, row) =>
      truth.p.map((p, i) => distance(tQuantile(p, df), T_QUANTILES[row]?.[i])),
    )
    expect(worst(distances)).toBeLessThan(1e-12)
  })

  it('has the probabilities of R', () => {
    const distances = truth.df.flatMap((df, row) =>
      truth.ptx.map((t, i) => distance(tCdf(t, df), T_PROBABILITIES[row]?.[i])),
    )
    expect(worst(distances)).toBeLessThan(1e-12)
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
        (p, df) => {
          expect(distance(tCdf(tQuantile(p, df), df), p)).toBeLessThan(1e-10)
        },
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

/** Relative distance; from a truth of nought the absolute one. */
function distance(actual: number, expected: number | null | undefined): number {
  if (typeof expected !== 'number') throw new Error('the truth has no such figure')
  return Math.abs(actual - expected) / (expected === 0 ? 1 : Math.abs(expected))
}

function worst(distances: readonly number[]): number {
  return Math.max(...distances)
}

function rowsOf(matrix: unknown): readonly (readonly number[])[] {
  return (matrix as { data: readonly (readonly number[])[] }).data
}
