import { describe, expect, it } from 'vitest'
import { figuresOf, intervalMarks } from '../../../web/desk/interval-marks.ts'

const AXIS = { from: 5, to: 9, ticks: [5, 6, 7, 8, 9] }
const FIGURES = { score: 7, lower: 6, upper: 8, target: 7.7, baseline: 5.5 }

describe('intervalMarks', () => {
  it('places every figure along the axis', () => {
    const { score, interval, target, baseline } = intervalMarks(AXIS, FIGURES)
    expect(score).toBe(50)
    expect(interval).toEqual({ start: 25, length: 50 })
    expect(target).toBeCloseTo(67.5, 10)
    expect(baseline).toBe(12.5)
  })

  it('draws nothing for a figure that cannot be had', () => {
    const withheld = { ...FIGURES, score: null, lower: null, upper: null }
    expect(intervalMarks(AXIS, withheld)).toMatchObject({
      score: undefined,
      interval: undefined,
      baseline: 12.5,
    })
  })

  it('cuts an interval at the end of the axis', () => {
    expect(intervalMarks(AXIS, { ...FIGURES, upper: 11 }).interval).toEqual({ start: 25, length: 75 })
  })
})

describe('figuresOf', () => {
  it('takes every figure there is, target and baseline too', () => {
    expect(
      figuresOf([FIGURES, { score: null, lower: null, upper: null, target: 8, baseline: null }]),
    ).toEqual([7, 6, 8, 7.7, 5.5, 8])
  })
})
