import type { IndicatorGradient } from '../../analysis/actions/indicator-gradient.ts'
import type { Indicator } from '../../survey-definitions/edition-schema.ts'
import type { AnswerableItem } from '../../survey-definitions/questionnaire-schema.ts'
import { decimalText } from './vietnamese-numbers.ts'

/** How an indicator's value is written: shares of 0-1 become percent. */
export interface ValueUnit {
  readonly factor: 1 | 100
  readonly decimals: number
  /** Follows the number, with its space. */
  readonly suffix: string
}

/** The unit of an indicator, from its statistic, its question and, failing these, its name. */
export function valueUnit(indicator: Indicator, item?: AnswerableItem): ValueUnit {
  const name = indicator.name.vi ?? ''
  if (indicator.statistic === 'share') return { factor: 100, decimals: 1, suffix: '%' }
  if (indicator.statistic === 'hard') return unitOfHardData(name)
  if (item?.kind === 'scale' || /\(1[-–]5\)/.test(name)) return { factor: 1, decimals: 2, suffix: ' điểm' }
  if (name.startsWith('%')) return { factor: 1, decimals: 1, suffix: '%' }
  if (name.toLowerCase().includes('giờ')) return { factor: 1, decimals: 1, suffix: ' giờ' }
  return { factor: 1, decimals: 1, suffix: ' ngày' }
}

function unitOfHardData(name: string): ValueUnit {
  if (/\(%\)\*?$/.test(name)) return { factor: 100, decimals: 1, suffix: '%' }
  return { factor: 1, decimals: 1, suffix: '' }
}

/** A value with its unit: 62,5%; 30,0 ngày; 2,14 điểm. */
export function valueText(value: number, unit: ValueUnit): string {
  return `${decimalText(value * unit.factor, unit.decimals)}${unit.suffix}`
}

/**
 * Points for one step as people count steps: +0,014 / điểm %; +0,016 / ngày. Hard data that are shares
 * are kept in units of 1 and written in percent.
 */
export function gainText(
  { step, subIndex }: Pick<IndicatorGradient, 'step' | 'subIndex'>,
  { factor, suffix }: ValueUnit,
): string {
  const points = step === 'unit' ? subIndex / factor : subIndex
  const name = suffix === '%' ? 'điểm\u00a0%' : suffix.trim() || 'đơn vị'
  return `+${decimalText(points, 3)} / ${name}`
}

/** What an edition tells of one indicator's past: our own last value and those of all provinces. */
export interface PublishedValues {
  readonly own: { readonly year: string; readonly value: number } | undefined
  readonly national: NationalValues | undefined
}

interface NationalValues {
  readonly year: string
  readonly min: number
  readonly median: number
  readonly max: number
}

export function publishedValues(indicator: Indicator): PublishedValues {
  const ownYear = Object.keys(indicator.langSon ?? {})
    .toSorted()
    .at(-1)
  const ownValue = ownYear === undefined ? undefined : indicator.langSon?.[ownYear]
  return {
    own: ownYear === undefined || ownValue === undefined ? undefined : { year: ownYear, value: ownValue },
    national: nationalValuesOf(indicator),
  }
}

/** Editions name the national figures by their year: `national2019: { min, median, max }`. */
function nationalValuesOf(indicator: Indicator): NationalValues | undefined {
  const member = Object.keys(indicator)
    .filter((name) => /^national\d{4}$/.test(name))
    .toSorted()
    .at(-1)
  const figures: unknown = member === undefined ? undefined : indicator[member]
  if (member === undefined || !hasNumbers(figures)) return undefined
  const { min, median, max } = figures
  return { year: member.slice('national'.length), min, median, max }
}

function hasNumbers(figures: unknown): figures is { min: number; median: number; max: number } {
  if (typeof figures !== 'object' || figures === null) return false
  const known = new Map(Object.entries(figures))
  return ['min', 'median', 'max'].every((name) => typeof known.get(name) === 'number')
}
