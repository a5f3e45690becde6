import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenPartners } from '../../../analysis/trust/hidden-partners.ts'
import { failsPercentRule, isDominated } from '../../../analysis/trust/magnitude-disclosure.ts'
import { mergedBins } from '../../../analysis/trust/merged-bins.ts'
import { sharePresentation } from '../../../analysis/trust/share-presentation.ts'
import { differsByTooFew, isTooFew, isUnanimous } from '../../../analysis/trust/too-few.ts'

describe('few firms', () => {
  it('are one to four, or to nine of a sensitive question; none is not few', () => {
    expect([0, 1, 4, 5].map((count) => isTooFew(count))).toEqual([false, true, true, false])
    expect([9, 10].map((count) => isTooFew(count, 10))).toEqual([true, false])
  })

  it('may not be all that two releases differ by', () => {
    expect([60, 61, 64, 65, 56].map((after) => differsByTooFew(60, after))).toEqual([
      false,
      true,
      true,
      false,
      true,
    ])
  })
})

describe('one answer from all', () => {
  it.each([
    [[12, 0, 0], true],
    [[11, 1], true],
    [[10, 2], false],
    [[0, 0], false],
    [[1], true],
  ] as const)('of %j is %s', (counts, expected) => {
    expect(isUnanimous(counts)).toBe(expected)
  })
})

describe('amounts', () => {
  it('are dominated where the largest n have more than k of all', () => {
    expect(isDominated([81, 10, 9], { contributors: 1, share: 0.8 })).toBe(true)
    expect(isDominated([80, 11, 9], { contributors: 1, share: 0.8 })).toBe(false)
    expect(isDominated([45, 45, 10], { contributors: 2, share: 0.85 })).toBe(true)
    expect(isDominated([0, 0], { contributors: 1, share: 0.8 })).toBe(false)
  })

  it('tell the second of the first to within p where the others have less than that', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: 8 }), (amounts) => {
        const [first = 0, second = 0] = amounts.toSorted((one, other) => other - one)
        const total = amounts.reduce((sum, amount) => sum + amount, 0)
        // What the second is left with is the first and all others: as much off as these are.
        const guess = total - second
        expect(failsPercentRule(amounts, 0.1)).toBe(first > 0 && guess - first < 0.1 * first)
      }),
    )
  })
})

describe('a share that is shown', () => {
  const share = { share: 0.4, standardError: 0.04, degreesOfFreedom: 149, firms: 150 }

  it('has thirty firms behind it, effective ones', () => {
    expect(sharePresentation(share)).toBe('show')
    expect(sharePresentation({ ...share, firms: 29 })).toBe('suppress-few')
    // 0.24 / 0.09² is 29.6 firms of a simple random sample.
    expect(sharePresentation({ ...share, standardError: 0.09 })).toBe('suppress-few')
  })

  it('has an interval of less than 0.30', () => {
    const few = { ...share, standardError: Math.sqrt(0.24 / 36), firms: 36, degreesOfFreedom: 35 }
    expect(sharePresentation(few)).toBe('suppress-wide')
  })

  it('has one of at most 130 % of itself, unless that is narrow', () => {
    const small = { share: 0.05, firms: 60, standardError: Math.sqrt(0.0475 / 60), degreesOfFreedom: 59 }
    expect(sharePresentation(small)).toBe('suppress-wide')
    const narrow = {
      share: 0.001,
      firms: 9000,
      standardError: Math.sqrt(0.000999 / 9000),
      degreesOfFreedom: 8999,
    }
    expect(sharePresentation(narrow)).toBe('show')
  })

  it('is none without an interval', () => {
    expect(sharePresentation({ ...share, degreesOfFreedom: 0 })).toBe('suppress-wide')
  })
})

describe('bins put together', () => {
  const bins = fc
    .array(fc.integer({ min: 0, max: 9 }), { maxLength: 25 })
    .map((counts) => counts.map((count, place) => ({ from: 2 * place, to: 2 * place + 2, count })))

  it('hold as many firms, none few, side by side from end to end', () => {
    fc.assert(
      fc.property(bins, fc.integer({ min: 1, max: 12 }), (list, fewest) => {
        const merged = mergedBins(list, fewest)
        const all = list.reduce((sum, { count }) => sum + count, 0)
        expect(merged.reduce((sum, { count }) => sum + count, 0)).toBe(all >= fewest ? all : 0)
        for (const bin of merged) expect(bin.count).toBeGreaterThanOrEqual(fewest)
        const edges = merged.flatMap(({ from, to }) => [from, to])
        expect(edges.slice(1, -1).filter((_, place) => place % 2 === 0)).toEqual(
          edges.slice(1, -1).filter((_, place) => place % 2 === 1),
        )
        const ends = all >= fewest ? [list[0]?.from, list.at(-1)?.to] : [undefined, undefined]
        expect([edges[0], edges.at(-1)]).toEqual(ends)
      }),
    )
  })

  it('stay as they are where each has enough', () => {
    const list = [
      { from: 0, to: 1, count: 5 },
      { from: 1, to: 2, count: 8 },
    ]
    expect(mergedBins(list, 5)).toEqual(list)
  })
})

describe('what hides with what is hidden', () => {
  const summands = [
    { code: 'a', answers: 3 },
    { code: 'b', answers: 60 },
    { code: 'c', answers: 40 },
  ]

  it('is the one of the fewest answers, where one alone is hidden', () => {
    expect(hiddenPartners(summands, new Set(['a']))).toEqual(['c'])
    expect(hiddenPartners(summands, new Set(['a', 'z']))).toEqual(['c'])
  })

  it('is nobody where two hide each other, none is hidden or none is left', () => {
    expect(hiddenPartners(summands, new Set(['a', 'b']))).toEqual([])
    expect(hiddenPartners(summands, new Set())).toEqual([])
    expect(hiddenPartners(summands.slice(0, 1), new Set(['a']))).toEqual([])
  })
})
