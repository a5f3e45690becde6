import { describe, expect, it } from 'vitest'
import { histogramLayout } from '../../../web/desk/histogram-layout.ts'

const SPREAD = {
  min: 0,
  lowerQuartile: 5,
  median: 10,
  upperQuartile: 15,
  max: 19,
  bins: [
    { from: 0, to: 10, count: 4 },
    { from: 10, to: 20, count: 2 },
  ],
}

describe('histogramLayout', () => {
  it('stands bars on their numbers, the fullest as high as the figure', () => {
    expect(histogramLayout(SPREAD).bars).toEqual([
      { x: 0, width: 50, height: 100 },
      { x: 50, width: 50, height: 50 },
    ])
  })

  it('gives a wide bar the area of its firms, not their height', () => {
    const bins = [
      { from: 0, to: 5, count: 5 },
      { from: 5, to: 20, count: 6 },
    ]
    expect(histogramLayout({ ...SPREAD, bins }).bars.map(({ height }) => height)).toEqual([100, 40])
  })

  it('places the quartiles on the same axis', () => {
    expect(histogramLayout(SPREAD)).toMatchObject({ middleHalf: { x: 25, width: 50 }, median: 50 })
  })

  it('labels the edges of bins, at most seven', () => {
    const bins = Array.from({ length: 20 }, (_, bin) => ({ from: bin * 17, to: (bin + 1) * 17, count: bin }))
    const { labels } = histogramLayout({ ...SPREAD, bins })
    expect(labels.map(({ value }) => value)).toEqual([0, 51, 102, 153, 204, 255, 306])
    expect(labels.map(({ x }) => x)).toEqual([0, 15, 30, 45, 60, 75, 90])
  })
})
