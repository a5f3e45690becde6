import type { WeightedDistribution } from '../estimators/weighted-distribution.ts'
import { type CellVariable, shareVariable } from './cell-variable.ts'
import type { Codes } from './column-source.ts'
import { ReproducibleSums } from './reproducible-sum.ts'

/** One indicator's numbers and the code of each firm, 0 where it does not count. */
export interface CodedNumbers {
  readonly numbers: Float64Array
  readonly codes: Codes
}

/** Which cell each firm is of, and how many firms each has. */
export interface FirmCells {
  readonly cellOf: Uint32Array
  readonly cells: { readonly firms: Float64Array }
}

/**
 * Numbers as a variable by cell; the sums are the same in every order of the firms.
 *
 * Unit: that of the numbers. Cost: O(firms).
 *
 * @example
 * const coded = { numbers: Float64Array.of(3, 7), codes: Uint8Array.of(1, 2, 0) }
 * meanVariable(coded, { cellOf: Uint32Array.of(0, 0, 0), cells: { firms: Float64Array.of(3) } }).sums // => [10]
 */
export function meanVariable({ numbers, codes }: CodedNumbers, { cellOf, cells }: FirmCells): CellVariable {
  const places = cells.firms.length
  const count = cells.firms.reduce((most, firms) => Math.max(most, firms), 0)
  const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0)
  const answers = new Float64Array(places)
  const sums = new ReproducibleSums(places, { bound: largest, count })
  for (let firm = 0; firm < codes.length; firm++) {
    const code = codes[firm]!
    if (code === 0) continue
    const cell = cellOf[firm]!
    answers[cell]! += 1
    sums.add(cell, numbers[code - 1]!)
  }
  const totals = sums.totals()
  const means = totals.map((total, cell) => total / Math.max(1, answers[cell] ?? 0))
  const squares = new ReproducibleSums(places, { bound: (2 * largest) ** 2, count })
  for (let firm = 0; firm < codes.length; firm++) {
    const code = codes[firm]!
    const cell = cellOf[firm]!
    if (code > 0) squares.add(cell, (numbers[code - 1]! - means[cell]!) ** 2)
  }
  return { answers, sums: totals, within: squares.totals() }
}

/**
 * Whether numbers are at or below a bound, as a variable by cell.
 *
 * Unit: firms. Cost: O(firms).
 *
 * @example
 * const coded = { numbers: Float64Array.of(3, 7), codes: Uint8Array.of(1, 2, 0) }
 * const cells = { cellOf: Uint32Array.of(0, 0, 0), cells: { firms: Float64Array.of(3) } }
 * belowVariable(coded, cells, 5).sums // => [1]
 */
export function belowVariable(
  { numbers, codes }: CodedNumbers,
  { cellOf, cells }: FirmCells,
  bound: number,
): CellVariable {
  const answers = new Float64Array(cells.firms.length)
  const sums = new Float64Array(cells.firms.length)
  for (let firm = 0; firm < codes.length; firm++) {
    const code = codes[firm]!
    if (code === 0) continue
    const cell = cellOf[firm]!
    answers[cell]! += 1
    if (numbers[code - 1]! <= bound) sums[cell]! += 1
  }
  return shareVariable(answers, sums)
}

/**
 * The weighted distribution of numbers, every number once. Weights are added without any rounding
 * before the last, so that ties of cumulative weights are ties.
 *
 * Unit: the numbers' and the weights'. Cost: O(firms + numbers · log numbers).
 *
 * @see `weightedDistribution`, the same from firms
 * @example
 * const coded = { numbers: Float64Array.of(7, 3), codes: Uint8Array.of(1, 2, 2) }
 * const cells = { cellOf: Uint32Array.of(0, 0, 0), cells: { firms: Float64Array.of(3) } }
 * numberDistribution(coded, cells, Float64Array.of(0.5)).cumulative // => [1, 1.5]
 */
export function numberDistribution(
  { numbers, codes }: CodedNumbers,
  { cellOf }: FirmCells,
  weights: Float64Array,
): WeightedDistribution {
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0)
  const sums = new ReproducibleSums(numbers.length, { bound: largest, count: codes.length })
  for (let firm = 0; firm < codes.length; firm++) {
    const code = codes[firm]!
    if (code > 0) sums.add(code - 1, weights[cellOf[firm]!]!)
  }
  const totals = sums.totals()
  const order = [...numbers.keys()]
    .filter((place) => (totals[place] ?? 0) > 0)
    .toSorted((one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0))
  const cumulative = sums.cumulative(order)
  return {
    values: Float64Array.from(order, (place) => numbers[place] ?? 0),
    weights: Float64Array.from(order, (place) => totals[place] ?? 0),
    cumulative,
    totalWeight: cumulative.at(-1) ?? 0,
  }
}
