import type { StratifierColumn } from './column-source.ts'

/** A stratifier of no item and no margin: firms by the factor of their base weights. */
export interface FactorColumn {
  readonly stratifier: StratifierColumn
  readonly codes: Int16Array
}

/** No item of a questionnaire has this code. */
const NO_ITEM = ''

/**
 * Base weights that differ from firm to firm, as one more column that cells are made by: a place a
 * distinct factor, so that all firms of a cell have one. Meant for few distinct factors; each makes
 * cells of its own.
 *
 * Unit: factors, from 0 up. Cost: O(firms).
 *
 * @see `baseWeights`, which multiplies by them
 * @example
 * factorColumn(Float64Array.of(1, 0.5, 1)).codes // => Int16Array.of(1, 0, 1)
 */
export function factorColumn(factors: Float64Array): FactorColumn {
  const distinct = [...new Set(factors)].toSorted((one, other) => one - other)
  const placeOf = new Map(distinct.map((factor, place) => [factor, place]))
  return {
    stratifier: { item: NO_ITEM, options: distinct.map(String), factors: distinct },
    codes: Int16Array.from(factors, (factor) => placeOf.get(factor) ?? -1),
  }
}
