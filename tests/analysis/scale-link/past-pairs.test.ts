import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../../analysis/distributions/normal.ts'
import { baselineLink } from '../../../analysis/scale-link/baseline-link.ts'
import { biasOfPairs } from '../../../analysis/scale-link/bias-of-pairs.ts'
import { driftBetweenYears } from '../../../analysis/scale-link/drift-between-years.ts'
import { pastPairsLink } from '../../../analysis/scale-link/past-pairs-link.ts'
import type { PastDifference } from '../../../analysis/scale-link/pooled-pairs.ts'
import { randomStream } from '../../../analysis/simulation/philox.ts'
import { referenceDrift } from '../../../analysis/verdicts/reference-drift.ts'

const CODES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
const pair = (subIndex: string, year: number, difference: number, variance: number): PastDifference => ({
  subIndex,
  year,
  difference,
  variance,
})

/** Pairs as the model draws them: bias 0.3, sub-indices ±τ, years ±ω, sampling ±√v. */
function drawn(seed: number, { years, tau, omega }: { years: number; tau: number; omega: number }) {
  const random = randomStream(seed, 0)
  const normal = () => normalQuantile(random() || 0.5)
  return CODES.flatMap((code) => {
    const own = 0.3 + tau * normal()
    return Array.from({ length: years }, (_, t) => {
      const variance = 0.02 + 0.03 * random()
      return pair(code, 2020 + t, own + Math.hypot(omega, Math.sqrt(variance)) * normal(), variance)
    })
  })
}

/** x in V x = b for both right-hand sides by Gaussian elimination, and log |V|. */
function solvedBy(matrix: readonly (readonly number[])[], columns: readonly (readonly number[])[]) {
  const size = matrix.length
  const at = (row: readonly number[] | undefined, place: number) => row?.[place] ?? 0
  const a = matrix.map((row, i) => [...row, ...columns.map((column) => at(column, i))])
  let logDeterminant = 0
  for (let k = 0; k < size; k++) {
    const pivot = at(a[k], k)
    logDeterminant += Math.log(pivot)
    for (const [i, row] of a.entries()) {
      if (i !== k) a[i] = row.map((value, j) => value - (at(row, k) / pivot) * at(a[k], j))
    }
  }
  const solutions = columns.map((_, c) => a.map((row, i) => at(row, size + c) / at(row, i)))
  return { solutions, logDeterminant }
}

/** −2 × restricted log-likelihood from the whole covariance matrix, without any of its structure. */
function denseDeviance(pairs: readonly PastDifference[], between: number, drift: number): number {
  const covariance = pairs.map((one, i) =>
    pairs.map(
      (other, j) => (one.subIndex === other.subIndex ? between : 0) + (i === j ? drift + one.variance : 0),
    ),
  )
  const ones = pairs.map(() => 1)
  const values = pairs.map(({ difference }) => difference)
  const { solutions, logDeterminant } = solvedBy(covariance, [ones, values])
  const [solvedOnes = [], solvedValues = []] = solutions
  const dot = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0)
  const information = dot(ones, solvedOnes)
  const mean = dot(ones, solvedValues) / information
  return logDeterminant + Math.log(information) + dot(values, solvedValues) - mean ** 2 * information
}

