import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auxiliariesOf } from '../../../analysis/weighting/auxiliaries.ts'
import { calibrate } from '../../../analysis/weighting/calibrate.ts'
import {
  linearDistance,
  logitDistance,
  RAKING_DISTANCE,
} from '../../../analysis/weighting/calibration-distance.ts'
import { type CountMargin, countMargin } from '../../../analysis/weighting/count-margin.ts'
import { gregResidual } from '../../../analysis/weighting/greg-residual.ts'
import { marginResidual } from '../../../analysis/weighting/margin-regression.ts'
import { rakeToCounts } from '../../../analysis/weighting/rake-to-counts.ts'

const SIZES = ['small', 'small', 'large', 'small', 'large', 'large', 'small', 'large']
const SECTORS = ['trade', 'farm', 'trade', 'trade', 'farm', 'trade', 'farm', 'farm']
const size = (small: number, large: number) =>
  countMargin({ name: 'size', counts: { small, large }, levelByFirm: SIZES })
const sector = (trade: number, farm: number) =>
  countMargin({ name: 'sector', counts: { trade, farm }, levelByFirm: SECTORS })
const named = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) })
const sumOver = (weights: Float64Array, { levelOf }: CountMargin, level: number) =>
  weights.reduce((sum, weight, firm) => sum + (levelOf[firm] === level ? weight : 0), 0)

const shares = fc.tuple(fc.integer({ min: 20, max: 80 }), fc.integer({ min: 20, max: 80 }))
const base = fc.array(fc.double({ min: 0.5, max: 4, noNaN: true }), { minLength: 8, maxLength: 8 })

describe('calibration', () => {
  it.each([
    ['linear', linearDistance()],
    ['raking', RAKING_DISTANCE],
    ['logit', logitDistance({ lower: 0.01, upper: 100 })],
  ])('by the %s distance meets any margins that can be met', (_name, distance) => {
    fc.assert(
      fc.property(shares, base, ([small, trade], weights) => {
        const margins = [size(small, 100 - small), sector(trade, 100 - trade)] as const
        const d = Float64Array.from(weights, (weight) => weight * 5)
        const { weights: calibrated } = calibrate({
          base: d,
          auxiliaries: auxiliariesOf([...margins]),
          distance,
        })
        expect(sumOver(calibrated, margins[0], 0)).toBeCloseTo(small, 9)
        expect(sumOver(calibrated, margins[1], 1)).toBeCloseTo(100 - trade, 9)
      }),
    )
  })

  it('by the raking distance is raking, and both have the residual of the other', () => {
    fc.assert(
      fc.property(shares, base, ([small, trade], weights) => {
        const margins = [size(small, 100 - small), sector(trade, 100 - trade)] as const
        const d = Float64Array.from(weights)
        const auxiliaries = auxiliariesOf([...margins])
        const one = calibrate({ base: d, auxiliaries, distance: RAKING_DISTANCE })
        const other = rakeToCounts({ base: d, margins: [...margins] })
        const influence = Float64Array.from(d, (_weight, firm) => firm * firm - 20)
        for (let firm = 0; firm < 8; firm++) {
          expect(one.weights[firm]).toBeCloseTo(other.weights[firm] ?? 0, 7)
          expect(one.residual(influence)[firm]).toBeCloseTo(other.residual(influence)[firm] ?? 0, 6)
        }
      }),
    )
  })

  it('changes nothing when the totals are met before', () => {
    const d = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8)
    const { weights, iterations } = rakeToCounts({ base: d, margins: [size(14, 22)] })
    expect(weights).toEqual(d)
    expect(iterations).toBe(1)
  })

  it('holds the bounds of the logit and of the cut-off linear distance', () => {
    const auxiliaries = auxiliariesOf([size(20, 80)])
    const d = new Float64Array(8).fill(12.5)
    for (const distance of [
      logitDistance({ lower: 0.3, upper: 1.7 }),
      linearDistance({ lower: 0.3, upper: 1.7 }),
    ]) {
      const { weights } = calibrate({ base: d, auxiliaries, distance })
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0.3 * 12.5)
      expect(Math.max(...weights)).toBeLessThanOrEqual(1.7 * 12.5)
    }
  })

  it('starts at a factor of one, with the slope one', () => {
    for (const distance of [linearDistance(), RAKING_DISTANCE, logitDistance({ lower: 0.4, upper: 3 })]) {
      expect(distance.factor(0, 0)).toBeCloseTo(1, 14)
      expect(distance.slope(0, 0)).toBeCloseTo(1, 14)
      const [before, after] = [distance.factor(0.3 - 1e-6, 0), distance.factor(0.3 + 1e-6, 0)]
      expect(distance.slope(0.3, 0)).toBeCloseTo((after - before) / 2e-6, 7)
    }
    expect(logitDistance({ lower: 0.4, upper: 3 }).factor(1e6, 0)).toBe(3)
    expect(logitDistance({ lower: 0.4, upper: 3 }).factor(-1e6, 0)).toBeCloseTo(0.4, 15)
  })

  it('names its residual', () => {
    const d = new Float64Array(8).fill(1)
    expect(rakeToCounts({ base: d, margins: [size(5, 5)] }).residualMethod).toBe('greg')
    expect(rakeToCounts({ base: d, margins: [size(5, 5)], residual: 'r-rake' }).residualMethod).toBe('r-rake')
  })
})

