import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReproducibleSums } from '../../../analysis/columns/reproducible-sum.ts'
import { sumOf } from '../../../analysis/compensated-sum.ts'

const terms = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 })

function sumIn(order: readonly number[], bound = 1e6): number {
  const sums = new ReproducibleSums(1, { bound, count: order.length })
  for (const term of order) sums.add(0, term)
  return sums.totals()[0] ?? Number.NaN
}

describe('reproducible sums', () => {
  it('are the same to the bit in every order', () => {
    fc.assert(
      fc.property(terms, (list) => {
        const sum = sumIn(list)
        expect(sumIn(list.toReversed())).toBe(sum)
        expect(sumIn(list.toSorted((one, other) => one - other))).toBe(sum)
        expect(sumIn(list.toSorted((one, other) => Math.abs(other) - Math.abs(one)))).toBe(sum)
      }),
    )
  })

  it('are as exact as compensated ones', () => {
    fc.assert(
      fc.property(terms, (list) => {
        expect(Math.abs(sumIn(list) - sumOf(list))).toBeLessThanOrEqual(1e6 * list.length * 2 ** -80)
      }),
    )
    // A plain sum of these is 0 or 2, as the order has it.
    expect(sumIn([1, 1e16, 1, -1e16], 1e16)).toBe(2)
  })

  it('of whole numbers are whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 }), (list) => {
        expect(sumIn(list)).toBe(list.reduce((sum, one) => sum + one, 0))
      }),
    )
  })

  it('take terms at their bound, also where that is a power of two or there is one term', () => {
    for (const bound of [1, 0.5, 3, 2 ** -40, 1e-30]) {
      expect(sumIn([bound], bound)).toBe(bound)
      expect(sumIn([bound, bound, -bound], bound)).toBe(bound)
    }
    expect(sumIn([0, 0], 0)).toBe(0)
  })

  it('of products are those of their terms', () => {
    fc.assert(
      fc.property(terms, (list) => {
        const sums = new ReproducibleSums(2, { bound: 1e12, count: list.length })
        const column = Float64Array.from(list)
        sums.addProducts(1, [column, column], list.length)
        for (const term of list.toReversed()) sums.add(0, term * term)
        const [one, other] = sums.totals()
        expect(other).toBe(one)
      }),
    )
  })

  it('run over places as sums of all terms up to each', () => {
    const sums = new ReproducibleSums(3, { bound: 1, count: 30 })
    for (let k = 0; k < 30; k++) sums.add(k % 3, 0.1)
    // Ten, twenty and thirty times the double next to 0.1, each rounded once.
    expect(sums.cumulative([2, 0, 1])).toEqual(Float64Array.of(1, 2, 3))
  })
})
