import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bcaInterval } from '../../../analysis/replicates/bca-interval.ts'
import { generalisedBootstrap } from '../../../analysis/replicates/generalised-bootstrap.ts'
import { jackknife } from '../../../analysis/replicates/jackknife.ts'
import { cantyDavisonBootstrap, raoWuBootstrap } from '../../../analysis/replicates/multiplicity-bootstrap.ts'
import { percentileInterval } from '../../../analysis/replicates/percentile-interval.ts'
import { replicateCovariance, replicateVariance } from '../../../analysis/replicates/replicate-variance.ts'
import { replicateEstimates, type ReplicateWeights } from '../../../analysis/replicates/replicate-weights.ts'
import { type Design, taylorVariance } from '../../../analysis/variance.ts'

const firm = fc.record({
  value: fc.integer({ min: -50, max: 50 }),
  weight: fc.double({ min: 0.5, max: 5, noNaN: true }),
})
const firms = fc.array(firm, { minLength: 30, maxLength: 60 })

/** Two strata of clusters of two firms, each drawn from a population of 40 clusters. */
const designOf = (count: number): Design => ({
  strata: Int32Array.from({ length: count }, (_none, i) => (Math.floor(i / 2) % 3 === 0 ? 1 : 0)),
  clusters: Int32Array.from({ length: count }, (_none, i) => Math.floor(i / 2)),
  population: new Float64Array(count).fill(40),
})

function totalError(replicates: ReplicateWeights, values: Float64Array, base: Float64Array): number {
  const total = (weights: Float64Array) =>
    weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), 0)
  const replicated = { estimate: total(base), replicates: replicateEstimates(replicates, total) }
  return Math.sqrt(replicateVariance(replicated, replicates))
}

describe('the jackknife', () => {
  it('has the linearised error of a total, whatever the design', () => {
    fc.assert(
      fc.property(firms, (list) => {
        const values = Float64Array.from(list, ({ value }) => value)
        const base = Float64Array.from(list, ({ weight }) => weight)
        const influence = values.map((y, i) => y * (base[i] ?? 0))
        for (const design of [{}, designOf(list.length)]) {
          const linearised = Math.sqrt(taylorVariance(influence, design))
          expect(totalError(jackknife(base, design), values, base)).toBeCloseTo(linearised, 7)
        }
      }),
    )
  })

  it('cannot leave out the only unit of a stratum', () => {
    expect(() => jackknife(Float64Array.of(1, 1, 1), { strata: Int32Array.of(0, 0, 1) })).toThrow(
      expect.objectContaining({ code: 'lonely-unit' }),
    )
  })
})

describe('the generalised bootstrap', () => {
  const REPLICATES = 800

  it.each(['poisson', 'double-or-nothing'] as const)(
    'by %s approaches the linearised error within 3/√(2R)',
    (resampling) => {
      fc.assert(
        fc.property(firms, fc.integer({ min: 0, max: 2 ** 52 }), (list, seed) => {
          const values = Float64Array.from(list, ({ value }) => value + 200)
          const base = Float64Array.from(list, ({ weight }) => weight)
          const design = designOf(list.length)
          const influence = values.map((y, i) => y * (base[i] ?? 0))
          const linearised = Math.sqrt(taylorVariance(influence, design))
          const bootstrap = generalisedBootstrap({ base, design, replicates: REPLICATES, seed, resampling })
          const ratio = totalError(bootstrap, values, base) / linearised
          expect(Math.abs(ratio - 1)).toBeLessThan(3 / Math.sqrt(2 * REPLICATES))
        }),
        { numRuns: 20, seed: 20261123 },
      )
    },
  )

  it('keeps the sum of weights of every stratum of equal weights, so that strata add nothing', () => {
    const design = designOf(36)
    const base = new Float64Array(36).fill(2)
    const { weightsOf } = generalisedBootstrap({ base, design, replicates: 5, seed: 3 })
    for (let r = 0; r < 5; r++) {
      const sums = [0, 0]
      for (const [i, weight] of weightsOf(r).entries()) {
        const stratum = design.strata?.[i] ?? 0
        sums[stratum] = (sums[stratum] ?? 0) + weight
      }
      expect(sums).toEqual([expect.closeTo(48, 10), expect.closeTo(24, 10)])
    }
    expect(weightsOf(0)).not.toEqual(weightsOf(1))
  })

  it('draws for a unit the same whichever other units there are, and for any seed anew', () => {
    const draws = (unitIds: readonly number[], seed: number) => {
      const base = new Float64Array(unitIds.length).fill(1)
      const strata = new Int32Array(unitIds.length)
      const { weightsOf } = generalisedBootstrap({ base, design: { strata }, replicates: 9, seed, unitIds })
      return Array.from({ length: 9 }, (_none, r) => weightsOf(r))
    }
    const forwards = draws([11, 22, 33], 5)
    const backwards = draws([33, 22, 11], 5)
    for (const [r, weights] of forwards.entries()) {
      for (const [i, weight] of weights.entries()) expect(backwards[r]?.[2 - i]).toBeCloseTo(weight, 14)
    }
    expect(draws([11, 22, 33], 6)).not.toEqual(forwards)
  })

  it('leaves a unit alone in its stratum its weight, and a census all weights', () => {
    const base = Float64Array.of(1, 2, 3)
    const alone = generalisedBootstrap({
      base,
      design: { strata: Int32Array.of(0, 0, 1) },
      replicates: 4,
      seed: 1,
    })
    expect(alone.weightsOf(2)[2]).toBe(3)
    const census = generalisedBootstrap({
      base,
      design: { population: base.map(() => 3) },
      replicates: 4,
      seed: 1,
    })
    expect(census.weightsOf(1)).toEqual(base)
  })
})

