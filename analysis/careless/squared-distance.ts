import { CompensatedSum } from '../compensated-sum.ts'
import { type ItemCovariance, itemCovariance } from '../reliability/item-covariance.ts'
import { choleskyFactor, type CholeskyFactor, solveWithFactor } from '../weighting/cholesky.ts'

/** How far each firm's answers are from all firms' means. */
export interface SquaredDistances {
  /** NaN for a firm that answered none of the items. */
  readonly distances: Float64Array
  /** Items that each firm's distance stands on, without those that the others determine. */
  readonly degrees: Float64Array
}

/**
 * Mahalanobis' squared distance of each firm from the means, over the items it answered:
 *
 *     D²ᵢ = (xᵢ − x̄)ᵀ Ĉ⁻¹ (xᵢ − x̄)
 *
 * with the means and covariances of all firms that answered the items, pair by pair. Were answers
 * normal, D² would be chi-squared with `degrees`; answers on a few steps have a heavier tail.
 * A shift or a linear mixing of the items changes nothing where all firms answered all of them.
 * `covariance` is that of the items, where it is there already.
 *
 * Unit: none. Cost: O(firms · items² + patterns of missing answers · items³).
 *
 * @see Mahalanobis (1936), On the generalised distance in statistics; R mahalanobis, psych::outlier
 * @example
 * squaredDistances([Float64Array.of(1, 2, 3)]).distances // => [1, 0, 1]
 */
export function squaredDistances(
  items: readonly Float64Array[],
  covariance: ItemCovariance = itemCovariance(items),
): SquaredDistances {
  const firms = items[0]?.length ?? 0
  const means = items.map(meanOf)
  const factors = new Map<string, Answered>()
  const distances = new Float64Array(firms).fill(Number.NaN)
  const degrees = new Float64Array(firms)
  const pattern = new Uint8Array(items.length)
  for (let firm = 0; firm < firms; firm++) {
    for (const [place, answers] of items.entries()) pattern[place] = Number(!Number.isNaN(answers[firm]))
    const answered = answeredAs(pattern, covariance, factors)
    if (answered.degrees === 0) continue
    const away = Float64Array.from(
      answered.places,
      (place) => (items[place]?.[firm] ?? 0) - (means[place] ?? 0),
    )
    const solved = solveWithFactor(answered.factor, away)
    distances[firm] = away.reduce((sum, distance, place) => sum + distance * (solved[place] ?? 0), 0)
    degrees[firm] = answered.degrees
  }
  return { distances, degrees }
}

interface Answered {
  readonly places: readonly number[]
  readonly factor: CholeskyFactor
  readonly degrees: number
}

/** The covariance of the items answered, factored once for all firms that answered just these. */
function answeredAs(
  pattern: Uint8Array,
  { size, matrix }: ItemCovariance,
  factors: Map<string, Answered>,
): Answered {
  const key = pattern.join('')
  const known = factors.get(key)
  if (known) return known
  const places = [...pattern.keys()].filter((place) => pattern[place] === 1)
  const among = Float64Array.from(
    places.flatMap((row) => places.map((column) => matrix[row * size + column] ?? Number.NaN)),
  )
  const factor = choleskyFactor(among, places.length)
  const degrees = places.filter(
    (_place, pivot) => (factor.triangle[pivot * (places.length + 1)] ?? 0) > 0,
  ).length
  const answered = { places, factor, degrees }
  factors.set(key, answered)
  return answered
}

function meanOf(answers: Float64Array): number {
  const sum = new CompensatedSum()
  let count = 0
  for (const answer of answers) {
    if (Number.isNaN(answer)) continue
    sum.add(answer)
    count++
  }
  return sum.total / count
}
