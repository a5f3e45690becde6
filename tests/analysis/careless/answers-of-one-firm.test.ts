import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addHalves, evenOddConsistency, noHalves } from '../../../analysis/careless/even-odd.ts'
import { addSpread, answerSpread, noSpread, pooledSpread } from '../../../analysis/careless/answer-spread.ts'
import { longestRuns } from '../../../analysis/careless/longest-run.ts'
import { percentile } from '../../../analysis/careless/percentile.ts'
import { itemCovariance } from '../../../analysis/reliability/item-covariance.ts'
import { randomStream } from '../../../analysis/simulation/philox.ts'
import { answerTables, columnsOf } from '../reliability/answer-tables.ts'
import { BFI, bfiColumns } from '../reliability/bfi.ts'

const NAN = Number.NaN
/** One firm's answers, a column an item. */
const firm = (...answers: readonly number[]) => answers.map((answer) => Float64Array.of(answer))

describe('the longest run', () => {
  it('is that of R', () => {
    expect([...longestRuns(bfiColumns(10))]).toEqual(BFI.longestRuns)
  })

  it('ends at a missing answer, not at an item that was not asked', () => {
    expect(longestRuns(firm(1, 1, NAN, 1, 2))).toEqual(Uint16Array.of(2))
    const asked = [1, 1, 0, 1, 1].map((cell) => Uint8Array.of(cell))
    expect(longestRuns(firm(1, 1, NAN, 1, 2), asked)).toEqual(Uint16Array.of(3))
    expect(longestRuns(firm(NAN, NAN))).toEqual(Uint16Array.of(0))
  })

  it('is the same read backwards, and at most that of the same answers sorted', () => {
    fc.assert(
      fc.property(answerTables({ items: 8 }), (table) => {
        const runs = longestRuns(columnsOf(table))
        expect(longestRuns(columnsOf(table).toReversed())).toEqual(runs)
        const sorted = longestRuns(columnsOf(table.map((row) => row.toSorted((a, b) => a - b))))
        for (const [place, run] of runs.entries()) expect(run).toBeLessThanOrEqual(sorted[place] ?? 0)
      }),
    )
  })
})

describe('the spread of answers', () => {
  it('is that of R', () => {
    for (const [place, spread] of answerSpread(bfiColumns(10)).entries()) {
      expect(spread).toBeCloseTo(BFI.spreads[place] ?? NAN, 13)
    }
  })

  it('is nought for one answer over and over, and unknown for a single one', () => {
    expect(answerSpread(firm(4, NAN, 4, 4))).toEqual(Float64Array.of(0))
    expect(answerSpread(firm(4, NAN))).toEqual(Float64Array.of(NAN))
  })

  it('over blocks is around the mean of each, pooled', () => {
    const sums = noSpread(1)
    addSpread(sums, firm(1, 1, 1))
    addSpread(sums, firm(4, 4, 4, 4))
    expect(pooledSpread(sums)).toEqual(Float64Array.of(0))
    addSpread(sums, firm(1, 3))
    expect(pooledSpread(sums)[0]).toBeCloseTo(Math.sqrt(2 / (2 + 3 + 1)), 14)
  })
})

describe('halves', () => {
  /** Firms whose blocks each have a level of their own, which all four items of a block show. */
  function consistencyOf(noise: number, turned: boolean): Float64Array {
    const random = randomStream(5, 1)
    const sums = noHalves(200)
    for (let block = 0; block < 8; block++) {
      const levels = Float64Array.from({ length: 200 }, () => 5 * random())
      const items = Array.from({ length: 4 }, (_none, item) => {
        const sign = turned && item % 2 === 1 ? -1 : 1
        return levels.map((level) => sign * (level + noise * random()))
      })
      addHalves(sums, items, itemCovariance(items))
    }
    return evenOddConsistency(sums, 5)
  }

  it('agree for those who answer alike items alike, whichever way the items are keyed', () => {
    for (const turned of [false, true]) {
      expect(percentile(consistencyOf(0.5, turned), 0.05)).toBeGreaterThan(0.95)
      expect(percentile(consistencyOf(60, turned), 0.05)).toBeLessThan(0.3)
    }
  })

  it('are the correlation of block means, led to the full length', () => {
    // Five blocks in which the even half is 1, 2, 3, 4, 5 and the odd half 1, 2, 3, 4, 0.
    const even = [1, 2, 3, 4, 5]
    const odd = [1, 2, 3, 4, 0]
    const sum = (numbers: readonly number[]) => Float64Array.of(numbers.reduce((total, x) => total + x, 0))
    const sums = {
      blocks: Float64Array.of(5),
      even: sum(even),
      odd: sum(odd),
      evenSquares: sum(even.map((x) => x * x)),
      oddSquares: sum(odd.map((x) => x * x)),
      products: sum(even.map((x, block) => x * (odd[block] ?? 0))),
    }
    // cor(1:5, c(1:4, 0)) is 0.
    expect(evenOddConsistency(sums, 5)[0]).toBeCloseTo(0, 12)
    const other = { ...sums, odd: sums.even, oddSquares: sums.evenSquares, products: sums.evenSquares }
    expect(evenOddConsistency(other, 5)[0]).toBeCloseTo(1, 12)
    const against = { ...other, odd: sum(even.map((x) => -x)), products: sum(even.map((x) => -x * x)) }
    expect(evenOddConsistency(against, 5)).toEqual(Float64Array.of(-1))
    expect(evenOddConsistency(sums, 6)).toEqual(Float64Array.of(NAN))
    // cor(c(1, 2, 3), c(1, 3, 2)) is a half, so twice as many items agree to 2/3.
    const three = { blocks: 3, even: 6, odd: 6, evenSquares: 14, oddSquares: 14, products: 13 }
    const halves = Object.fromEntries(
      Object.entries(three).map(([name, total]) => [name, Float64Array.of(total)]),
    )
    expect(evenOddConsistency({ ...sums, ...halves }, 3)[0]).toBeCloseTo(2 / 3, 12)
  })

  it('need two answers each', () => {
    const sums = noHalves(3)
    const items = [
      Float64Array.of(1, 2, 4),
      Float64Array.of(1, 2, 4),
      Float64Array.of(NAN, 2, 4),
      Float64Array.of(1, 2, 5),
    ]
    addHalves(sums, items, itemCovariance(items))
    expect(sums.blocks).toEqual(Float64Array.of(0, 1, 1))
  })
})

it('a percentile is one of the numbers, and only as many pass it as it says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (numbers, share) => {
        const found = percentile(numbers, share)
        expect(numbers).toContain(found)
        expect(numbers.filter((number) => number <= found).length).toBeGreaterThanOrEqual(
          share * numbers.length - 1e-9,
        )
        expect(numbers.filter((number) => number < found).length).toBeLessThan(
          Math.max(share * numbers.length, 1e-9) + 1e-9,
        )
      },
    ),
  )
  expect(percentile([], 0.5)).toBeNaN()
})
