import { describe, expect, it } from 'vitest'
import { shuffled } from '../../../api/releases/shuffle.ts'

describe('shuffled', () => {
  it('keeps every element once', () => {
    const elements = Array.from({ length: 100 }, (_, place) => place)
    expect([...shuffled(elements)].toSorted((a, b) => a - b)).toEqual(elements)
    expect(shuffled([])).toEqual([])
    expect(shuffled(['only'])).toEqual(['only'])
  })

  it('leaves its argument as it was', () => {
    const elements = [1, 2, 3]
    shuffled(elements)
    expect(elements).toEqual([1, 2, 3])
  })

  it('draws every order of four about as often', () => {
    const draws = 24_000
    const counts = new Map<string, number>()
    for (let draw = 0; draw < draws; draw += 1) {
      const order = shuffled(['a', 'b', 'c', 'd']).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(24)
    // Chi-square with 23 degrees of freedom: 65 is passed by chance once in 150,000 runs.
    const expected = draws / 24
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    expect(chiSquare).toBeLessThan(65)
  })
})
