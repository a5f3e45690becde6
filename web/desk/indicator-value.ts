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

/** What an edition tells of one indicator's past: our own last value and the national median. */
export interface PublishedValues {
  readonly own: { readonly year: string; readonly value: number } | undefined
  readonly nationalMedian: { readonly year: string; readonly value: number } | undefined
}

export function publishedValues(indicator: Indicator): PublishedValues {
  const ownYear = Object.keys(indicator.langSon ?? {})
    .toSorted()
    .at(-1)
  const ownValue = ownYear === undefined ? undefined : indicator.langSon?.[ownYear]
  return {
    own: ownYear === undefined || ownValue === undefined ? undefined : { year: ownYear, value: ownValue },
    nationalMedian: nationalMedianOf(indicator),
  }
}

/** Editions name the national figures by their year: `national2019: { min, median, max }`. */
function nationalMedianOf(indicator: Indicator): PublishedValues['nationalMedian'] {
  const member = Object.keys(indicator)
    .filter((name) => /^national\d{4}$/.test(name))
    .toSorted()
    .at(-1)
  const figures: unknown = member === undefined ? undefined : indicator[member]
  if (member === undefined || typeof figures !== 'object' || figures === null || !('median' in figures)) {
    return undefined
  }
  const { median } = figures
  return typeof median === 'number' ? { year: member.slice('national'.length), value: median } : undefined
}