describe('the residual', () => {
  it('is nought for whatever the totals fix', () => {
    const auxiliaries = auxiliariesOf([size(40, 60), sector(30, 70)])
    const { weights, residual } = calibrate({
      base: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8),
      auxiliaries,
      distance: RAKING_DISTANCE,
    })
    for (const { values } of auxiliaries) {
      const left = residual(values.map((x, firm) => x * (weights[firm] ?? 0)))
      expect(Math.max(...left.map(Math.abs))).toBeLessThan(1e-12)
    }
  })

  it('is that of R by ten sweeps where base weights are equal, and another where they are not', () => {
    const margins = [size(40, 60), sector(30, 70)] as const
    const influence = Float64Array.of(3, -1, 4, 1, -5, 9, -2, 6)
    const both = (d: Float64Array) => {
      const one = rakeToCounts({ base: d, margins: [...margins] })
      const other = rakeToCounts({ base: d, margins: [...margins], residual: 'r-rake' })
      return Math.max(
        ...one.residual(influence).map((u, firm) => Math.abs(u - (other.residual(influence)[firm] ?? 0))),
      )
    }
    expect(both(new Float64Array(8).fill(12.5))).toBeLessThan(1e-6)
    expect(both(Float64Array.of(1, 20, 3, 40, 5, 6, 70, 8))).toBeGreaterThan(0.01)
  })

  it('of margins is the same by sums over levels as by orthogonal columns', () => {
    const influences = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(shares, base, influences, ([small, trade], list, numbers) => {
        const margins = [size(small, 100 - small), sector(trade, 100 - trade)] as const
        const d = Float64Array.from(list)
        const influence = Float64Array.from(numbers)
        const { weights } = rakeToCounts({ base: d, margins: [...margins] })
        const one = gregResidual({ base: d, weights, auxiliaries: auxiliariesOf([...margins]) })(influence)
        const other = marginResidual({ base: d, weights, margins })(influence)
        for (const [firm, u] of one.entries()) expect(Math.abs(u - (other[firm] ?? 0))).toBeLessThan(1e-11)
      }),
    )
  })

  it('stands a total given twice', () => {
    const twice = [...auxiliariesOf([size(40, 60)]), ...auxiliariesOf([size(40, 60)])]
    const d = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8)
    const one = calibrate({ base: d, auxiliaries: auxiliariesOf([size(40, 60)]), distance: linearDistance() })
    const two = calibrate({ base: d, auxiliaries: twice, distance: linearDistance() })
    const influence = Float64Array.of(3, -1, 4, 1, -5, 9, -2, 6)
    for (let firm = 0; firm < 8; firm++) {
      expect(two.weights[firm]).toBeCloseTo(one.weights[firm] ?? 0, 10)
      expect(two.residual(influence)[firm]).toBeCloseTo(one.residual(influence)[firm] ?? 0, 10)
    }
  })
})

describe('what cannot be', () => {
  const d = new Float64Array(8).fill(1)

  it('is named: a level without firms', () => {
    const counts = { small: 5, large: 4, huge: 1 }
    const margin = { name: 'size', counts, levelByFirm: SIZES }
    expect(() => countMargin(margin)).toThrow(named('margin-level-empty', /size huge/))
    expect(countMargin({ ...margin, emptyLevels: 'leave-out' }).levels).toEqual(['small', 'large'])
  })

  it('is named: a level without a count', () => {
    expect(() => countMargin({ name: 'size', counts: { small: 5 }, levelByFirm: SIZES })).toThrow(
      named('margin-level-unknown', /size.*large/),
    )
    expect(() => size(5, 0)).toThrow(named('margin-not-positive', /size large/))
  })

  it('is named: margins of different populations', () => {
    expect(() => rakeToCounts({ base: d, margins: [size(5, 5), sector(5, 6)] })).toThrow(
      named('margin-totals-differ', /size counts 10.*sector 11/),
    )
    const nearly = sector(5, 5 + 1e-6)
    expect(
      rakeToCounts({ base: d, margins: [size(5, 5), nearly], stop: { tolerance: 1e-6, maxSweeps: 50 } })
        .weights,
    ).toHaveLength(8)
  })

  it('is named: the level that is missed most', () => {
    // All small firms trade: no weights give 90 % small and 10 % trade.
    const firms = {
      name: 'sector',
      counts: { trade: 10, farm: 90 },
      levelByFirm: SIZES.map((own) => (own === 'small' ? 'trade' : 'farm')),
    }
    const margins = [size(90, 10), countMargin(firms)] as const
    expect(() => rakeToCounts({ base: d, margins: [...margins] })).toThrow(
      named('calibration-not-converged', /size (small|large) is missed by .* after 200 sweeps/),
    )
    expect(() =>
      calibrate({ base: d, auxiliaries: auxiliariesOf([...margins]), distance: linearDistance() }),
    ).toThrow(named('calibration-not-converged', /is missed by/))
  })

  it('is named: bounds that no weights can hold', () => {
    const auxiliaries = auxiliariesOf([size(20, 80)])
    const distance = logitDistance({ lower: 0.9, upper: 1.1 })
    expect(() => calibrate({ base: new Float64Array(8).fill(12.5), auxiliaries, distance })).toThrow(
      named('calibration-not-converged', /is missed by/),
    )
    expect(() => logitDistance({ lower: 1.1, upper: 2 })).toThrow(named('invalid-calibration-bounds', /1.1/))
    const reversed = linearDistance({ lower: 2, upper: 1 })
    expect(() => calibrate({ base: d, auxiliaries, distance: reversed })).toThrow(
      named('invalid-calibration-bounds', /2 is not below 1/),
    )
  })
})
