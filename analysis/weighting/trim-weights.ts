import { AnalysisError } from '../analysis-error.ts'
import { sumOf } from '../compensated-sum.ts'
import type { FactorBounds } from './calibration-distance.ts'

const MAX_ROUNDS = 1000

/**
 * Trims weights to bounds as R's trimWeights() does: what is cut off is shared out equally, an
 * equal number of firms to each, among the weights that were not cut, so that the sum stays.
 * That may push others out; `strict` does it again until none is out. Margins are no longer
 * met: `trimToTotals` keeps them.
 *
 * Unit: that of the weights. Cost: O(firms · rounds).
 *
 * @throws {AnalysisError} `weights-cannot-be-trimmed` where the sum does not fit in the bounds
 * @see R survey::trimWeights; Potter (1990), Proc. ASA Survey Research Methods
 * @example
 * trimWeights(Float64Array.of(1, 2, 6), { lower: 0, upper: 4 }) // => [2, 3, 4]
 */
export function trimWeights(
  weights: Float64Array,
  bounds: FactorBounds,
  rounds: 'once' | 'strict' = 'once',
): Float64Array {
  let trimmed = weights
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (trimmed.every((weight) => isWithin(weight, bounds))) return trimmed
    trimmed = trimOnce(trimmed, bounds)
    if (rounds === 'once') return trimmed
  }
  throw new AnalysisError(
    'weights-cannot-be-trimmed',
    `weights of the sum ${sumOf(weights)} do not settle between ${bounds.lower} and ${bounds.upper}`,
  )
}

function trimOnce(weights: Float64Array, bounds: FactorBounds): Float64Array {
  const inside = weights.reduce((count, weight) => count + Number(isWithin(weight, bounds)), 0)
  if (inside === 0) throw new AnalysisError('weights-cannot-be-trimmed', 'no weight is within the bounds')
  const clipped = weights.map((weight) => Math.min(Math.max(weight, bounds.lower), bounds.upper))
  const cutOff = sumOf(weights.map((weight, firm) => weight - (clipped[firm] ?? 0)))
  return clipped.map((weight, firm) =>
    isWithin(weights[firm] ?? 0, bounds) ? weight + cutOff / inside : weight,
  )
}

function isWithin(weight: number, { lower, upper }: FactorBounds): boolean {
  return weight >= lower && weight <= upper
}
