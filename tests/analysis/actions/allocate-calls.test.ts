import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocateCalls, type CallCell } from '../../../analysis/actions/allocate-calls.ts'
import { influenceSpread } from '../../../analysis/actions/influence-spread.ts'
import { largestRemainder } from '../../../analysis/actions/largest-remainder.ts'

const cell = fc.record({
  population: fc.integer({ min: 1, max: 500 }),
  spread: fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10),
  answered: fc.integer({ min: 1, max: 40 }),
  reachable: fc.integer({ min: 0, max: 60 }),
})
const cells = fc
  .array(cell, { minLength: 1, maxLength: 5 })
  .map((list): readonly CallCell[] => list.map((one, place) => ({ code: String(place), ...one })))
const calls = fc.integer({ min: 0, max: 80 })

const variance = (list: readonly CallCell[], added: readonly number[]) =>
  list.reduce(
    (sum, { population, spread, answered }, place) =>
      sum + (population * spread) ** 2 / (answered + (added[place] ?? 0)),
    0,
  )

/** The best whole numbers there are: one call after another to where it takes off most (Fox 1966). */
function bestVariance(list: readonly CallCell[], total: number): number {
  const added = list.map(() => 0)
  for (let call = 0; call < total; call++) {
    let best = -1
    let most = -1
    for (const [place, { population, spread, answered, reachable }] of list.entries()) {
      const n = answered + (added[place] ?? 0)
      const gain = (population * spread) ** 2 / (n * (n + 1))
      if ((added[place] ?? 0) < reachable && gain > most) [best, most] = [place, gain]
    }
    if (best < 0) break
    added[best]!++
  }
  return variance(list, added)
}

describe('the next calls', () => {
  it('are as many as offered or as can be reached, and no cell beyond its own', () => {
    fc.assert(
      fc.property(cells, calls, (list, offered) => {
        const allocated = allocateCalls(list, offered)
        const reachable = list.reduce((sum, one) => sum + one.reachable, 0)
        expect(allocated.reduce((sum, one) => sum + one.calls, 0)).toBe(Math.min(offered, reachable))
        for (const [place, one] of allocated.entries()) {
          expect(one.calls).toBeGreaterThanOrEqual(0)
          expect(one.calls).toBeLessThanOrEqual(list[place]!.reachable)
          expect(Number.isInteger(one.calls)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('leave a variance within a call or two of the least there can be', () => {
    fc.assert(
      fc.property(cells, calls, (list, offered) => {
        const added = allocateCalls(list, offered).map((one) => one.calls)
        const best = bestVariance(list, offered)
        const withFewer = bestVariance(list, Math.max(0, offered - list.length))
        expect(variance(list, added)).toBeGreaterThanOrEqual(best * (1 - 1e-9))
        expect(variance(list, added)).toBeLessThanOrEqual(withFewer * (1 + 1e-9))
      }),
      { numRuns: 500 },
    )
  })

  it('are Neyman’s where nobody has answered and all can be reached', () => {
    const list = [
      { code: 'a', population: 600, spread: 1, answered: 0, reachable: 999 },
      { code: 'b', population: 200, spread: 2, answered: 0, reachable: 999 },
      { code: 'c', population: 200, spread: 5, answered: 0, reachable: 999 },
    ]
    expect(allocateCalls(list, 100).map((one) => one.calls)).toEqual([30, 20, 50])
  })

  it('go by population where no cell has a spread', () => {
    const list = [
      { code: 'a', population: 300, spread: 0, answered: 0, reachable: 99 },
      { code: 'b', population: 100, spread: 0, answered: 0, reachable: 99 },
    ]
    expect(allocateCalls(list, 40).map((one) => one.calls)).toEqual([30, 10])
  })

  it('gain what one more response takes off the variance', () => {
    const list = [
      { code: 'a', population: 300, spread: 2, answered: 9, reachable: 5 },
      { code: 'b', population: 100, spread: 1, answered: 0, reachable: 5 },
    ]
    const [first, second] = allocateCalls(list, 0)
    expect(first?.gainOfOne).toBeCloseTo((0.75 * 2) ** 2 * (1 / 9 - 1 / 10), 12)
    expect(second?.gainOfOne).toBeNull()
  })

  it.each([{ population: -1 }, { spread: Number.NaN }, { answered: 1.5 }, { reachable: -1 }])(
    'refuses %o',
    (broken) => {
      const one = { code: 'a', population: 1, spread: 1, answered: 1, reachable: 1, ...broken }
      expect(() => allocateCalls([one], 1)).toThrow(expect.objectContaining({ code: 'invalid-call-cell' }))
    },
  )
})

describe('largest remainders', () => {
  it('add up and are off by less than one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 9 }),
        fc.nat(200),
        (parts, total) => {
          const sum = parts.reduce((all, part) => all + part, 0)
          fc.pre(sum > 0)
          const quotas = parts.map((part) => (part * total) / sum)
          const whole = largestRemainder(quotas, total)
          expect(whole.reduce((all, count) => all + count, 0)).toBe(total)
          for (const [place, count] of whole.entries())
            expect(Math.abs(count - quotas[place]!)).toBeLessThan(1)
        },
      ),
    )
  })

  it('refuse quotas of another total', () => {
    expect(() => largestRemainder([1, 1], 3)).toThrow(
      expect.objectContaining({ code: 'quotas-do-not-add-up' }),
    )
  })
})

describe('the spread of a score in its cells', () => {
  it('is that of its firms, pooled for a cell with one', () => {
    const sums = (values: readonly number[]) => ({
      firms: values.length,
      sum: values.reduce((all, value) => all + value, 0),
      squares: values.reduce((all, value) => all + value ** 2, 0),
    })
    const [first, second, third, none] = influenceSpread([sums([1, 3]), sums([2, 2]), sums([9]), sums([])])
    expect([first, second, third, none]).toEqual([
      expect.closeTo(Math.SQRT2, 12),
      0,
      expect.closeTo(1, 12),
      expect.closeTo(1, 12),
    ])
  })
})
