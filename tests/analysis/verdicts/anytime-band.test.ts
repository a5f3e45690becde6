import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../../../analysis/distributions/normal.ts'
import { tQuantile } from '../../../analysis/distributions/student-t.ts'
import { randomStream } from '../../../analysis/simulation/philox.ts'
import { anytimeHalfWidth } from '../../../analysis/verdicts/anytime-band.ts'
import { anytimeInterval } from '../../../analysis/verdicts/plan-verdicts.ts'

const REQUEST = { standardError: 0.1, firms: 400, plannedFirms: 400, confidence: 0.9 }

describe('the band for those who look at every release', () => {
  it('is by its formula', () => {
    const { standardError, firms, plannedFirms } = REQUEST
    const sigma = standardError * Math.sqrt(firms)
    const rho2 = (-2 * Math.log(0.1) + Math.log(-2 * Math.log(0.1)) + 1) / plannedFirms
    const squared =
      ((2 * (firms * rho2 + 1)) / (firms ** 2 * rho2)) * Math.log(Math.sqrt(firms * rho2 + 1) / 0.1)
    expect(anytimeHalfWidth(REQUEST)).toBeCloseTo(sigma * Math.sqrt(squared), 12)
  })

  it('is about narrowest for a plan of as many firms as there are', () => {
    const own = anytimeHalfWidth(REQUEST)
    for (const factor of [0.2, 0.5, 2, 5]) {
      expect(anytimeHalfWidth({ ...REQUEST, plannedFirms: 400 * factor })).toBeGreaterThan(own * 0.999)
    }
  })

  it('is wider than the plain interval, and more so the surer it is to be', () => {
    const widths = [0.1, 0.5, 0.9, 0.99].map((confidence) => anytimeHalfWidth({ ...REQUEST, confidence }))
    expect(widths).toEqual(widths.toSorted((one, other) => one - other))
    expect(anytimeHalfWidth(REQUEST)).toBeGreaterThan(1.6 * normalQuantile(0.95) * 0.1)
  })

  it('holds at all looks together, where plain intervals fail one of them in half the waves', () => {
    // Skewed answers, mean 1; a look at every tenth firm from the thirtieth to the thousandth.
    const waves = 600
    let plainFailures = 0
    let bandFailures = 0
    for (let wave = 0; wave < waves; wave++) {
      const random = randomStream(2024, wave)
      let [sum, squares, plainFails, bandFails] = [0, 0, false, false]
      for (let firms = 1; firms <= 1000; firms++) {
        const answer = -Math.log(1 - random())
        sum += answer
        squares += answer ** 2
        if (firms < 30 || firms % 10 !== 0) continue
        const mean = sum / firms
        const standardError = Math.sqrt((squares / firms - mean ** 2) / (firms - 1))
        const off = Math.abs(mean - 1)
        if (off > tQuantile(0.95, firms - 1) * standardError) plainFails = true
        if (off > anytimeHalfWidth({ standardError, firms, plannedFirms: 145, confidence: 0.9 }))
          bandFails = true
      }
      plainFailures += plainFails ? 1 : 0
      bandFailures += bandFails ? 1 : 0
    }
    expect(bandFailures / waves).toBeLessThanOrEqual(0.1)
    expect(plainFailures / waves).toBeGreaterThan(0.35)
  })

  it('adds what is not sampling in squares', () => {
    const watched = {
      score: 7,
      samplingError: 0.1,
      firms: 400,
      plannedFirms: 400,
      confidence: 0.9,
      otherHalfWidth: 0.3,
    }
    const { lower, upper } = anytimeInterval(watched)
    expect(upper - 7).toBeCloseTo(Math.hypot(anytimeHalfWidth(REQUEST), 0.3), 12)
    expect(7 - lower).toBeCloseTo(upper - 7, 12)
  })
})
