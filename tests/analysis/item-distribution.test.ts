import { describe, expect, it } from 'vitest'
import { itemDistribution } from '../../analysis/item-distribution.ts'
import { run } from './tiny-estimation.ts'

const numbers = (...list: readonly number[]) =>
  itemDistribution('days', {
    kind: 'numbers',
    numbers: Float64Array.from(list),
    missing: Int8Array.from(list, (number) => (Number.isNaN(number) ? -2 : 0)),
  })

describe('the distribution of an item of numbers', () => {
  it('has bins that hold every answer once', () => {
    const distribution = numbers(1, 1, 2, 90, Number.NaN, 400)
    if (!('numbers' in distribution)) throw new Error('numbers were expected')
    const bins = distribution.numbers?.bins ?? []
    expect(bins.length).toBeLessThanOrEqual(20)
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(5)
    expect(bins[0]).toEqual({ from: 1, to: 21, count: 3 })
    expect(bins.at(-1)?.to).toBeGreaterThan(400)
    expect(distribution).toMatchObject({ answered: 5, missing: { dontKnow: 1, notAsked: 0 } })
  })

  it('has a bin a whole number where they are few', () => {
    const distribution = numbers(3, 4, 4, 6)
    expect(distribution).toMatchObject({
      numbers: {
        bins: [
          { from: 3, count: 1 },
          { from: 4, count: 2 },
          { from: 5, count: 0 },
          { from: 6, to: 7, count: 1 },
        ],
      },
    })
  })

  it('has no figures when nobody answered', () => {
    expect(numbers(Number.NaN)).toMatchObject({ answered: 0, numbers: null })
  })
})

it('tells the four kinds of missing apart', () => {
  expect(
    itemDistribution('x', {
      kind: 'choice',
      options: ['a'],
      codes: Int16Array.of(-1, -2, -2, -3, -3, -3, -4, 0),
    }),
  ).toEqual({
    item: 'x',
    answered: 1,
    missing: { notAsked: 1, dontKnow: 2, refused: 3, blank: 1 },
    options: [{ code: 'a', count: 1 }],
  })
})

it('is in an estimation, of every item', () => {
  const { items } = run()
  expect(items.find(({ item }) => item === 'fair')).toEqual({
    item: 'fair',
    answered: 12,
    missing: { notAsked: 0, dontKnow: 0, refused: 0, blank: 0 },
    options: [
      { code: 'agree', count: 9 },
      { code: 'disagree', count: 3 },
      { code: 'no-dealings', count: 0 },
    ],
  })
  expect(items.find(({ item }) => item === 'wait')).toMatchObject({ answered: 9, missing: { notAsked: 3 } })
  expect(items.find(({ item }) => item === 'obstacles')).toMatchObject({
    options: [
      { code: 'slow', count: 6 },
      { code: 'costly', count: 0 },
      { code: 'none', count: 6 },
    ],
  })
  expect(items.find(({ item }) => item === 'days')).toMatchObject({
    numbers: { min: 1, lowerQuartile: 3.75, median: 6.5, upperQuartile: 9.25, max: 12 },
  })
})
