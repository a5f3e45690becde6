import type { Random } from './philox.ts'
import { valueWithin } from './value-within.ts'
import { exp } from '../elementary/exp.ts'

/**
 * Draws the place of one of several outcomes with these probabilities, which add to 1.
 *
 * Unit: a place. Cost: one pass over the outcomes, then their number's logarithm a draw.
 *
 * @example
 * placeDraw([0.25, 0.75])(() => 0.3) // => 1
 */
export function placeDraw(probabilities: readonly number[]): (random: Random) => number {
  const upTo: number[] = []
  let total = 0
  for (const probability of probabilities) upTo.push((total += probability))
  const last = probabilities.findLastIndex((probability) => probability > 0)
  return (random) => Math.min(placesUpTo(upTo, random()), last)
}

/** How many of the ascending numbers are no larger than one. */
function placesUpTo(ascending: readonly number[], number: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? number) <= number) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Relative weights as probabilities.
 *
 * Unit: probabilities. Cost: O(weights).
 *
 * @example
 * normalised([1, 3]) // => [0.25, 0.75]
 */
export function normalised(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

/**
 * Probabilities over values that have exactly the mean asked for and stay as near as can be to
 * a given shape (exponential tilting, the maximum-entropy choice):
 *
 *     pₖ ∝ shapeₖ · exp(λ valueₖ),   Σ pₖ valueₖ = mean
 *
 * Unit: probabilities. Cost: about ten passes over the values (Newton's method, kept inside a bracket).
 *
 * @throws {AnalysisError} `values-cannot-be-simulated` when the mean is out of the values' range
 * @see Csiszár (1975), I-divergence geometry
 * @example
 * tiltedToMean([1, 2, 3], [1, 1, 1], 2) // => [1/3, 1/3, 1/3]
 */
export function tiltedToMean(values: readonly number[], shape: readonly number[], mean: number): number[] {
  const lowest = Math.min(...values)
  const highest = Math.max(...values)
  const goal = valueWithin(mean, lowest, highest)
  if (goal === lowest || goal === highest) return normalised(values.map((value) => Number(value === goal)))
  // Distances from the goal keep their digits where the values themselves are huge.
  const distances = values.map((value) => value - goal)
  const tolerance = 1e-13 * Math.min(goal - lowest, highest - goal)
  // At this λ one step of the grid is worth e^750: all mass sits on one end.
  const farthest = 750 / smallestStep(values)
  let [low, high] = [-farthest, farthest]
  let lambda = 0
  let probabilities = tilted(distances, shape, lambda)
  for (let step = 0; step < MOST_STEPS; step++) {
    const missed = meanOf(distances, probabilities)
    if (Math.abs(missed) <= tolerance) break
    if (missed < 0) low = lambda
    else high = lambda
    const newton = lambda - missed / varianceOf(distances, probabilities, missed)
    lambda = newton > low && newton < high ? newton : (low + high) / 2
    probabilities = tilted(distances, shape, lambda)
  }
  return probabilities
}

const MOST_STEPS = 200

function smallestStep(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const steps = sorted.slice(1).map((value, k) => value - (sorted[k] ?? value))
  return Math.min(...steps.filter((step) => step > 0))
}

function tilted(values: readonly number[], shape: readonly number[], lambda: number): number[] {
  const exponents = values.map((value) => lambda * value)
  const largest = Math.max(...exponents)
  return normalised(exponents.map((exponent, k) => (shape[k] ?? 0) * exp(exponent - largest)))
}

function meanOf(values: readonly number[], probabilities: readonly number[]): number {
  return values.reduce((sum, value, k) => sum + value * (probabilities[k] ?? 0), 0)
}

function varianceOf(values: readonly number[], probabilities: readonly number[], mean: number): number {
  return values.reduce((sum, value, k) => sum + (value - mean) ** 2 * (probabilities[k] ?? 0), 0)
}
