import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cheapestRoute, type Lever } from '../../../analysis/actions/cheapest-route.ts'

const lever = fc.record({
  gain: fc.integer({ min: 0, max: 40 }).map((points) => points / 1000),
  room: fc.integer({ min: 0, max: 30 }),
  cost: fc.integer({ min: 0, max: 9 }),
})
const levers = fc
  .array(lever, { minLength: 1, maxLength: 5 })
  .map((list): readonly Lever[] => list.map((one, place) => ({ code: `5.0${place + 1}`, ...one })))
const rise = fc.integer({ min: 0, max: 2000 }).map((points) => points / 1000)
const score = 5

/** The least cost of reaching the target, by trying every set of levers at their caps with one in between. */
function leastCost(list: readonly Lever[], needed: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let set = 0; set < 2 ** list.length; set++) {
    const whole = list.filter((_, place) => (set >> place) & 1)
    const others = list.filter((one) => !whole.includes(one))
    const missing = needed - whole.reduce((sum, { gain, room }) => sum + gain * room, 0)
    const cost = whole.reduce((sum, { room, cost: unit = 1 }) => sum + unit * room, 0)
    if (missing <= 1e-12) least = Math.min(least, cost)
    for (const { gain, room, cost: unit = 1 } of others) {
      if (missing > 0 && gain * room >= missing - 1e-12)
        least = Math.min(least, cost + (unit * missing) / gain)
    }
  }
  return least
}

describe('the cheapest route', () => {
  it('costs as little as the best corner of the linear programme, or none reaches', () => {
    fc.assert(
      fc.property(levers, rise, (list, needed) => {
        const route = cheapestRoute(list, { score, target: score + needed })
        const best = leastCost(list, score + needed - score)
        expect(route.isReached).toBe(best < Number.POSITIVE_INFINITY)
        const caps = list.reduce((sum, { gain, room, cost = 1 }) => sum + (gain > 0 ? room * cost : 0), 0)
        expect(route.cost).toBeCloseTo(Math.min(best, caps), 6)
      }),
      { numRuns: 400 },
    )
  })

  it('reaches the target exactly, or stands at all caps and says what is missing', () => {
    fc.assert(
      fc.property(levers, rise, (list, needed) => {
        const target = score + needed
        const { isReached, shortfall, steps, score: reached } = cheapestRoute(list, { score, target })
        const all = list.reduce((sum, { gain, room }) => sum + gain * room, 0)
        expect(isReached).toBe(all >= target - score - 1e-12)
        expect(reached).toBeCloseTo(isReached ? target : score + all, 12)
        expect(shortfall).toBeCloseTo(isReached ? 0 : target - score - all, 12)
        expect(reached).toBeCloseTo(score + steps.reduce((sum, { gain }) => sum + gain, 0), 12)
        expect(isReached || steps.every(({ isWhole }) => isWhole)).toBe(true)
      }),
    )
  })

  it('keeps within the caps and goes no step that does not pay', () => {
    fc.assert(
      fc.property(levers, rise, (list, needed) => {
        const { steps } = cheapestRoute(list, { score, target: score + needed })
        for (const { code, change, gain } of steps) {
          const own = list.find((one) => one.code === code)
          expect(change).toBeLessThanOrEqual((own?.room ?? 0) + 1e-12)
          expect(change).toBeGreaterThan(0)
          expect(gain).toBeCloseTo((own?.gain ?? 0) * change, 12)
        }
        expect(steps.slice(0, -1).every(({ isWhole }) => isWhole)).toBe(true)
      }),
    )
  })

  it('is the same whatever order the levers come in', () => {
    fc.assert(
      fc.property(levers, rise, (list, needed) => {
        const goal = { score, target: score + needed }
        expect(cheapestRoute(list.toReversed(), goal)).toEqual(cheapestRoute(list, goal))
      }),
    )
  })

  it('settles equal gains per cost by code', () => {
    const equal = ['b', 'a', 'c'].map((code) => ({ code, gain: 0.1, room: 1 }))
    expect(cheapestRoute(equal, { score: 7, target: 8 }).steps.map(({ code }) => code)).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  it('goes nowhere where the target is met', () => {
    expect(cheapestRoute([{ code: 'a', gain: 1, room: 1 }], { score: 7.7, target: 7.7 })).toEqual({
      isReached: true,
      score: 7.7,
      shortfall: 0,
      cost: 0,
      steps: [],
    })
  })

  it('takes first what costs nothing', () => {
    const list = [
      { code: 'a', gain: 5, room: 1, cost: 1 },
      { code: 'b', gain: 0.1, room: 1, cost: 0 },
    ]
    expect(cheapestRoute(list, { score: 1, target: 2 }).steps.map(({ code }) => code)).toEqual(['b', 'a'])
  })

  it.each([
    { gain: -1, room: 1 },
    { gain: 1, room: -1 },
    { gain: 1, room: 1, cost: -1 },
    { gain: Number.NaN, room: 1 },
  ])('refuses %o', (broken) => {
    expect(() => cheapestRoute([{ code: 'a', ...broken }], { score: 1, target: 2 })).toThrow(
      expect.objectContaining({ code: 'invalid-lever' }),
    )
  })
})
