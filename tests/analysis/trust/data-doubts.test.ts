import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantileByRule } from '../../../analysis/estimators/quantile-rule.ts'
import { weightedDistribution } from '../../../analysis/estimators/weighted-distribution.ts'
import { channelContrast } from '../../../analysis/trust/channel-contrast.ts'
import { dontKnowBounds } from '../../../analysis/trust/dont-know-bounds.ts'
import { holm } from '../../../analysis/trust/holm.ts'
import { itemNonresponse } from '../../../analysis/trust/item-nonresponse.ts'
import { sideBySide } from '../../../analysis/trust/side-by-side.ts'
import { weightedMean } from '../../../analysis/weighted-mean.ts'

const firm = fc.record({
  value: fc.integer({ min: 1, max: 5 }),
  weight: fc.integer({ min: 1, max: 30 }),
  isUnknown: fc.boolean(),
  says: fc.integer({ min: 1, max: 5 }),
})
const firms = fc
  .array(firm, { minLength: 2, maxLength: 30 })
  .filter((list) => list.some(({ isUnknown }) => !isUnknown))

describe('bounds of what is not known', () => {
  const NUMBERS = [1, 2, 3, 4, 5]
  const estimateOf = (as: 'mean' | 'median', values: readonly number[], weights: readonly number[]) => {
    const [list, own] = [Float64Array.from(values), Float64Array.from(weights)]
    if (as === 'mean') return weightedMean(list, own).value
    return quantileByRule(weightedDistribution(list, own), 'school', 0.5)
  }

  it.each(['mean', 'median'] as const)('contain the %s, and whatever would have been said', (as) => {
    fc.assert(
      fc.property(firms, (list) => {
        const known = list.filter(({ isUnknown }) => !isUnknown)
        const weightOf = (number: number) =>
          known.reduce((sum, { value, weight }) => sum + (value === number ? weight : 0), 0)
        const { lowest, highest } = dontKnowBounds({
          as,
          numbers: NUMBERS,
          weights: NUMBERS.map(weightOf),
          unknownWeight: list.reduce((sum, { isUnknown, weight }) => sum + (isUnknown ? weight : 0), 0),
          range: { lowest: 1, highest: 5 },
        })
        const weights = list.map(({ weight }) => weight)
        const estimate = estimateOf(
          as,
          known.map(({ value }) => value),
          known.map(({ weight }) => weight),
        )
        const truth = estimateOf(
          as,
          list.map(({ isUnknown, says, value }) => (isUnknown ? says : value)),
          weights,
        )
        const ends = [1, 5].map((end) =>
          estimateOf(
            as,
            list.map(({ isUnknown, value }) => (isUnknown ? end : value)),
            weights,
          ),
        )
        expect([lowest, highest]).toEqual(ends.map((end) => expect.closeTo(end, 12)))
        for (const one of [estimate, truth]) {
          expect(one).toBeGreaterThanOrEqual(lowest - 1e-12)
          expect(one).toBeLessThanOrEqual(highest + 1e-12)
        }
      }),
    )
  })

  it('are the estimate where all is known', () => {
    const answers = { numbers: [0, 1], weights: [1, 3], unknownWeight: 0, range: { lowest: 0, highest: 1 } }
    expect(dontKnowBounds({ as: 'share', ...answers })).toEqual({ lowest: 0.75, highest: 0.75 })
  })
})

describe('item non-response', () => {
  it('is a share of those who were asked', () => {
    const missing = { notAsked: 100, dontKnow: 6, refused: 3, blank: 1 }
    expect(itemNonresponse({ answered: 30, missing })).toEqual({
      asked: 40,
      dontKnow: 0.15,
      refused: 0.075,
      blank: 0.025,
      all: 0.25,
    })
  })

  it('is none where nobody was asked', () => {
    const missing = { notAsked: 9, dontKnow: 0, refused: 0, blank: 0 }
    expect(itemNonresponse({ answered: 0, missing })).toMatchObject({ asked: 0, all: 0 })
  })
})

