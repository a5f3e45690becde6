import { CsvProblem } from './csv-problem.ts'

/** One row of cells; rows are counted as a spreadsheet does, from 1, empty lines left out. */
export interface CsvRecord {
  readonly row: number
  readonly cells: readonly string[]
}

/**
 * The rows of a CSV text (RFC 4180) one after the other; a byte order mark before them and both
 * line ends are accepted. Strict: a quote that stands where none may is refused, not guessed at.
 *
 * @throws {CsvProblem} naming the row of a quote that is out of place or never closed
 */
export function* csvRecords(text: string): Generator<CsvRecord, void> {
  let position = text.startsWith('\uFEFF') ? 1 : 0
  let row = 0
  while (position < text.length) {
    const record = recordAt(text, position, row + 1)
    position = record.end
    const isEmptyLine = record.cells.length === 1 && record.cells[0] === ''
    if (isEmptyLine) continue
    row++
    yield { row, cells: record.cells }
  }
}

function recordAt(text: string, start: number, row: number): { cells: string[]; end: number } {
  const cells: string[] = []
  let position = start
  for (;;) {
    const cell = text[position] === '"' ? quotedCell(text, position, row) : plainCell(text, position, row)
    cells.push(cell.content)
    if (text[cell.end] === ',') position = cell.end + 1
    else return { cells, end: cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1) }
  }
}

interface CellAt {
  readonly content: string
  /** Place of the comma or line end after it, or the end of the text. */
  readonly end: number
}

function plainCell(text: string, start: number, row: number): CellAt {
  let end = start
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end)
    if (unit === COMMA || unit === LINE_FEED) break
    if (unit === QUOTE) throw misplacedQuote(row)
    if (unit === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED) break
  }
  return { content: text.slice(start, end), end }
}

function quotedCell(text: string, start: number, row: number): CellAt {
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) throw new CsvProblem(`row ${row}: a quote is never closed`, { row, code: 'bad_quote' })
  const end = close + 1
  const after = text[end]
  const isEnd = after === undefined || after === ',' || after === '\n' || text.startsWith('\r\n', end)
  if (!isEnd) throw misplacedQuote(row)
  return { content: text.slice(start + 1, close).replaceAll('""', '"'), end }
}

const COMMA = 44
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const QUOTE = 34

function misplacedQuote(row: number): CsvProblem {
  return new CsvProblem(`row ${row}: a quote inside a cell that is not quoted, or text after one that is`, {
    row,
    code: 'bad_quote',
  })
}
