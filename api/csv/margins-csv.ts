import type { Margin } from '../../analysis/weighting/margin.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { answerableItems, optionsOf } from '../../survey-definitions/routing-path.ts'
import { CsvProblem } from './csv-problem.ts'
import { columnsOf, readCsv } from './csv-reader.ts'

const COLUMNS = ['item', 'option', 'count']

/**
 * Reads a margins CSV (`item,option,count`); margins keep the order in which they first come.
 *
 * @throws {CsvProblem} for an item or option that is not in the questionnaire, a count that is
 * no number from 0 up, an option that comes twice, an item whose counts are all 0 or add to no number
 */
export function readMargins(questionnaire: Questionnaire, text: string): readonly Margin[] {
  const margins = new Map<string, Record<string, number>>()
  readCsv(text, (header) => {
    const places = columnsOf(header, COLUMNS)
    return (cells, row) => {
      const [item = '', option = '', count = ''] = COLUMNS.map((name) => cells[places.get(name) ?? -1] ?? '')
      checkPlace(questionnaire, { item, option, row })
      const counts = margins.get(item) ?? {}
      margins.set(item, counts)
      if (Object.hasOwn(counts, option)) {
        throw new CsvProblem(`row ${row}: ${item} ${option} is there twice`, {
          row,
          code: 'duplicate_option',
        })
      }
      counts[option] = countOf(count, row)
    }
  })
  for (const [item, counts] of margins) {
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    if (total === 0) throw new CsvProblem(`all counts of ${item} are 0`, { code: 'all_zero' })
    if (!Number.isFinite(total))
      throw new CsvProblem(`the counts of ${item} are too large to add`, { code: 'bad_count' })
  }
  if (margins.size === 0) throw new CsvProblem('the file has no margins', { code: 'empty' })
  return [...margins].map(([item, counts]) => ({ item, counts }))
}

function checkPlace(
  questionnaire: Questionnaire,
  { item, option, row }: { item: string; option: string; row: number },
): void {
  const found = answerableItems(questionnaire).find(({ code }) => code === item)
  if (!found) {
    throw new CsvProblem(`row ${row}: no item has the code ${JSON.stringify(item)}`, {
      row,
      code: 'unknown_item',
    })
  }
  if (found.kind !== 'single') {
    throw new CsvProblem(`row ${row}: item ${item} is no single choice`, { row, code: 'not_single' })
  }
  if (!optionsOf(questionnaire, found).some(({ code }) => code === option)) {
    throw new CsvProblem(`row ${row}: item ${item} has no option ${JSON.stringify(option)}`, {
      row,
      code: 'unknown_option',
    })
  }
}

function countOf(cell: string, row: number): number {
  if (!/^\d+(\.\d+)?(e\+?\d+)?$/i.test(cell) || !Number.isFinite(Number(cell))) {
    throw new CsvProblem(`row ${row}, column count: no number from 0 up: ${JSON.stringify(cell)}`, {
      row,
      code: 'bad_count',
    })
  }
  return Number(cell)
}
