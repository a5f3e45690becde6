import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonAxis, placeOn } from '../../../web/desk/chart-axis.ts'

const SCORES = { bounds: [1, 10], step: 1 } as const

describe('commonAxis', () => {
  it('runs between whole scores that hold every figure', () => {
    expect(commonAxis([5.34, 8.1, 6.6], SCORES)).toEqual({ from: 5, to: 9, ticks: [5, 6, 7, 8, 9] })
  })

  it('leaves room beside a figure that stands on a whole score', () => {
    expect(commonAxis([6, 8], SCORES)).toMatchObject({ from: 5, to: 9 })
  })

  it('does not blow a narrow range up', () => {
    expect(commonAxis([7.4, 7.5], SCORES)).toMatchObject({ from: 6, to: 9 })
  })

  it('keeps to the scale', () => {
    expect(commonAxis([9.9, 12], SCORES)).toMatchObject({ from: 7, to: 10 })
    expect(commonAxis([1, -3], SCORES)).toMatchObject({ from: 1, to: 4 })
  })

  it('shows the whole scale when there is no figure', () => {
    expect(commonAxis([], SCORES)).toMatchObject({ from: 1, to: 10 })
    expect(commonAxis([Number.NaN], SCORES)).toMatchObject({ from: 1, to: 10 })
  })

  it('steps by fives for the composite', () => {
    expect(commonAxis([63.8, 69.05], { bounds: [0, 100], step: 5 })).toEqual({
      from: 60,
      to: 75,
      ticks: [60, 65, 70, 75],
    })
  })

  it('always holds what it is given, at a place between its ends, in the same order', () => {
    const score = fc.double({ min: 1, max: 10, noNaN: true })
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), (scores) => {
        const axis = commonAxis(scores, SCORES)
        const places = scores.toSorted((a, b) => a - b).map((each) => placeOn(axis, each))
        expect(places.every((place) => place >= 0 && place <= 100)).toBe(true)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(axis.to - axis.from).toBeGreaterThanOrEqual(3)
        expect([axis.ticks[0], axis.ticks.at(-1)]).toEqual([axis.from, axis.to])
      }),
    )
  })
})
