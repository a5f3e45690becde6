import { type WeightedDistribution, withoutTies } from './weighted-distribution.ts'

/**
 * How a quantile is read off a distribution: R's names. `math` is the smallest value with at
 * least the share p at or below it, `school` the mean of two where that is exactly p; the `hf`
 * rules are Hyndman and Fan's nine, carried over to weights.
 */
export type QuantileRule = 'math' | 'school' | 'shahvaish' | `hf${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`

/**
 * The p-quantile of a weighted distribution by a rule; NaN where the distribution is empty.
 *
 * Unit: that of the values. Cost: O(firms).
 *
 * @see Hyndman & Fan (1996), American Statistician 50; Shah & Vaish (2006); R survey, qrule
 * @example
 * const days = weightedDistribution(Float64Array.of(1, 3, 5, 7), Float64Array.of(1, 1, 1, 1))
 * quantileByRule(days, 'school', 0.5) // => 4
 */
export function quantileByRule(
  distribution: WeightedDistribution,
  rule: QuantileRule,
  probability: number,
): number {
  if (distribution.values.length < 2) return distribution.values[0] ?? Number.NaN
  const stepped = STEPPED[rule]
  if (stepped) return stepped(distribution, probability)
  const place = PLACES[rule]
  const places = distribution.values.map((_value, rank) => place?.(distribution, rank) ?? 0)
  if (rule === 'shahvaish') return lastUpTo(places, distribution.values, probability)
  return interpolated(places, distribution.values, probability)
}

/** Where p falls: the last value with at most p at or below it, the next, and the shares between. */
interface Neighbours {
  readonly rank: number
  readonly low: number
  readonly high: number
  readonly shareAboveLow: number
  readonly shareBelowHigh: number
}

function neighboursOf(distribution: WeightedDistribution, probability: number): Neighbours {
  const { values, cumulative, totalWeight } = distribution
  const goal = probability * totalWeight
  const last = values.length - 1
  let rank = 0
  while (rank < last && (cumulative[rank + 1] ?? 0) <= goal) rank++
  const next = Math.min(rank + 1, last)
  return {
    rank,
    low: values[rank] ?? Number.NaN,
    high: values[next] ?? Number.NaN,
    shareAboveLow: probability - (cumulative[rank] ?? 0) / totalWeight,
    shareBelowHigh: (cumulative[next] ?? 0) / totalWeight - probability,
  }
}

type Stepped = (distribution: WeightedDistribution, probability: number) => number

const inverse: Stepped = (distribution, probability) => {
  const { low, high, shareAboveLow } = neighboursOf(distribution, probability)
  return shareAboveLow <= 0 ? low : high
}

const inverseWithMeans: Stepped = (distribution, probability) => {
  const { low, high, shareAboveLow } = neighboursOf(distribution, probability)
  if (shareAboveLow === 0) return (low + high) / 2
  return shareAboveLow < 0 ? low : high
}

const nearestEven: Stepped = (distribution, probability) => {
  const { rank, low, high, shareAboveLow } = neighboursOf(withoutTies(distribution), probability)
  return shareAboveLow === 0 && rank % 2 === 1 ? low : high
}

const betweenNeighbours: Stepped = (distribution, probability) => {
  const { low, high, shareAboveLow, shareBelowHigh } = neighboursOf(distribution, probability)
  const part = shareAboveLow / (shareBelowHigh + shareAboveLow)
  return low * (1 - part) + high * part
}

const STEPPED: Readonly<Partial<Record<QuantileRule, Stepped>>> = {
  math: inverse,
  hf1: inverse,
  school: inverseWithMeans,
  hf2: inverseWithMeans,
  hf3: nearestEven,
  hf4: betweenNeighbours,
}

/** Which share each value is the quantile of. */
type Place = (distribution: WeightedDistribution, rank: number) => number

const PLACES: Readonly<Partial<Record<QuantileRule, Place>>> = {
  hf5: (d, rank) => ((d.cumulative[rank] ?? 0) - (d.weights[rank] ?? 0) / 2) / d.totalWeight,
  hf6: (d, rank) => (d.cumulative[rank] ?? 0) / (d.totalWeight + lastWeight(d)),
  hf7: (d, rank) => weightBelow(d, rank) / weightBelow(d, d.values.length - 1),
  hf8: (d, rank) =>
    (weightBelow(d, rank) / 3 + ((d.cumulative[rank] ?? 0) * 2) / 3) / (d.totalWeight + lastWeight(d) / 3),
  hf9: (d, rank) =>
    ((weightBelow(d, rank) * 3) / 8 + ((d.cumulative[rank] ?? 0) * 5) / 8) /
    (d.totalWeight + lastWeight(d) / 4),
  // As R has it: the sums relative to the mean weight, the half step not.
  shahvaish: (d, rank) => {
    const firms = d.values.length
    const relative = ((d.cumulative[rank] ?? 0) * firms) / d.totalWeight
    return (relative + 0.5 - (d.weights[rank] ?? 0) / 2) / (firms + 1)
  },
}

function weightBelow({ cumulative }: WeightedDistribution, rank: number): number {
  return rank === 0 ? 0 : (cumulative[rank - 1] ?? 0)
}

function lastWeight({ weights }: WeightedDistribution): number {
  return weights.at(-1) ?? 0
}

/** The value at the last place up to p; places need not ascend. */
function lastUpTo(places: Float64Array, values: Float64Array, probability: number): number {
  const order = [...places.keys()].toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  const chosen = order.findLast((rank) => (places[rank] ?? 0) <= probability) ?? order[0] ?? 0
  const tied = order.filter((rank) => places[rank] === places[chosen])
  return tied.reduce((sum, rank) => sum + (values[rank] ?? 0), 0) / tied.length
}

/** On the line between the places around p; the end value beyond the ends. */
function interpolated(places: Float64Array, values: Float64Array, probability: number): number {
  const next = places.findIndex((place) => place > probability)
  if (next === -1) return values.at(-1) ?? Number.NaN
  const from = places[next - 1]
  const to = places[next]
  const low = values[Math.max(next - 1, 0)] ?? Number.NaN
  if (from === undefined || to === undefined) return low
  return low + ((values[next] ?? Number.NaN) - low) * ((probability - from) / (to - from))
}
