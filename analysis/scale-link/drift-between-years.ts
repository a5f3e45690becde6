import { betweenVariance } from '../small-areas/between-variance.ts'
import { type PastDifference, pooledPairs } from './pooled-pairs.ts'
import { ln } from '../elementary/ln.ts'

/** Places where the likelihood is looked at before the search between two of them. */
const GRID = 40
const STEPS = 60
/** An ω this small beside the spread of the differences is the search stopping short of 0. */
const NEGLIGIBLE = 1e-6
const GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * ω², by which the bias of a sub-index moves from year to year, by REML. Twice the restricted
 * log-likelihood splits into what years say within each sub-index and what their means say,
 *
 *     −Σ_k [Σ_t log(ω² + v_kt) − log v̄_k + Σ_t (δ_kt − δ̄_k)²/(ω² + v_kt)]
 *     −[Σ_k log(τ² + v̄_k) + log Σ_k 1/(τ² + v̄_k) + Σ_k (δ̄_k − b̂)²/(τ² + v̄_k)]
 *
 * the second with the τ² that is best for this ω². Found on a grid of ω, then by golden section. Never
 * below 0; nothing but 0 where years agree better than their sampling errors let expect.
 *
 * Unit: points². Cost: about a hundred fits of K means.
 *
 * @see Patterson & Thompson (1971), Biometrika 58
 * @example
 * const pairs = ['a', 'b', 'c'].flatMap((subIndex) => [2021, 2022, 2023].map((year) => ({ subIndex, year, difference: 0.3, variance: 0.04 })))
 * driftBetweenYears(pairs) // => 0
 */
export function driftBetweenYears(pairs: readonly PastDifference[]): number {
  const differences = pairs.map(({ difference }) => difference)
  const widest = Math.max(...differences) - Math.min(...differences)
  if (widest === 0) return 0
  const at = (omega: number): number => likelihood(pairs, omega ** 2)
  const grid = Array.from({ length: GRID + 1 }, (_, k) => (widest * k) / GRID)
  const heights = grid.map(at)
  const best = heights.indexOf(Math.max(...heights))
  const omega = peak(at, [grid[best - 1] ?? 0, grid[best + 1] ?? widest])
  return omega > NEGLIGIBLE * widest ? omega ** 2 : 0
}

function likelihood(pairs: readonly PastDifference[], drift: number): number {
  const pooled = pooledPairs(pairs, drift)
  let deviance = 0
  for (const { variance } of pooled.values()) deviance -= ln(variance)
  for (const { subIndex, difference, variance } of pairs) {
    const mean = pooled.get(subIndex)?.difference ?? 0
    deviance += ln(drift + variance) + (difference - mean) ** 2 / (drift + variance)
  }
  return -deviance + likelihoodOfMeans([...pooled.values()])
}

type Mean = { readonly difference: number; readonly variance: number }

function likelihoodOfMeans(means: readonly Mean[]): number {
  const between = betweenVariance(
    {
      estimates: Float64Array.from(means, ({ difference }) => difference),
      variances: Float64Array.from(means, ({ variance }) => variance),
      covariates: [new Float64Array(means.length).fill(1)],
    },
    { method: 'reml', adjusted: false, tolerance: 1e-10 },
  )
  let precision = 0
  let weighted = 0
  for (const { difference, variance } of means) {
    precision += 1 / (between + variance)
    weighted += difference / (between + variance)
  }
  let deviance = ln(precision)
  for (const { difference, variance } of means) {
    deviance += ln(between + variance) + (difference - weighted / precision) ** 2 / (between + variance)
  }
  return -deviance
}

/** Where a function with one top between two places is highest. */
function peak(at: (x: number) => number, [from, to]: readonly [number, number]): number {
  let [low, high] = [from, to]
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)]
  let [atLeft, atRight] = [at(left), at(right)]
  for (let step = 0; step < STEPS; step++) {
    if (atLeft > atRight) {
      ;[high, right, atRight] = [right, left, atLeft]
      left = high - GOLDEN * (high - low)
      atLeft = at(left)
    } else {
      ;[low, left, atLeft] = [left, right, atRight]
      right = low + GOLDEN * (high - low)
      atRight = at(right)
    }
  }
  return (low + high) / 2
}
