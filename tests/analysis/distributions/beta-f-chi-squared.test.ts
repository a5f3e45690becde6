import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaQuantile } from '../../../analysis/distributions/beta.ts'
import { chiSquaredQuantile, chiSquaredUpperTail } from '../../../analysis/distributions/chi-squared.ts'
import { fQuantile, fUpperTail } from '../../../analysis/distributions/fisher-f.ts'
import { incompleteBeta } from '../../../analysis/distributions/incomplete-beta.ts'
import { incompleteGamma } from '../../../analysis/distributions/incomplete-gamma.ts'
import { monotoneRoot } from '../../../analysis/distributions/monotone-root.ts'
import { deviance, stirlingError } from '../../../analysis/distributions/saddle-point.ts'
import { tCdf } from '../../../analysis/distributions/student-t.ts'
import truth from '../../truth/r-survey/truth.json' with { type: 'json' }

const INVALID = expect.objectContaining({ code: 'invalid-probability' })

describe('beta distribution', () => {
  it.each(truth.dist.qbeta)('has the quantiles of R for $a and $b', ({ a, b, q }) => {
    for (const [place, p] of [0.005, 0.025, 0.5, 0.975, 0.995].entries()) {
      expect(distance(betaQuantile(p, { a, b }), q[place])).toBeLessThan(1e-13)
    }
  })

  it('leads back from a probability to itself', () => {
    const parameter = fc.double({ min: 0.2, max: 500, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), parameter, parameter, (p, a, b) => {
        const x = betaQuantile(p, { a, b })
        fc.pre(x > 1e-300 && x < 1 - 1e-4)
        expect(distance(incompleteBeta({ x, y: 1 - x, a, b }), p)).toBeLessThan(1e-9)
      }),
    )
  })

  it('knows its ends and what is no probability', () => {
    expect(betaQuantile(0, { a: 2, b: 3 })).toBe(0)
    expect(betaQuantile(1, { a: 2, b: 3 })).toBe(1)
    expect(() => betaQuantile(1.1, { a: 2, b: 3 })).toThrow(INVALID)
    expect(() => betaQuantile(0.5, { a: 0, b: 3 })).toThrow(INVALID)
  })
})

describe('F distribution', () => {
  it('has the tails of R', () => {
    const { f, d1, d2, p } = truth.dist.pf
    for (const [place, below] of d2.entries()) {
      expect(distance(fUpperTail(f, { above: d1, below }), p[place])).toBeLessThan(1e-13)
    }
  })

  it('is that of a squared t variable with one degree of freedom above', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 8, noNaN: true }),
        fc.integer({ min: 1, max: 300 }),
        (t, below) => {
          expect(distance(fUpperTail(t * t, { above: 1, below }), 2 * tCdf(-t, below))).toBeLessThan(1e-11)
        },
      ),
    )
  })

  it('leads back from a probability to itself', () => {
    const f = fQuantile(0.95, { above: 4, below: 17 })
    expect(fUpperTail(f, { above: 4, below: 17 })).toBeCloseTo(0.05, 14)
    expect(fUpperTail(-1, { above: 4, below: 17 })).toBe(1)
    expect(() => fUpperTail(1, { above: 0, below: 17 })).toThrow(INVALID)
  })
})

describe('chi-squared distribution', () => {
  it('has the quantiles of R', () => {
    const { p, df, q } = truth.dist.qchisq
    for (const [row, degrees] of df.entries()) {
      for (const [column, probability] of p.entries()) {
        expect(distance(chiSquaredQuantile(probability, degrees), q.data[row]?.[column])).toBeLessThan(1e-13)
      }
    }
  })

  it('is exponential with two degrees of freedom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 600, noNaN: true }), (x) => {
        expect(distance(chiSquaredUpperTail(x, 2), Math.exp(-x / 2))).toBeLessThan(1e-12)
      }),
    )
  })

  it('leads back from a probability to itself', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        fc.double({ min: 0.5, max: 2000, noNaN: true }),
        (p, df) => {
          expect(distance(chiSquaredUpperTail(chiSquaredQuantile(p, df), df), 1 - p)).toBeLessThan(1e-9)
        },
      ),
    )
  })

  it('refuses what is no probability', () => {
    expect(() => chiSquaredQuantile(1, 3)).toThrow(INVALID)
    expect(() => chiSquaredQuantile(0.5, 0)).toThrow(INVALID)
  })
})

describe('what they are made of', () => {
  it('gives the values of the docstrings', () => {
    expect(betaQuantile(0.975, { a: 2, b: 5 })).toBeCloseTo(0.6412345789976748, 15)
    expect(fUpperTail(3.2, { above: 2, below: 10 })).toBeCloseTo(0.08429091335387402, 15)
    expect(fQuantile(0.95, { above: 1, below: 10 })).toBeCloseTo(4.964602743730715, 13)
    expect(chiSquaredUpperTail(2, 2)).toBeCloseTo(0.3678794411714419, 15)
    expect(chiSquaredQuantile(0.95, 1)).toBeCloseTo(3.8414588206941294, 14)
    expect(incompleteGamma(1, Math.log(2)).below).toBeCloseTo(0.5, 15)
    expect(stirlingError(1)).toBeCloseTo(1 - 0.5 * Math.log(2 * Math.PI), 15)
    expect(deviance(2, 1, 1)).toBeCloseTo(2 * Math.log(2) - 1, 15)
    expect(monotoneRoot((x) => ({ value: x * x - 2, slope: 2 * x }), { low: 0, high: 2 })).toBeCloseTo(
      Math.SQRT2,
      15,
    )
  })

  it('has no gamma variable below nought', () => {
    expect(incompleteGamma(2, 0)).toEqual({ below: 0, above: 1 })
  })
})

function distance(actual: number, expected: number | undefined): number {
  if (expected === undefined) throw new Error('the truth has no such figure')
  return Math.abs(actual - expected) / Math.abs(expected)
}
