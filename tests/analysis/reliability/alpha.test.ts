import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { taylorVariance } from '../../../analysis/variance.ts'
import {
  alphaIfDropped,
  alphaOf,
  cronbachAlpha,
  standardisedAlpha,
} from '../../../analysis/reliability/cronbach-alpha.ts'
import { completeOnly, itemCovariance, keyed } from '../../../analysis/reliability/item-covariance.ts'
import { itemTotals } from '../../../analysis/reliability/item-total.ts'
import { BFI, bfiColumns } from './bfi.ts'
import { answerTables, columnsOf } from './answer-tables.ts'

const NAN = Number.NaN
const ones = (firms: number) => new Float64Array(firms).fill(1)

describe('covariances of items', () => {
  it('stand on the firms that answered both items', () => {
    const items = [
      Float64Array.of(1, 2, 3, NAN),
      Float64Array.of(1, NAN, 3, 9),
      Float64Array.of(5, 5, NAN, 5),
    ]
    const { matrix } = itemCovariance(items)
    expect(matrix[0]).toBe(1)
    expect(matrix[1]).toBe(2)
    expect(matrix[2]).toBe(0)
    expect(matrix[4]).toBeCloseTo(((1 - 13 / 3) ** 2 + (3 - 13 / 3) ** 2 + (9 - 13 / 3) ** 2) / 2, 12)
  })

  it('count firms as often as their weights say, up to n/(n − 1)', () => {
    fc.assert(
      fc.property(
        answerTables({ items: 3 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 4 })),
        (table, stream) => {
          const items = columnsOf(table)
          const weights = Float64Array.from(table, () => stream.next().value ?? 1)
          const repeated = columnsOf(
            table.flatMap((row, firm) => Array.from({ length: weights[firm] ?? 1 }, () => row)),
          )
          const rows = repeated[0]?.length ?? 0
          const factor = (table.length / (table.length - 1)) * ((rows - 1) / rows)
          const [weighted, plain] = [itemCovariance(items, weights), itemCovariance(repeated)]
          for (const [cell, covariance] of plain.matrix.entries()) {
            expect(weighted.matrix[cell]).toBeCloseTo(covariance * factor, 9)
          }
        },
      ),
    )
  })

  it('of firms without weight are none', () => {
    const items = [Float64Array.of(1, 2, 3, 50), Float64Array.of(2, 2, 5, 0)]
    const three = items.map((answers) => answers.slice(0, 3))
    expect(itemCovariance(items, Float64Array.of(1, 1, 1, 0))).toEqual(itemCovariance(three))
  })
})

