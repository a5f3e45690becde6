import { describe, expect, it } from 'vitest'
import { taylorVariance } from '../../../analysis/variance.ts'
import { type EstimateWithInfluence, weightedMean } from '../../../analysis/weighted-mean.ts'
import { auxiliariesOf } from '../../../analysis/weighting/auxiliaries.ts'
import type { CalibratedWeights } from '../../../analysis/weighting/calibrated-weights.ts'
import { calibrate } from '../../../analysis/weighting/calibrate.ts'
import { linearDistance } from '../../../analysis/weighting/calibration-distance.ts'
import { trimToTotals } from '../../../analysis/weighting/trim-to-totals.ts'
import { trimWeights } from '../../../analysis/weighting/trim-weights.ts'
import { kishDesignEffect } from '../../../analysis/weighting/kish-design-effect.ts'
import truth from '../../truth/calibration.json' with { type: 'json' }
import { base, CALIBRATIONS, THREE_MARGINS } from './apistrat-calibrations.ts'

const { apistrat } = truth
const DESIGN = {
  strata: Int32Array.from(apistrat.stype, (type) => ['E', 'H', 'M'].indexOf(type)),
  population: Float64Array.from(apistrat.fpc),
}
const NUMBERS = ['api00', 'api99', 'enroll', 'meals', 'ell'] as const
const NAMES = Object.keys(CALIBRATIONS) as (keyof typeof CALIBRATIONS)[]

/** Estimate and standard error, by the residual of the weights. */
function withError(estimate: EstimateWithInfluence, residual: CalibratedWeights['residual']) {
  const error = Math.sqrt(taylorVariance(residual(estimate.influence), DESIGN))
  return { estimate: estimate.value, error }
}

function meanOf(values: Float64Array, { weights, residual }: CalibratedWeights) {
  return withError(weightedMean(values, weights), residual)
}

function totalOf(values: Float64Array, { weights, residual }: CalibratedWeights) {
  const influence = values.map((y, school) => y * (weights[school] ?? 0))
  return withError({ value: influence.reduce((sum, u) => sum + u, 0), influence, answers: 200 }, residual)
}

/** The larger relative difference; an error that R finds to be rounding only must be so for us. */
function distanceFrom(
  ours: { estimate: number; error: number },
  figure: { estimate: number | undefined; error: number | undefined },
): number {
  const { estimate = Number.NaN, error = Number.NaN } = figure
  const ofError = Math.abs(ours.error - error) / Math.max(error, Math.abs(estimate) * 1e-3)
  return Math.max(Math.abs(ours.estimate / estimate - 1), ofError)
}

describe.each(NAMES)('%s', (name) => {
  const figures = truth.calibration[name]
  const calibrated = CALIBRATIONS[name]()

  it('gives the weights of R, and their design effect', () => {
    for (const [school, weight] of figures.weights.entries()) {
      expect(Math.abs((calibrated.weights[school] ?? Number.NaN) / weight - 1)).toBeLessThan(1e-12)
    }
    expect(kishDesignEffect(calibrated.weights)).toBeCloseTo(figures.kish.deff, 12)
    expect(base.length / kishDesignEffect(calibrated.weights)).toBeCloseTo(figures.kish.neff, 9)
  })

  it.each(NUMBERS)('gives the mean of %s and its error', (column) => {
    const ours = meanOf(Float64Array.from(apistrat[column]), calibrated)
    expect(
      distanceFrom(ours, { estimate: figures.mean.est[column], error: figures.mean.se[column] }),
    ).toBeLessThan(1e-11)
  })

  it.each(['enroll', 'api.stu'] as const)('gives the total of %s and its error', (column) => {
    const ours = totalOf(Float64Array.from(apistrat[column]), calibrated)
    expect(
      distanceFrom(ours, { estimate: figures.total.est[column], error: figures.total.se[column] }),
    ).toBeLessThan(1e-11)
  })

  it('gives shares, also those that the margins fix', () => {
    for (const level of ['No', 'Yes'] as const) {
      const ours = meanOf(
        Float64Array.from(apistrat.awards, (own) => Number(own === level)),
        calibrated,
      )
      const [estimate, error] = [figures.prop.est[`awards${level}`], figures.prop.se[`awards${level}`]]
      expect(distanceFrom(ours, { estimate, error })).toBeLessThan(1e-11)
      const fixed = meanOf(
        Float64Array.from(apistrat['comp.imp'], (own) => Number(own === level)),
        calibrated,
      )
      expect(
        distanceFrom(fixed, {
          estimate: figures.prop.est[`comp.imp${level}`],
          error: figures.prop.se[`comp.imp${level}`],
        }),
      ).toBeLessThan(1e-11)
    }
  })

  it('gives domains, whose other schools count as nothing', () => {
    for (const [place, level] of figures.by['comp.imp'].entries()) {
      const own = Float64Array.from(apistrat.api00, (score, school) =>
        apistrat['comp.imp'][school] === level ? score : Number.NaN,
      )
      expect(
        distanceFrom(meanOf(own, calibrated), {
          estimate: figures.by.api00[place],
          error: figures.by.se[place],
        }),
      ).toBeLessThan(1e-11)
    }
    const poor = Float64Array.from(apistrat.api00, (score, school) =>
      (apistrat.meals[school] ?? 0) > 40 ? score : Number.NaN,
    )
    const domain = { estimate: figures.domain.est.api00, error: figures.domain.se.api00 }
    expect(distanceFrom(meanOf(poor, calibrated), domain)).toBeLessThan(1e-11)
  })

  it('gives the mean of a variable with missing values', () => {
    const known = Float64Array.from(apistrat['acs.k3'], (size) => size ?? Number.NaN)
    expect(
      distanceFrom(meanOf(known, calibrated), {
        estimate: figures.mean_na.est['acs.k3'],
        error: figures.mean_na.se['acs.k3'],
      }),
    ).toBeLessThan(1e-11)
  })

  it('gives a ratio and its error', () => {
    const [top, bottom] = [Float64Array.from(apistrat['api.stu']), Float64Array.from(apistrat.enroll)]
    const ratio = totalOf(top, calibrated).estimate / totalOf(bottom, calibrated).estimate
    const below = totalOf(bottom, calibrated).estimate
    const influence = calibrated.weights.map(
      (w, school) => (w * ((top[school] ?? 0) - ratio * (bottom[school] ?? 0))) / below,
    )
    expect(
      distanceFrom(withError({ value: ratio, influence, answers: 200 }, calibrated.residual), {
        estimate: figures.ratio.est,
        error: figures.ratio.se,
      }),
    ).toBeLessThan(1e-11)
  })
})

