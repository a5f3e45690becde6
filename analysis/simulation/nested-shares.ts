import { AnalysisError } from '../analysis-error.ts'
import { ROUNDING, valueWithin } from './value-within.ts'

/** A set of outcomes that must have this probability. */
export interface ShareOf {
  readonly places: ReadonlySet<number>
  readonly share: number
}

/**
 * Probabilities of outcomes such that every set has its share exactly; sets may be nested
 * (more than a month ⊃ more than three months) or apart, not overlapping otherwise. Within what
 * a set leaves to its own, outcomes keep the proportions of the shape.
 *
 * Unit: probabilities. Cost: O(sets² · outcomes).
 *
 * @throws {AnalysisError} `values-cannot-be-simulated` when sets overlap, when a share is larger
 * than what holds it or its neighbours leave it, or when shares leave no room
 * @example
 * nestedShares([1, 1, 1], [{ places: new Set([1, 2]), share: 0.3 }, { places: new Set([2]), share: 0.1 }])
 * // => [0.7, 0.2, 0.1]
 */
export function nestedShares(shape: readonly number[], sets: readonly ShareOf[]): number[] {
  const probabilities = shape.map(() => 0)
  const everything: ShareOf = { places: new Set(shape.keys()), share: 1 }
  const largestFirst = sets.toSorted((a, b) => b.places.size - a.places.size)
  share(everything, largestFirst)
  return probabilities

  function share(whole: ShareOf, inside: readonly ShareOf[]): void {
    let rest = whole.share
    const free = new Set(whole.places)
    let waiting = inside
    while (waiting.length > 0) {
      const [largest, ...others] = waiting
      if (!largest) break
      const nested = others.filter(({ places }) => isWithin(places, largest.places))
      waiting = others.filter((other) => !nested.includes(other))
      if (waiting.some(({ places }) => [...places].some((place) => largest.places.has(place)))) overlapping()
      const cut = valueWithin(largest.share, 0, rest)
      share({ places: largest.places, share: cut }, nested)
      rest -= cut
      for (const place of largest.places) free.delete(place)
    }
    spread(free, rest)
  }

  function spread(free: ReadonlySet<number>, mass: number): void {
    const total = [...free].reduce((sum, place) => sum + (shape[place] ?? 0), 0)
    if (mass > ROUNDING && !(total > 0)) noRoom()
    for (const place of free) probabilities[place] = total > 0 ? (mass * (shape[place] ?? 0)) / total : 0
  }
}

function isWithin(places: ReadonlySet<number>, whole: ReadonlySet<number>): boolean {
  return [...places].every((place) => whole.has(place))
}

function overlapping(): never {
  throw new AnalysisError('values-cannot-be-simulated', 'shares on one item must be nested or apart')
}

function noRoom(): never {
  throw new AnalysisError(
    'values-cannot-be-simulated',
    'shares on one item leave answers that none of them takes',
  )
}
