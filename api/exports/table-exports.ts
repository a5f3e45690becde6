import type { Estimation } from '../../analysis/estimation.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { Cell } from '../csv/csv-writer.ts'
import { ESTIMATES_HEADER, estimateRows } from '../csv/estimates-csv.ts'
import type { Database } from '../db/database.ts'
import type { Released } from '../responses/response-store.ts'
import { CODEBOOK_HEADER, codebookRows } from './codebook-rows.ts'
import { type CsvExport, tableExport } from './csv-export.ts'
import { countTexts, textPages } from './text-store.ts'

export function estimatesExport(estimation: Estimation): CsvExport {
  return tableExport(ESTIMATES_HEADER, estimateRows(estimation))
}

export function codebookExport(questionnaire: Questionnaire): CsvExport {
  return tableExport(CODEBOOK_HEADER, codebookRows(questionnaire))
}

/**
 * What firms wrote, apart from everything else they answered. The text comes first: where `;` parts
 * cells, only a quote at the line's very start keeps `Tốt;=1+1` from becoming a cell of its own.
 */
export async function textsExport(database: Database, released: Released): Promise<CsvExport> {
  async function* pages(): AsyncGenerator<readonly (readonly Cell[])[]> {
    for await (const page of textPages(database, released)) yield page.map(({ item, text }) => [text, item])
  }
  return { rowCount: await countTexts(database, released), header: ['text', 'item'], pages }
}
