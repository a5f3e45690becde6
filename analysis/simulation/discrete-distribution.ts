import { AnalysisError } from '../analysis-error.ts'
import type { Random } from './philox.ts'

/** Draws the place of one of several outcomes with these probabilities, which add to 1. */
export function drawPlace(probabilities: readonly number[], random: Random): number {
  let rest = random()
  for (const [place, probability] of probabilities.entries()) {
    if (rest < probability) return place
    rest -= probability
  }
  return probabilities.findLastIndex((probability) => probability > 0)
}

/** Relative weights as probabilities. */
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
 * Cost: about ten passes over the values (Newton's method, kept inside a bracket).
 *
 * @throws {AnalysisError} `values-cannot-be-simulated` when the mean is out of the values' range
 * @see Csiszár (1975), I-divergence geometry
 * @example
 * tiltedToMean([1, 2, 3], [1, 1, 1], 2) // => [1/3, 1/3, 1/3]
 */
export function tiltedToMean(values: readonly number[], shape: readonly number[], mean: number): number[] {
  const lowest = Math.min(...values)
  const highest = Math.max(...values)
  if (!(mean >= lowest && mean <= highest)) {
    throw new AnalysisError(
      'values-cannot-be-simulated',
      `no answers from ${lowest} to ${highest} have the mean ${mean}`,
    )
  }
  if (mean === lowest || mean === highest) return normalised(values.map((value) => Number(value === mean)))
  // At this λ one step of the grid is worth e^750: all mass sits on one end.
  const farthest = 750 / smallestStep(values)
  let [low, high] = [-farthest, farthest]
  let lambda = 0
  let probabilities = tilted(values, shape, lambda)
  for (let step = 0; step < MOST_STEPS; step++) {
    const reached = meanOf(values, probabilities)
    if (Math.abs(reached - mean) <= 1e-14 * (highest - lowest)) break
    if (reached < mean) low = lambda
    else high = lambda
    const newton = lambda + (mean - reached) / varianceOf(values, probabilities, reached)
    lambda = newton > low && newton < high ? newton : (low + high) / 2
    probabilities = tilted(values, shape, lambda)
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
  return normalised(exponents.map((exponent, k) => (shape[k] ?? 0) * Math.exp(exponent - largest)))
}

function meanOf(values: readonly number[], probabilities: readonly number[]): number {
  return values.reduce((sum, value, k) => sum + value * (probabilities[k] ?? 0), 0)
}

function varianceOf(values: readonly number[], probabilities: readonly number[], mean: number): number {
  return values.reduce((sum, value, k) => sum + (value - mean) ** 2 * (probabilities[k] ?? 0), 0)
}
