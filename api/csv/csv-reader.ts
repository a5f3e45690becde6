import Papa from 'papaparse'
import { CsvProblem } from './csv-problem.ts'
import { unguarded } from './csv-writer.ts'

/** Excel writes the list separator of its country: a semicolon in Việt Nam. */
const SEPARATORS = [',', ';']

/**
 * Reads a CSV (RFC 4180; byte order mark, LF and CRLF, comma or semicolon) row by row without
 * keeping the rows. Every row must have as many cells as the header. Rows are numbered as a
 * spreadsheet numbers them; empty lines count and are left out.
 *
 * @throws {CsvProblem} when the text is no CSV or has no header
 */
export function readCsv(
  text: string,
  onHeader: (header: readonly string[]) => (cells: readonly string[], row: number) => void,
): void {
  let onRow: ReturnType<typeof onHeader> | undefined
  let width = 0
  let row = 0
  const unmarked = text.replace(/^\uFEFF/, '')
  Papa.parse<string[]>(unmarked, {
    delimiter: separatorOf(unmarked),
    step({ data: cells, errors }) {
      row++
      if (cells.length === 1 && cells[0] === '' && errors.length === 0) return
      if (errors.some(({ type }) => type === 'Quotes')) {
        throw new CsvProblem(`row ${row}: a quote is out of place or never closed`, {
          row,
          code: 'bad_quote',
        })
      }
      if (onRow && cells.length !== width) {
        throw new CsvProblem(`row ${row}: ${cells.length} cells, the header has ${width}`, {
          row,
          code: 'cell_count',
        })
      }
      width = cells.length
      if (onRow) onRow(cells.map(unguarded), row)
      else onRow = onHeader(cells.map(unguarded))
    },
  })
  if (!onRow) throw new CsvProblem('the file is empty')
}

/** Guessed with empty lines left out, which would speak for no separator at all. */
function separatorOf(text: string): string {
  return Papa.parse(text, { delimitersToGuess: SEPARATORS, skipEmptyLines: true, preview: 1 }).meta.delimiter
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
