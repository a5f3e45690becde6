import { describe, expect, it } from 'vitest'
import { auxiliariesOf } from '../../../analysis/weighting/auxiliaries.ts'
import { countMargin } from '../../../analysis/weighting/count-margin.ts'
import { trimToTotals } from '../../../analysis/weighting/trim-to-totals.ts'
import { trimWeights } from '../../../analysis/weighting/trim-weights.ts'

const named = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) })

describe('trimming', () => {
  it('shares out what it cuts, once or until all are within', () => {
    const weights = Float64Array.of(1, 1, 3.9, 8.1)
    expect([...trimWeights(weights, { lower: 0, upper: 4 })]).toEqual([
      expect.closeTo(1 + 4.1 / 3, 12),
      expect.closeTo(1 + 4.1 / 3, 12),
      expect.closeTo(3.9 + 4.1 / 3, 12),
      4,
    ])
    const strict = trimWeights(weights, { lower: 0, upper: 4 }, 'strict')
    expect(Math.max(...strict)).toBeLessThanOrEqual(4)
    expect(strict.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(14, 12)
    expect(strict[0]).toBeCloseTo(3, 9)
  })

  it('returns what is within as it is', () => {
    const weights = Float64Array.of(1, 2, 3)
    expect(trimWeights(weights, { lower: 1, upper: 3 }, 'strict')).toBe(weights)
  })

  it('says when the sum does not fit', () => {
    expect(() => trimWeights(Float64Array.of(3, 5), { lower: 0, upper: 2 })).toThrow(
      named('weights-cannot-be-trimmed', /no weight is within/),
    )
    expect(() => trimWeights(Float64Array.of(1, 9), { lower: 0, upper: 4 }, 'strict')).toThrow(
      named('weights-cannot-be-trimmed', /sum 10|no weight/),
    )
  })

  it('that keeps totals says which cannot be kept', () => {
    const weights = new Float64Array(2).fill(50)
    const half = { name: 'size', counts: { small: 50, large: 50 }, levelByFirm: ['small', 'large'] }
    const auxiliaries = auxiliariesOf([countMargin(half)])
    const bounds = { lower: 0, upper: 49 }
    expect(() => trimToTotals({ base: weights, weights, auxiliaries, bounds })).toThrow(
      named('calibration-not-converged', /firms|size large/),
    )
  })
})
