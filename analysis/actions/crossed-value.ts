import { quantileByRule } from '../estimators/quantile-rule.ts'
import { criticalValue } from '../estimators/share-interval.ts'
import { weightedDistribution } from '../estimators/weighted-distribution.ts'
import { taylorVariance } from '../variance.ts'
import { weightedMean } from '../weighted-mean.ts'

/** One wave's answers for one indicator. */
export interface WaveAnswers {
  /** Each firm's value; NaN where it does not count. */
  readonly values: Float64Array
  readonly weights: Float64Array
  /** The group of each firm, the same codes in both waves. */
  readonly cells: ArrayLike<number>
}

/** An indicator's value with the answers of one wave and the composition of another. */
export interface CrossedValue {
  /** NaN where no group with answers is in the composition. */
  readonly value: number
  /** What each firm of the wave whose answers they are does to it. */
  readonly ofAnswers: Float64Array
  /** What each firm of the wave whose composition it is does to it. */
  readonly ofComposition: Float64Array
}

/** As R's default: only the interval's width matters here. */
const WOODRUFF_LEVEL = 0.95

/**
 * The value that an indicator would have had in one wave with the firms of another: the answers'
 * weights in each group g are led to the other wave's share of that group among those who count,
 *
 *     x = Σ_g p_g m_g,   w* = w p_g Σw / Σ_g w
 *
 * and a median is that of the weights w*. With its influence values on the firms of both waves, the
 * shares p having errors of their own:
 *
 *     u_i = w*_i (y_i − m_g) / Σw*   on the answers,   v_i = w_i (m_g − x) / Σw   on the composition
 *
 * A median's are those of the share at or below it, scaled as Woodruff's error asks. Groups of
 * which the answering wave has nobody are left out, the others keep their proportions.
 *
 * Unit: the indicator's. Cost: O(firms), a median O(firms · log firms).
 *
 * @see Kitagawa (1955), JASA 50; DiNardo, Fortin & Lemieux (1996) on reweighting
 * @example
 * const before = { values: Float64Array.of(0, 1, 1, 1), weights: Float64Array.of(1, 1, 1, 1), cells: [0, 0, 1, 1] }
 * const after = { ...before, weights: Float64Array.of(3, 3, 1, 1) }
 * crossedValue('mean', before, after).value // => 0.625
 */
export function crossedValue(
  as: 'share' | 'mean' | 'median',
  answers: WaveAnswers,
  composition: WaveAnswers,
): CrossedValue {
  const own = cellWeights(answers)
  const other = cellWeights(composition)
  const weights = answers.weights.map((weight, firm) => {
    const cell = answers.cells[firm] ?? 0
    const share = counts(answers, firm) ? (other.get(cell) ?? 0) / (own.get(cell) ?? 1) : 0
    return weight * share
  })
  const { value, linear } =
    as === 'median' ? medianOf(answers.values, weights) : meanOf(answers.values, weights)
  const means = cellMeans(linear, { ...answers, weights })
  const centre = weightedMean(linear, weights).value
  return {
    value,
    ofAnswers: influenceOf(answers, weights, (firm, cell) => (linear[firm] ?? 0) - (means.get(cell) ?? 0)),
    ofComposition: influenceOf(
      composition,
      composition.weights.map((weight, firm) => (means.has(composition.cells[firm] ?? 0) ? weight : 0)),
      (_firm, cell) => (means.get(cell) ?? 0) - centre,
    ),
  }
}

function meanOf(values: Float64Array, weights: Float64Array): { value: number; linear: Float64Array } {
  return { value: weightedMean(values, weights).value, linear: values }
}

/** A median moves as the mean of a variable does: of 1[y ≤ q], times how far q goes for a share. */
function medianOf(values: Float64Array, weights: Float64Array): { value: number; linear: Float64Array } {
  const distribution = weightedDistribution(values, weights)
  const median = quantileByRule(distribution, 'school', 0.5)
  const below = values.map((one) => (Number.isNaN(one) ? one : Number(one <= median)))
  const share = weightedMean(below, weights)
  const shareError = errorOf(share.influence)
  if (!(shareError > 0)) return { value: median, linear: below.map((one) => (Number.isNaN(one) ? one : 0)) }
  const half = criticalValue(WOODRUFF_LEVEL, share.answers - 1) * shareError
  const low = quantileByRule(distribution, 'school', Math.max(0, share.value - half))
  const high = quantileByRule(distribution, 'school', Math.min(1, share.value + half))
  // Woodruff's error over that of the share: (high − low) / 2t over half / t.
  const scale = -(high - low) / (2 * half)
  return { value: median, linear: below.map((one) => scale * one) }
}

function errorOf(influence: Float64Array): number {
  return Math.sqrt(taylorVariance(influence, {}))
}

function influenceOf(
  { values, cells }: WaveAnswers,
  weights: Float64Array,
  distanceOf: (firm: number, cell: number) => number,
): Float64Array {
  let total = 0
  for (const [firm, weight] of weights.entries())
    if (!Number.isNaN(values[firm] ?? Number.NaN)) total += weight
  return weights.map((weight, firm) => {
    if (!(weight > 0) || Number.isNaN(values[firm] ?? Number.NaN)) return 0
    return (weight / total) * distanceOf(firm, cells[firm] ?? 0)
  })
}

function cellWeights(wave: WaveAnswers): Map<number, number> {
  const sums = new Map<number, number>()
  for (const [firm, weight] of wave.weights.entries()) {
    const cell = wave.cells[firm] ?? 0
    if (counts(wave, firm)) sums.set(cell, (sums.get(cell) ?? 0) + weight)
  }
  return sums
}

function cellMeans(linear: Float64Array, wave: WaveAnswers): Map<number, number> {
  const totals = new Map<number, number>()
  const weights = cellWeights(wave)
  for (const [firm, weight] of wave.weights.entries()) {
    const cell = wave.cells[firm] ?? 0
    if (counts(wave, firm)) totals.set(cell, (totals.get(cell) ?? 0) + weight * (linear[firm] ?? 0))
  }
  return new Map([...totals].map(([cell, total]) => [cell, total / (weights.get(cell) ?? 1)]))
}

function counts({ values, weights }: WaveAnswers, firm: number): boolean {
  return (weights[firm] ?? 0) > 0 && !Number.isNaN(values[firm] ?? Number.NaN)
}