describe('the bias that past pairs show', () => {
  it('of one year is Fay and Herriot’s, with as much drift as there is between sub-indices', () => {
    const pairs = [pair('a', 2023, 0.1, 0.02), pair('b', 2023, 0.5, 0.02), pair('c', 2023, 0.9, 0.02)]
    const model = biasOfPairs(pairs, ['a', 'b', 'c', 'd'])
    // Balanced: τ² = s² − v = 0.16 − 0.02, b̂ the mean, Var(b̂) = (τ² + v)/3.
    expect(model.between).toBeCloseTo(0.14, 9)
    expect(model).toMatchObject({ isDriftEstimated: false, newestYear: 2023, drift: model.between })
    expect(model.common).toBeCloseTo(0.5, 9)
    expect(model.commonVariance).toBeCloseTo(0.16 / 3, 9)
    const gamma = 0.14 / 0.16
    const own = model.subIndices.get('a')
    expect(own?.shrinkage).toBeCloseTo(gamma, 9)
    expect(own?.bias).toBeCloseTo(gamma * 0.1 + (1 - gamma) * 0.5, 9)
    expect(own?.variance).toBeCloseTo(0.14 * (1 - gamma) + 0.16 / 3 + 0.14, 9)
  })

  it('does not tell drift from differences where each sub-index has years of its own', () => {
    const apart = [pair('a', 2021, -0.6, 0.02), pair('b', 2022, 0.3, 0.02), pair('c', 2023, 0.9, 0.02)]
    const model = biasOfPairs(apart, CODES)
    expect(model.isDriftEstimated).toBe(false)
    expect(model.drift).toBe(model.between)
  })

  it('of a sub-index without pairs is the common one, and less certain', () => {
    const pairs = [pair('a', 2023, 0.1, 0.02), pair('b', 2023, 0.5, 0.02), pair('c', 2023, 0.9, 0.02)]
    const { subIndices, common, between, commonVariance, drift } = biasOfPairs(pairs, ['a', 'b', 'c', 'd'])
    expect(subIndices.get('d')).toEqual({
      bias: expect.closeTo(common, 12),
      shrinkage: 0,
      variance: expect.closeTo(between + commonVariance + drift, 12),
    })
  })

  it('is found where the whole restricted likelihood has its top', () => {
    for (const seed of [1, 2, 3, 4]) {
      const pairs = drawn(seed, { years: 4, tau: 0.3, omega: 0.25 })
      const { between, drift, isDriftEstimated } = biasOfPairs(pairs, CODES)
      expect(isDriftEstimated).toBe(true)
      const top = denseDeviance(pairs, between, drift)
      const near = [0.7, 0.95, 1.05, 1.4].flatMap((factor) => [
        denseDeviance(pairs, between * factor, drift),
        denseDeviance(pairs, between, drift * factor),
        denseDeviance(pairs, between * factor, drift * factor),
      ])
      expect(Math.min(...near)).toBeGreaterThan(top)
    }
  })

  it('tells what sub-indices differ by from what years differ by', () => {
    const runs = Array.from({ length: 60 }, (_, seed) =>
      biasOfPairs(drawn(seed + 100, { years: 4, tau: 0.4, omega: 0.2 }), CODES),
    )
    const mean = (figure: (run: (typeof runs)[number]) => number) =>
      runs.reduce((sum, run) => sum + figure(run), 0) / runs.length
    expect(mean(({ between }) => between)).toBeCloseTo(0.16, 1)
    expect(Math.abs(mean(({ between }) => between) - 0.16)).toBeLessThan(0.03)
    expect(Math.abs(mean(({ drift }) => drift) - 0.04)).toBeLessThan(0.012)
    expect(Math.abs(mean(({ common }) => common) - 0.3)).toBeLessThan(0.06)
  })

  it('has no drift where years agree better than their errors', () => {
    expect(
      driftBetweenYears(
        drawn(7, { years: 5, tau: 0.5, omega: 0 }).map((one) => ({ ...one, variance: one.variance * 9 })),
      ),
    ).toBe(0)
  })

  it('is not too sure: the next year lies in nine of ten of its intervals', () => {
    let [covered, total] = [0, 0]
    for (let seed = 0; seed < 60; seed++) {
      const all = drawn(seed + 500, { years: 4, tau: 0.3, omega: 0.2 })
      const past = all.filter(({ year }) => year < 2023)
      const { subIndices } = biasOfPairs(past, CODES)
      for (const { subIndex, difference, variance } of all.filter(({ year }) => year === 2023)) {
        const { bias = 0, variance: own = 0 } = subIndices.get(subIndex) ?? {}
        total += 1
        if (Math.abs(difference - bias) <= 1.6448536 * Math.sqrt(own + variance)) covered += 1
      }
    }
    expect(covered / total).toBeGreaterThan(0.88)
    expect(covered / total).toBeLessThan(0.95)
  })

  it.each([
    [[pair('a', 2023, 0.1, 0.02), pair('b', 2023, 0.5, 0.02), pair('a', 2022, 0.9, 0.02)]],
    [[pair('a', 2023, 0.1, 0.02), pair('b', 2023, 0.5, 0), pair('c', 2023, 0.9, 0.02)]],
  ])('wants three sub-indices, each with an error', (pairs) => {
    expect(() => biasOfPairs(pairs, CODES)).toThrow(expect.objectContaining({ code: 'too-few-pairs' }))
  })
})

describe('the way by past pairs', () => {
  it('takes the bias off, with the drift since the newest pair', () => {
    const subIndices = new Map([['a', { bias: 0.3, variance: 0.05, shrinkage: 0.5 }]])
    const model = { subIndices, newestYear: 2022, commonVariance: 0.01 }
    expect(pastPairsLink(model, { code: 'a', planYear: 2024 })).toEqual({
      scaleLink: 'past-pairs',
      shift: -0.3,
      biasVariance: 0.05,
      commonBiasVariance: 0.01,
      drift: referenceDrift(2),
      linkResiduals: 1,
      isApproximate: false,
    })
    expect(pastPairsLink(model, { code: 'b', planYear: 2024 })).toBeNull()
  })
})

describe('the way by a baseline wave', () => {
  it('adds our change to the official score, with the errors of both scores of then', () => {
    const own = { score: 6.1, standardError: 0.3, firms: 200 }
    const link = baselineLink({ own, official: 6.6, officialSampleSize: 100, year: 2022, planYear: 2024 })
    expect(link.shift).toBeCloseTo(0.5, 12)
    // Own 0.09, official 0.09 · 200/100.
    expect(link.biasVariance).toBeCloseTo(0.27, 12)
    expect(link).toMatchObject({ drift: referenceDrift(2), linkResiduals: 2, commonBiasVariance: 0 })
  })

  it('covers the official score as often as it says, whatever the bias', () => {
    const random = randomStream(9, 0)
    const normal = () => normalQuantile(random() || 0.5)
    let covered = 0
    const runs = 4000
    for (let run = 0; run < runs; run++) {
      const [truthThen, truthNow, bias] = [6, 6.4, 0.7]
      const official = truthThen + 0.4 * normal()
      const own = { score: truthThen + bias + 0.3 * normal(), standardError: 0.3, firms: 160 }
      const now = truthNow + bias + 0.25 * normal()
      const { shift, biasVariance } = baselineLink({
        own,
        official,
        officialSampleSize: 90,
        year: 2023,
        planYear: 2023,
      })
      const error = Math.sqrt((biasVariance ?? 0) + 0.25 ** 2)
      if (Math.abs(now + shift - truthNow) <= 1.6448536 * error) covered += 1
    }
    expect(covered / runs).toBeCloseTo(0.9, 1)
    expect(Math.abs(covered / runs - 0.9)).toBeLessThan(0.015)
  })
})
