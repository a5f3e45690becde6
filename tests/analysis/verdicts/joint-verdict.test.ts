import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalCdf } from '../../../analysis/distributions/normal.ts'
import { type JointOutlook, jointVerdict } from '../../../analysis/verdicts/joint-verdict.ts'

const diagonal = (variances: readonly number[]): Float64Array => {
  const matrix = new Float64Array(variances.length ** 2)
  for (const [k, variance] of variances.entries()) matrix[k * variances.length + k] = variance
  return matrix
}
const codesOf = (size: number) => Array.from({ length: size }, (_, k) => `s${k}`)
const judged = (outlook: Partial<JointOutlook> & Pick<JointOutlook, 'distances'>) => {
  const { length } = outlook.distances
  return jointVerdict({
    codes: codesOf(length),
    sampling: new Float64Array(length ** 2),
    rest: new Float64Array(length ** 2),
    degreesOfFreedom: null,
    seed: 1,
    ...outlook,
  })
}

/** Ten sub-indices, correlation 0.4, SD 0.3. */
const TEN = Float64Array.from({ length: 100 }, (_, k) => (k % 11 === 0 ? 1 : 0.4) * 0.09)
const RISING = Array.from({ length: 10 }, (_, k) => -0.3 + 0.08 * k)

describe('the verdicts together', () => {
  it('have the probability that scipy gives all of ten correlated normals', () => {
    // scipy.stats.multivariate_normal(cov=S + R).cdf(d) = 0.3149949
    for (const seed of [1, 2, 3]) {
      const { allMet } = judged({
        distances: RISING.map((distance) => distance + 0.4),
        sampling: TEN,
        rest: diagonal(RISING.map(() => 0.04)),
        seed,
      })
      expect(allMet).toBeCloseTo(0.31499, 2)
      expect(Math.abs(allMet - 0.3149949)).toBeLessThan(0.008)
    }
  })

  it('have the probability that scipy gives a multivariate t', () => {
    // scipy.stats.multivariate_t(shape=S, df=4).cdf(0.6, …) = 0.744671; of a normal it is 0.850663.
    for (const seed of [1, 2, 3]) {
      const distances = RISING.map(() => 0.6)
      const { allMet } = judged({ distances, sampling: TEN, degreesOfFreedom: 4, seed })
      expect(Math.abs(allMet - 0.744671)).toBeLessThan(0.006)
    }
  })

  it('with a singular covariance and a t for what was sampled alone come out as by brute force', () => {
    // numpy, 20 million draws with 8 degrees of freedom: the fourth sub-index is hard data alone.
    const { allMet, atLeast, failing } = judged({
      distances: [0.1, -0.2, 0.3, 0.05],
      sampling: Float64Array.of(
        0.09,
        0.036,
        0.02,
        0,
        0.036,
        0.16,
        -0.01,
        0,
        0.02,
        -0.01,
        0.0625,
        0,
        0,
        0,
        0,
        0,
      ),
      rest: diagonal([0.01, 0.0225, 0.01, 0.04]),
      degreesOfFreedom: 8,
    })
    expect(Math.abs(allMet - 0.12233)).toBeLessThan(0.005)
    for (const [k, probability] of [0.97795, 0.82634, 0.47058, 0.12233].entries()) {
      expect(Math.abs((atLeast[k] ?? 0) - probability)).toBeLessThan(0.006)
    }
    expect(failing.map(({ code }) => code)).toEqual(['s1', 's3', 's0', 's2'])
    for (const [k, [fails, largest]] of [
      [0.67299, 0.55475],
      [0.40133, 0.14197],
      [0.38039, 0.13234],
      [0.14809, 0.04861],
    ].entries()) {
      expect(Math.abs((failing[k]?.fails ?? 0) - (fails ?? 0))).toBeLessThan(0.006)
      expect(Math.abs((failing[k]?.largestShortfall ?? 0) - (largest ?? 0))).toBeLessThan(0.006)
    }
  })

  it('put first what misses most often, even by little', () => {
    const { failing } = judged({ distances: [-0.1, -0.3], sampling: diagonal([0.0025, 4]) })
    expect(failing.map(({ code }) => code)).toEqual(['s0', 's1'])
    expect(failing[0]?.largestShortfall).toBeLessThan(failing[1]?.largestShortfall ?? 0)
    const swapped = judged({ distances: [-0.3, -0.1], sampling: diagonal([4, 0.0025]) })
    expect(swapped.failing.map(({ code }) => code)).toEqual(['s1', 's0'])
  })

  it('take as normal what was not estimated from the sample', () => {
    // Four degrees of freedom are of the sampling alone: Φ(2) = 0.977, while a t would stay below 2 in 0.942.
    const { allMet } = judged({ distances: [0.4], rest: Float64Array.of(0.04), degreesOfFreedom: 4 })
    expect(Math.abs(allMet - normalCdf(2))).toBeLessThan(0.003)
    const sampled = judged({ distances: [0.4], sampling: Float64Array.of(0.04), degreesOfFreedom: 4 })
    expect(Math.abs(sampled.allMet - 0.941941738)).toBeLessThan(0.004)
  })

  it('do not notice where another formula takes over for many degrees of freedom', () => {
    const at = (degreesOfFreedom: number) =>
      judged({ distances: RISING.map(() => 0.4), sampling: TEN, degreesOfFreedom }).expected
    expect(at(300)).toBeCloseTo(at(299.999), 10)
    expect(at(1e7)).toBeCloseTo(judged({ distances: RISING.map(() => 0.4), sampling: TEN }).expected, 2)
  })

  it('are one verdict twice where two sub-indices move as one', () => {
    const both = judged({ distances: [0.1, 0.1], sampling: Float64Array.of(0.09, 0.09, 0.09, 0.09) })
    expect(both.allMet).toBe(both.atLeast[0])
    expect(both.allMet).toBeCloseTo(normalCdf(1 / 3), 2)
  })

  it('without any error are 0 or 1, and a target just reached is met', () => {
    expect(judged({ distances: [0, 0.1, -0.1] })).toMatchObject({
      allMet: 0,
      atLeast: [1, 1, 0],
      expected: 2,
      failing: [{ code: 's2', fails: 1, largestShortfall: 1 }, { fails: 0 }, { fails: 0 }],
    })
  })

  const distances = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 })

  it('of independent sub-indices are the product of each', () => {
    fc.assert(
      fc.property(distances, fc.integer({ min: 0, max: 1000 }), (apart, seed) => {
        const { allMet, expected, failing } = judged({
          distances: apart,
          sampling: diagonal(apart.map(() => 0.2)),
          seed,
        })
        const each = apart.map((distance) => normalCdf(distance / Math.sqrt(0.2)))
        expect(Math.abs(allMet - each.reduce((product, p) => product * p, 1))).toBeLessThan(0.012)
        expect(Math.abs(expected - each.reduce((sum, p) => sum + p, 0))).toBeLessThan(0.012)
        for (const { code, fails } of failing) {
          expect(Math.abs(1 - fails - (each[Number(code.slice(1))] ?? 0))).toBeLessThan(0.006)
        }
      }),
      { numRuns: 25, seed: 1 },
    )
  })

  it('fit together: all at most the least, counts that add up, one largest shortfall unless all are met', () => {
    fc.assert(
      fc.property(distances, fc.double({ min: 0, max: 1, noNaN: true }), (apart, correlation) => {
        const { length } = apart
        const sampling = Float64Array.from({ length: length ** 2 }, (_, k) =>
          k % (length + 1) === 0 ? 0.2 : 0.2 * correlation,
        )
        const { allMet, atLeast, expected, failing } = judged({
          distances: apart,
          sampling,
          degreesOfFreedom: 40,
        })
        expect(allMet).toBeLessThanOrEqual(1 - Math.max(...failing.map(({ fails }) => fails)))
        expect(atLeast.at(-1)).toBe(allMet)
        expect(atLeast).toEqual(atLeast.toSorted((one, other) => other - one))
        const met = failing.reduce((sum, { fails }) => sum + 1 - fails, 0)
        expect(expected).toBeCloseTo(met, 10)
        const largest = failing.reduce((sum, { largestShortfall }) => sum + largestShortfall, 0)
        expect(largest).toBeCloseTo(1 - allMet, 10)
      }),
      { numRuns: 25, seed: 2 },
    )
  })

  it('are likelier to be met all when they hang together', () => {
    const apart = judged({ distances: [0, 0, 0], sampling: diagonal([0.1, 0.1, 0.1]) })
    const together = judged({
      distances: [0, 0, 0],
      sampling: Float64Array.of(0.1, 0.08, 0.08, 0.08, 0.1, 0.08, 0.08, 0.08, 0.1),
    })
    expect(together.allMet).toBeGreaterThan(apart.allMet + 0.1)
    expect(together.expected).toBeCloseTo(apart.expected, 1)
  })
})