describe('trimming', () => {
  const raked = CALIBRATIONS.rake3_tight()
  const median = raked.weights.toSorted()[99] ?? 0
  it.each([
    ['once', { lower: 14, upper: 46 }, 'once'],
    ['strict', { lower: 14, upper: 46 }, 'strict'],
    ['threeTimesMedian', { lower: Number.NEGATIVE_INFINITY, upper: 3 * median }, 'strict'],
  ] as const)('%s gives the weights, means and errors of R', (name, bounds, rounds) => {
    const figures = truth.trim[name]
    const weights = trimWeights(raked.weights, bounds, rounds)
    for (const [school, weight] of figures.weights.entries()) expect(weights[school]).toBeCloseTo(weight, 11)
    for (const column of ['api00', 'enroll'] as const) {
      // R keeps the residual of the raking, whose weights it does not trim.
      const ours = meanOf(Float64Array.from(apistrat[column]), { ...raked, weights })
      expect(
        distanceFrom(ours, { estimate: figures.mean.est[column], error: figures.mean.se[column] }),
      ).toBeLessThan(1e-11)
    }
  })

  it('that keeps the margins has the bounds and the margins', () => {
    const auxiliaries = auxiliariesOf([...THREE_MARGINS])
    const bounds = { lower: 12, upper: 48 }
    const { weights } = trimToTotals({ base, weights: raked.weights, auxiliaries, bounds })
    expect(Math.max(...raked.weights)).toBeGreaterThan(60)
    expect(Math.min(...weights)).toBeCloseTo(12, 10)
    expect(Math.max(...weights)).toBeCloseTo(48, 10)
    for (const { values, total } of auxiliaries) {
      expect(values.reduce((sum, x, school) => sum + x * (weights[school] ?? 0), 0)).toBeCloseTo(total, 8)
    }
  })
})

describe('linear calibration without bounds, far from the sample', () => {
  // pop <- c(`(Intercept)` = 6194, api99 = 6194 * 820); g <- calibrate(dstrat, ~api99, pop)
  const auxiliaries = [
    { name: 'schools', values: base.map(() => 1), total: 6194 },
    { name: 'api99', values: Float64Array.from(apistrat.api99), total: 6194 * 820 },
  ]
  const calibrated = calibrate({ base, auxiliaries, distance: linearDistance() })

  it('leaves weights below nought, whose schools count in the error too', () => {
    expect(calibrated.weights.filter((weight) => weight < 0)).toHaveLength(60)
    const { estimate, error } = meanOf(Float64Array.from(apistrat.enroll), calibrated)
    // svymean(~enroll, g)
    expect(estimate).toBeCloseTo(481.588064496914, 9)
    expect(error).toBeCloseTo(34.7587318662618, 9)
  })
})