describe('Holm’s adjustment', () => {
  it('is R’s p.adjust', () => {
    // p.adjust(c(0.01, 0.02, 0.03, 0.005, 0.5), "holm")
    expect(holm([0.01, 0.02, 0.03, 0.005, 0.5]).map((p) => p.toFixed(3))).toEqual([
      '0.040',
      '0.060',
      '0.060',
      '0.025',
      '0.500',
    ])
  })

  it('keeps the order, never lowers a p, and multiplies the least by their number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (ps) => {
          const adjusted = holm(ps)
          const order = ps.map((_, i) => i).toSorted((i, j) => ps[i]! - ps[j]!)
          for (const [rank, i] of order.entries()) {
            expect(adjusted[i]).toBeGreaterThanOrEqual(ps[i]!)
            expect(adjusted[i]).toBeLessThanOrEqual(1)
            expect(adjusted[i]).toBeGreaterThanOrEqual(adjusted[order[rank - 1] ?? -1] ?? 0)
          }
          expect(adjusted[order[0]!]).toBeCloseTo(Math.min(1, ps.length * ps[order[0]!]!), 12)
        },
      ),
    )
  })
})

describe('the contrast of two channels', () => {
  const group = (
    score: number | null,
    standardError: number | null = 0.2,
    degreesOfFreedom: number | null = 60,
  ) => ({
    score,
    standardError,
    degreesOfFreedom,
  })

  it('has Welch’s p', () => {
    const [one] = channelContrast(
      [{ code: 'a', ...group(7, 0.3, 20) }],
      [{ code: 'a', ...group(6, 0.4, 30) }],
    )
    expect(one).toMatchObject({ difference: 1, standardError: 0.5 })
    // 2 * pt(-2, 0.0625 / (0.0081/20 + 0.0256/30)) = 2 * pt(-2, 49.66)
    expect(one?.pValue).toBeCloseTo(0.05098368, 7)
  })

  it('is flagged by the adjusted p, not by its own', () => {
    const codes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
    const drawn = codes.map((code) => ({ code, ...group(6) }))
    const open = codes.map((code) => ({ code, ...group(code === 'a' ? 6.62 : code === 'b' ? 7.5 : 6) }))
    const contrasts = channelContrast(open, drawn)
    expect(contrasts[0]?.pValue).toBeLessThan(0.05)
    expect(contrasts.filter(({ isFlagged }) => isFlagged).map(({ code }) => code)).toEqual(['b'])
  })

  it('makes nothing of rounding where all answers agree', () => {
    const [one] = channelContrast(
      [{ code: 'a', ...group(7.000000000000001, 1e-17, 20) }],
      [{ code: 'a', ...group(7, 1e-17, 30) }],
    )
    expect(one).toMatchObject({ standardError: null, pValue: null, isFlagged: false })
  })

  it('counts only what was tested', () => {
    const open = [
      { code: 'a', ...group(7) },
      { code: 'b', ...group(null) },
      { code: 'c', ...group(7, null, null) },
      { code: 'd', ...group(7) },
    ]
    const drawn = ['a', 'b', 'c'].map((code) => ({ code, ...group(6) }))
    const [a, b, c, d] = channelContrast(open, drawn)
    expect(a?.adjustedPValue).toBe(a?.pValue)
    expect(b).toMatchObject({ difference: null, pValue: null, adjustedPValue: null, isFlagged: false })
    expect(c).toMatchObject({ difference: 1, standardError: null, pValue: null, isFlagged: false })
    expect(d).toMatchObject({ difference: null })
  })

  it('turns its sign with the groups and nothing else', () => {
    const one = [{ code: 'a', ...group(7, 0.3, 20) }]
    const other = [{ code: 'a', ...group(6, 0.4, 30) }]
    const [forth] = channelContrast(one, other)
    const [back] = channelContrast(other, one)
    expect(back).toEqual({ ...forth, difference: -1 })
  })
})

describe('doubtful answers', () => {
  it('are counted fully, not at all, and by their factor', () => {
    const seen: number[][] = []
    const made = sideBySide(Float64Array.of(1, 0.7, 0), (weights) => seen.push([...weights]))
    expect(seen).toEqual([
      [1, 1, 1],
      [1, 0, 0],
      [1, 0.7, 0],
    ])
    expect(made).toEqual({ withAll: 1, without: 2, downWeighted: 3 })
  })
})