describe('bootstraps from multiplicities', () => {
  it('by Rao and Wu keep the weights of a census', () => {
    const base = Float64Array.of(1, 1, 1)
    const drawn = { base, design: { population: base.map(() => 3) }, multiplicities: [[2, 0, 0]] }
    expect(raoWuBootstrap(drawn).weightsOf(0)).toEqual(base)
  })

  it('by Canty and Davison have the scale of the harmonic mean of strata', () => {
    const strata = Int32Array.of(0, 0, 1, 1, 1, 1)
    const multiplicities = [
      [2, 0, 1, 1, 1, 1],
      [0, 2, 4, 0, 0, 0],
      [1, 1, 2, 2, 0, 0],
    ]
    const { scale, weightsOf } = cantyDavisonBootstrap({
      base: new Float64Array(6).fill(5),
      design: { strata },
      multiplicities,
    })
    const harmonic = 2 / (1 / 2 + 1 / 4)
    expect(scale).toBeCloseTo(harmonic / ((harmonic - 1) * 2), 14)
    expect(weightsOf(1)).toEqual(Float64Array.of(0, 10, 20, 0, 0, 0))
  })
})

describe('a replicate variance', () => {
  const one = { estimate: 2, replicates: Float64Array.of(1, 3, 8) }
  it('is around the estimate, or around the mean of replicates that count', () => {
    expect(replicateVariance(one, { scale: 1, centre: 'estimate' })).toBe(1 + 1 + 36)
    expect(replicateVariance(one, { scale: 0.5, centre: 'mean' })).toBe((9 + 1 + 16) / 2)
    const factors = Float64Array.of(1, 2, 0)
    expect(replicateVariance(one, { scale: 1, centre: 'mean', factors })).toBe(1 + 2)
  })
  it('of a difference follows from covariances', () => {
    const other = { estimate: 1, replicates: Float64Array.of(4, -1, 2) }
    const scheme = { scale: 0.3, centre: 'mean' } as const
    const difference = {
      estimate: 1,
      replicates: one.replicates.map((theta, r) => theta - (other.replicates[r] ?? 0)),
    }
    const byParts =
      replicateVariance(one, scheme) +
      replicateVariance(other, scheme) -
      2 * replicateCovariance(one, other, scheme)
    expect(replicateVariance(difference, scheme)).toBeCloseTo(byParts, 12)
  })
})

describe('intervals from replicates', () => {
  it('are percentiles, interpolated as R does by default', () => {
    // quantile(c(1, 2, 4, 8, 16), c(.05, .95))
    const { lower, upper } = percentileInterval(Float64Array.of(16, 1, 4, 2, 8), 0.9)
    expect([lower, upper]).toEqual([expect.closeTo(1.2, 12), expect.closeTo(14.4, 12)])
  })

  it('by BCa are percentiles where there is neither bias nor skewness', () => {
    const replicates = Float64Array.from({ length: 400 }, (_none, i) => i - 199.5)
    const sample = { influence: Float64Array.of(-1, 0, 1), design: {} }
    const bca = bcaInterval({ estimate: 0, replicates }, sample, 0.9)
    const percentile = percentileInterval(replicates, 0.9)
    expect(bca.lower).toBeCloseTo(percentile.lower, 9)
    expect(bca.upper).toBeCloseTo(percentile.upper, 9)
  })

  it('by BCa move with bias and with skewness, by the formula', () => {
    const replicates = Float64Array.from({ length: 1001 }, (_none, i) => i / 1000)
    const sample = { influence: Float64Array.of(-1, -1, 2), design: {} }
    // z0 = Φ⁻¹(600/1001); a = (3/2)^{3/2}·6 / (6·9^{3/2}) = 0.0680414.
    const { lower, upper } = bcaInterval({ estimate: 0.5995, replicates }, sample, 0.9)
    const [bias, rate] = [0.25077, (1.5 ** 1.5 * 6) / (6 * 27)]
    expect(rate).toBeCloseTo(0.0680414, 6)
    expect(lower).toBeCloseTo(phi(bias + (bias - 1.644854) / (1 - rate * (bias - 1.644854))), 3)
    expect(upper).toBeCloseTo(phi(bias + (bias + 1.644854) / (1 - rate * (bias + 1.644854))), 3)
  })

  it('cannot be had for any confidence, nor when all replicates are on one side', () => {
    const replicates = Float64Array.of(1, 2)
    const sample = { influence: Float64Array.of(-1, 1), design: {} }
    const invalid = expect.objectContaining({ code: 'invalid-probability' })
    expect(() => percentileInterval(replicates, 1)).toThrow(invalid)
    expect(() => bcaInterval({ estimate: 0, replicates }, sample, 0.9)).toThrow(invalid)
    expect(() => bcaInterval({ estimate: 9, replicates }, sample, 0.9)).toThrow(invalid)
  })
})

/** Φ by its Taylor series, for small z. */
function phi(z: number): number {
  let term = z
  let sum = z
  for (let k = 1; k < 60; k++) {
    term *= (-z * z * (2 * k - 1)) / (2 * k * (2 * k + 1))
    sum += term
  }
  return 0.5 + sum / Math.sqrt(2 * Math.PI)
}
