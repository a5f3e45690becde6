import { describe, expect, it } from 'vitest'
import { possibleGain } from '../../../web/desk/indicator-gain.ts'

describe('possibleGain', () => {
  it('is what the sub-index gains when the indicator goes to 10', () => {
    // Two indicators of equal weight at 4 and 8: 6.00; with the first at 10: 9.00.
    expect(possibleGain({ score: 4, weight: 0.5, slope: 1 })).toBe(3)
  })

  it('shrinks with the slope that leads to the published scale', () => {
    expect(possibleGain({ score: 4, weight: 0.1, slope: 0.77 })).toBeCloseTo(0.462, 10)
  })

  it('is nothing at the top', () => {
    expect(possibleGain({ score: 10, weight: 0.2, slope: 1 })).toBe(0)
  })
})
