import { parse } from 'csv-parse/sync'
import { unguarded } from './csv-writer.ts'

/** A CSV that is not in the form asked for; the message says where. */
export class CsvProblem extends Error {
  override readonly name = 'CsvProblem'
  /** Row as a spreadsheet counts and what is wrong with it, for those who cannot show the message. */
  readonly row: number | undefined
  readonly code: string

  constructor(message: string, { row, code = 'bad_csv' }: { row?: number; code?: string } = {}) {
    super(message)
    this.row = row
    this.code = code
  }
}

/**
 * Reads a CSV (RFC 4180; byte order mark, LF and CRLF accepted) row by row without keeping the
 * rows. Every row must have as many cells as the header. The first data row is row 2, as a
 * spreadsheet counts.
 *
 * @throws {CsvProblem} when the text is no CSV or has no header
 */
export function readCsv(
  text: string,
  onHeader: (header: readonly string[]) => (cells: readonly string[], row: number) => void,
): void {
  let onRow: ReturnType<typeof onHeader> | undefined
  let row = 0
  const onRecord = (record: unknown): undefined => {
    row++
    const cells = asCells(record).map(unguarded)
    if (onRow) onRow(cells, row)
    else onRow = onHeader(cells)
  }
  try {
    parse(text, {
      bom: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n'],
      on_record: onRecord,
    })
  } catch (error) {
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
      ? new CsvProblem(error.message.replaceAll('\n', ' '))
      : error
  }
  if (!onRow) throw new CsvProblem('the file is empty')
}

/** The places of the columns asked for; each must be there once and no other. */
export function columnsOf(header: readonly string[], wanted: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const twice = header.filter((name, place) => header.indexOf(name) < place)
  if (twice.length > 0)
    throw new CsvProblem(`columns that are there twice: ${[...new Set(twice)].join(', ')}`)
  const known = new Set(wanted)
  const unknown = header.filter((name) => !known.has(name))
  if (unknown.length > 0) throw new CsvProblem(`columns that are not known: ${unknown.join(', ')}`)
  for (const [place, name] of header.entries()) places.set(name, place)
  const absent = wanted.filter((name) => !places.has(name))
  if (absent.length > 0) throw new CsvProblem(`columns that are missing: ${absent.join(', ')}`)
  return places
}

function asCells(record: unknown): readonly string[] {
  return Array.isArray(record) ? record.map(String) : []
}