describe("Cronbach's alpha", () => {
  it('is that of R, with weights too', () => {
    const items = bfiColumns(5)
    const covariance = itemCovariance(items)
    const turned = keyed(covariance, [-1, 1, 1, 1, 1])
    expect(alphaOf(covariance)).toBeCloseTo(BFI.alphaRaw, 13)
    expect(alphaOf(turned)).toBeCloseTo(BFI.alphaKeyed, 13)
    expect(standardisedAlpha(turned)).toBeCloseTo(BFI.alphaStandardised, 13)
    for (const [item, alpha] of alphaIfDropped(turned).entries()) {
      expect(alpha).toBeCloseTo(BFI.alphaDropped[item] ?? NAN, 13)
    }
    const asKeyed = items.map((answers, item) => (item === 0 ? answers.map((x) => 7 - x) : answers))
    let complete = 0
    const cycled = (completeOnly(items)[0] ?? ones(0)).map((x) =>
      Number.isNaN(x) ? 9 : 1 + (complete++ % 3),
    )
    const { value, answers } = cronbachAlpha(asKeyed, cycled)
    expect(value).toBeCloseTo(BFI.alphaWeighted, 13)
    expect(answers).toBe(BFI.complete)
  })

  it('does not move when an item is shifted or all are put on another scale', () => {
    fc.assert(
      fc.property(
        answerTables({ items: 4 }),
        fc.tuple(fc.integer({ min: -9, max: 9 }), fc.double({ min: 0.1, max: 50, noNaN: true })),
        (table, [shift, factor]) => {
          const items = columnsOf(table)
          const moved = items.map((answers, item) => answers.map((x) => factor * (x + item * shift)))
          expect(alphaOf(itemCovariance(moved))).toBeCloseTo(alphaOf(itemCovariance(items)), 7)
        },
      ),
    )
  })

  it('does not depend on the order of items or firms', () => {
    fc.assert(
      fc.property(answerTables({ items: 4 }), (table) => {
        const [one, other] = [columnsOf(table), columnsOf(table.toReversed()).toReversed()]
        const weights = Float64Array.from(table, (_row, firm) => 1 + (firm % 3))
        expect(alphaOf(itemCovariance(other))).toBeCloseTo(alphaOf(itemCovariance(one)), 8)
        expect(cronbachAlpha(other, weights.toReversed()).value).toBeCloseTo(
          cronbachAlpha(one, weights).value,
          8,
        )
      }),
    )
  })

  it('of items that repeat each other is 1', () => {
    fc.assert(
      fc.property(answerTables({ items: 1 }), fc.integer({ min: 2, max: 9 }), (table, copies) => {
        const [item = ones(0)] = columnsOf(table)
        expect(alphaOf(itemCovariance(Array.from({ length: copies }, () => item)))).toBeCloseTo(1, 12)
      }),
    )
  })

  it('of k parallel items follows Spearman and Brown', () => {
    const parallel = (size: number) => {
      const cells = Array.from({ length: size * size }, (_none, cell) => (cell % (size + 1) === 0 ? 1 : 0.3))
      return { size, matrix: Float64Array.from(cells) }
    }
    for (const size of [3, 5, 11]) {
      expect(alphaOf(parallel(size))).toBeCloseTo((size * 0.3) / (1 + (size - 1) * 0.3), 13)
      expect(alphaIfDropped(parallel(size))[1]).toBeCloseTo(alphaOf(parallel(size - 1)), 13)
    }
    expect(alphaIfDropped(parallel(2))).toEqual(Float64Array.of(NAN, NAN))
  })

  it('with its influence is that of the covariances of the firms that answered all', () => {
    fc.assert(
      fc.property(answerTables({ items: 3 }), (table) => {
        const items = [
          ...columnsOf(table),
          Float64Array.from(table, (_row, firm) => (firm === 1 ? NAN : firm % 4)),
        ]
        const weights = Float64Array.from(table, (_row, firm) => 1 + (firm % 4))
        const { value, answers } = cronbachAlpha(items, weights)
        expect(value).toBeCloseTo(alphaOf(itemCovariance(completeOnly(items), weights)), 9)
        expect(answers).toBe(table.length - 1)
      }),
    )
  })

  it('has the influence that leaving a little of a firm out shows', () => {
    const items = bfiColumns(5)
    const complete = completeOnly(items)[0] ?? ones(0)
    const weights = Float64Array.from(complete, (_x, firm) => 1 + (firm % 3))
    const { value, influence } = cronbachAlpha(items, weights)
    for (const firm of [0, 7, 20]) {
      const step = 1e-6
      const nudged = weights.map((weight, other) => (other === firm ? weight * (1 + step) : weight))
      const slope = (cronbachAlpha(items, nudged).value - value) / step
      expect(influence[firm]).toBeCloseTo(slope, 6)
    }
    expect(influence.reduce((sum, u) => sum + u, 0)).toBeCloseTo(0, 12)
    expect(taylorVariance(influence, {})).toBeGreaterThan(0)
  })

  it('of one item is refused by name', () => {
    expect(() => alphaOf({ size: 1, matrix: Float64Array.of(1) })).toThrowError(
      expect.objectContaining({ code: 'too-few-items' }),
    )
    expect(() => cronbachAlpha([ones(3)], ones(3))).toThrowError(
      expect.objectContaining({ code: 'too-few-items' }),
    )
  })
})

describe('item-total correlations', () => {
  it('are those of R', () => {
    const complete = keyed(itemCovariance(completeOnly(bfiColumns(5))), [-1, 1, 1, 1, 1])
    for (const [item, { raw, corrected }] of itemTotals(complete).entries()) {
      expect(raw).toBeCloseTo(BFI.itemTotal[item] ?? NAN, 13)
      expect(corrected).toBeCloseTo(BFI.itemRest[item] ?? NAN, 13)
    }
  })

  it('are the plain correlations with the sum and with the rest', () => {
    fc.assert(
      fc.property(answerTables({ items: 4 }), (table) => {
        const items = columnsOf(table)
        const sumOfItems = (left?: number) =>
          Float64Array.from(table, (row) => row.reduce((sum, x, item) => (item === left ? sum : sum + x), 0))
        const correlation = (one: Float64Array, other: Float64Array) => {
          const { matrix } = itemCovariance([one, other])
          return (matrix[1] ?? 0) / Math.sqrt((matrix[0] ?? 0) * (matrix[3] ?? 0))
        }
        for (const [item, { raw, corrected }] of itemTotals(itemCovariance(items)).entries()) {
          const own = items[item] ?? ones(0)
          expect(raw).toBeCloseTo(correlation(own, sumOfItems()), 8)
          expect(corrected).toBeCloseTo(correlation(own, sumOfItems(item)), 8)
        }
      }),
    )
  })

  it('of an item without spread are not a number', () => {
    const items = [Float64Array.of(1, 2, 4), Float64Array.of(3, 3, 3)]
    expect(itemTotals(itemCovariance(items))[1]).toEqual({ raw: NAN, corrected: NAN })
  })
})
