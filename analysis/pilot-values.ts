import type { Edition, Indicator } from '../survey-definitions/edition-schema.ts'

/** The province whose values by year an edition may carry, as `langSon` of its indicators. */
export const PILOT_PROVINCE = 'Lang Son'

/** Hard values that an edition carries. Unit: of each indicator its own. */
export interface PilotValues {
  /** By indicator. */
  readonly values: Readonly<Record<string, number>>
  /** The years they are of, ascending. */
  readonly years: readonly number[]
}

/**
 * The latest values of the pilot province's hard indicators that an edition carries; undefined
 * where it carries none.
 *
 * Unit: each indicator's own. Cost: O(indicators).
 *
 * @example
 * latestPilotValues(pci2017).years // => [2019]
 */
export function latestPilotValues({ indicators }: Edition): PilotValues | undefined {
  const latest = indicators.flatMap(({ id, source, langSon }) => {
    const found = source === 'hard' ? latestOf(langSon) : undefined
    return found ? [{ id, ...found }] : []
  })
  if (latest.length === 0) return undefined
  return {
    values: Object.fromEntries(latest.map(({ id, value }) => [id, value])),
    years: [...new Set(latest.map(({ year }) => year))].toSorted((one, other) => one - other),
  }
}

/**
 * The value of the last year; undefined without values.
 *
 * Unit: the value's. Cost: O(years).
 *
 * @example
 * latestOf({ 2018: 4, 2019: 7 }) // => { year: 2019, value: 7 }
 */
export function latestOf(
  byYear: Indicator['langSon'],
): { readonly year: number; readonly value: number } | undefined {
  return Object.entries(byYear ?? {})
    .map(([year, value]) => ({ year: Number(year), value }))
    .toSorted((one, other) => other.year - one.year)[0]
}
