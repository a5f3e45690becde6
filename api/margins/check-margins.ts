import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { answerableItems, optionsOf } from '../../survey-definitions/routing-path.ts'
import type { ProblemPart } from '../http/problem.ts'
import type { MarginView } from '../views.ts'

const HEADER = ['item', 'option', 'count']

/** Margins fit to weight to, or the rows that cannot be used and why. */
export type CheckedMargins =
  | { readonly ok: true; readonly margins: readonly MarginView[] }
  | { readonly ok: false; readonly parts: readonly ProblemPart[] }

/**
 * Reads the rows of a margins file, header first. A row that is wrong is named as a spreadsheet
 * counts it: the header is row 1.
 */
export function checkMargins(
  [header = [], ...rows]: readonly (readonly string[])[],
  questionnaire: Questionnaire,
): CheckedMargins {
  if (header.join() !== HEADER.join()) return { ok: false, parts: [{ path: '/1', code: 'wrong_header' }] }
  const items = stratifiers(questionnaire)
  const margins = new Map<string, MarginView>()
  const parts: ProblemPart[] = []
  for (const [index, row] of rows.entries()) {
    const [item = '', option = '', count = ''] = row
    const key = `${item} ${option}`
    const code = margins.has(key) ? 'duplicate_row' : faultOf(row, items)
    if (code !== undefined) parts.push({ path: `/${index + 2}`, code })
    else margins.set(key, { item, option, count: Number(count) })
  }
  if (parts.length > 0) return { ok: false, parts }
  const checked = [...margins.values()]
  return empties(checked) ?? { ok: true, margins: checked }
}

function faultOf(row: readonly string[], items: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  if (row.length !== HEADER.length) return 'wrong_columns'
  const [item = '', option = '', count = ''] = row
  const options = items.get(item)
  if (!options) return 'unknown_item'
  if (!options.has(option)) return 'unknown_option'
  // Plain digits: `1.000` means a thousand to some and one to others.
  return /^\d{1,12}$/.test(count) ? undefined : 'bad_count'
}

/** A margin whose counts are all nought says nothing about the population. */
function empties(margins: readonly MarginView[]): CheckedMargins | undefined {
  const totals = new Map<string, number>()
  for (const { item, count } of margins) totals.set(item, (totals.get(item) ?? 0) + count)
  const empty = [...totals].filter(([, total]) => total === 0)
  if (empty.length === 0) return undefined
  return { ok: false, parts: empty.map(([item]) => ({ path: `/${item}`, code: 'nobody_counted' })) }
}

/** The single choices that divide the population, with their options. */
function stratifiers(questionnaire: Questionnaire): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    answerableItems(questionnaire)
      .filter((item) => item.kind === 'single' && item.stratifier)
      .map((item) => [item.code, new Set(optionsOf(questionnaire, item).map(({ code }) => code))]),
  )
}
