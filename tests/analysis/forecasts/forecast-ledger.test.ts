import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SubIndexEstimate } from '../../../analysis/estimation.ts'
import { forecastLedger } from '../../../analysis/forecasts/forecast-ledger.ts'
import { frozenForecasts } from '../../../analysis/forecasts/frozen-forecasts.ts'
import { type FrozenForecast, scoreForecast } from '../../../analysis/forecasts/score-forecast.ts'
import { randomStream } from '../../../analysis/simulation/philox.ts'

const FORECAST: FrozenForecast = {
  subIndex: 'informal-charges',
  year: 2024,
  score: 7.5,
  lower: 7.1,
  upper: 7.9,
  confidence: 0.9,
  target: 7.7,
  probability: 0.3,
}
const judgedEstimate: SubIndexEstimate = {
  code: 'informal-charges',
  score: 7.4,
  standardError: 0.2,
  lower: 7,
  upper: 7.8,
  degreesOfFreedom: 99,
  missingWeight: 0,
  target: 7.7,
  baseline: 7.35,
  anytime: null,
  verdict: {
    kind: 'too-close',
    probability: 0.3,
    probabilityTrue: 0.2,
    reason: null,
    scaleLink: 'edition',
    isApproximate: true,
    parts: { own: 0.2, official: 0.1, bias: null, reference: 0.1, link: 0, hard: 0 },
    forecast: { score: 7.5, standardError: 0.24, lower: 7.1, upper: 7.9 },
    settling: null,
  },
}

describe('forecasts', () => {
  it('are those of the published score, with its own interval and odds', () => {
    expect(frozenForecasts({ confidence: 0.9, subIndices: [judgedEstimate] }, 2024)).toEqual([FORECAST])
  })

  it('are not made without a target or a verdict', () => {
    const { verdict } = judgedEstimate
    if (!verdict) throw new Error('a verdict was expected')
    const withheld = { ...verdict, probability: null, forecast: null }
    const subIndices = [
      { ...judgedEstimate, target: null },
      { ...judgedEstimate, verdict: null },
      { ...judgedEstimate, verdict: withheld },
    ]
    expect(frozenForecasts({ confidence: 0.9, subIndices }, 2024)).toEqual([])
  })

  it.each([
    // PCI 2024 gave Lạng Sơn 7.60 where its plan wanted 7.7.
    [7.6, { error: -0.1, covered: true, met: false, brier: 0.09 }],
    [7.7, { error: -0.2, covered: true, met: true, brier: 0.49 }],
    [7.9, { error: -0.4, covered: true, met: true, brier: 0.49 }],
    [7.91, { error: -0.41, covered: false, met: true, brier: 0.49 }],
    [7.1, { error: 0.4, covered: true, met: false, brier: 0.09 }],
    [7.09, { error: 0.41, covered: false, met: false, brier: 0.09 }],
  ])('are scored against %d', (official, { error, covered, met, brier }) => {
    expect(scoreForecast(FORECAST, official)).toEqual({
      forecast: FORECAST,
      official,
      error: expect.closeTo(error, 12),
      covered,
      met,
      brier: expect.closeTo(brier, 12),
    })
  })
})

describe('the ledger', () => {
  it('sums up by sub-index and by year, and keeps open what is not published', () => {
    const land = { ...FORECAST, subIndex: 'land-access', target: 6, probability: 0.9 }
    const next = { ...FORECAST, year: 2025 }
    const ledger = forecastLedger(
      [FORECAST, land, next, { ...next, subIndex: 'land-access' }],
      [
        { subIndex: 'informal-charges', year: 2024, score: 7.6 },
        { subIndex: 'land-access', year: 2024, score: 5.74 },
        { subIndex: 'informal-charges', year: 2025, score: 8.3 },
      ],
    )
    expect(ledger.open).toEqual([{ ...next, subIndex: 'land-access' }])
    expect(ledger.entries).toHaveLength(3)
    expect(ledger.all).toEqual({
      forecasts: 3,
      bias: expect.closeTo((-0.1 + 1.76 - 0.8) / 3, 12),
      rootMeanSquare: expect.closeTo(Math.sqrt((0.01 + 1.76 ** 2 + 0.64) / 3), 12),
      coverage: expect.closeTo(1 / 3, 12),
      confidence: expect.closeTo(0.9, 12),
      brier: expect.closeTo((0.09 + 0.81 + 0.49) / 3, 12),
      brierOfShare: expect.closeTo(2 / 9, 12),
    })
    expect(Object.keys(ledger.bySubIndex)).toEqual(['informal-charges', 'land-access'])
    expect(ledger.bySubIndex['land-access']).toMatchObject({ forecasts: 1, coverage: 0, brierOfShare: 0 })
    expect(ledger.byYear['2024']).toMatchObject({ forecasts: 2, bias: expect.closeTo(0.83, 12) })
  })

  it('is empty without official scores', () => {
    expect(forecastLedger([FORECAST], [])).toEqual({
      entries: [],
      open: [FORECAST],
      all: null,
      bySubIndex: {},
      byYear: {},
    })
  })

  it('rewards saying what one believes: any other probability scores worse on average', () => {
    const shares = fc.tuple(
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    )
    fc.assert(
      fc.property(shares, ([believed, said]) => {
        const expected = (probability: number) =>
          believed * scoreForecast({ ...FORECAST, probability }, 9).brier +
          (1 - believed) * scoreForecast({ ...FORECAST, probability }, 1).brier
        expect(expected(believed)).toBeLessThanOrEqual(expected(said) + 1e-12)
      }),
      { seed: 1 },
    )
  })

  it('finds intervals that hold as often as they say, and ones that do not', () => {
    const random = randomStream(3, 0)
    const coverageOf = (half: number) => {
      const forecasts = Array.from({ length: 2000 }, (_, year) => ({
        ...FORECAST,
        year,
        lower: 7.5 - half,
        upper: 7.5 + half,
      }))
      const officials = forecasts.map(({ subIndex, year }) => ({ subIndex, year, score: 7 + random() }))
      return forecastLedger(forecasts, officials).all?.coverage
    }
    expect(coverageOf(0.45)).toBeCloseTo(0.9, 1)
    expect(coverageOf(0.25)).toBeCloseTo(0.5, 1)
  })
})
