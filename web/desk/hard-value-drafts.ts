import type { HardValueView } from '../../api/views.ts'
import type { Edition, Indicator } from '../../survey-definitions/edition-schema.ts'
import { publishedValues, valueUnit } from './indicator-value.ts'

/** One row of the table while it is being filled in: the texts as typed. */
export interface HardValueDraft {
  readonly indicator: Indicator
  readonly value: string
  readonly source: string
}

/** A row for every hard indicator: what is stored, else the province's last published value. */
export function draftsOf(edition: Edition, stored: readonly HardValueView[]): readonly HardValueDraft[] {
  return edition.indicators
    .filter(({ source }) => source === 'hard')
    .map((indicator) => {
      const kept = stored.find((value) => value.indicator === indicator.id)
      if (kept !== undefined) return { indicator, value: typed(indicator, kept.value), source: kept.source }
      const { own } = publishedValues(indicator)
      if (own === undefined) return { indicator, value: '', source: '' }
      return { indicator, value: typed(indicator, own.value), source: `Công bố PCI năm ${own.year}` }
    })
}

/** The values to store; indicators whose row cannot be read are named, empty rows are left out. */
export function readDrafts(drafts: readonly HardValueDraft[]): {
  readonly values: readonly HardValueView[]
  readonly unreadable: readonly string[]
} {
  const filled = drafts.filter(({ value }) => value.trim() !== '')
  const isReadable = (draft: HardValueDraft) => numberOf(draft) !== undefined && draft.source.trim() !== ''
  return {
    values: filled.filter(isReadable).map((draft) => ({
      indicator: draft.indicator.id,
      value: numberOf(draft) ?? 0,
      source: draft.source.trim(),
    })),
    unreadable: filled.filter((draft) => !isReadable(draft)).map(({ indicator }) => indicator.id),
  }
}

/** As a person types it: percent for shares, a decimal comma, no needless digits. */
function typed(indicator: Indicator, value: number): string {
  return String(Number((value * valueUnit(indicator).factor).toPrecision(12))).replace('.', ',')
}

function numberOf({ indicator, value }: HardValueDraft): number | undefined {
  const text = value.trim().replace(',', '.')
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined
  return Number((Number(text) / valueUnit(indicator).factor).toPrecision(12))
}
