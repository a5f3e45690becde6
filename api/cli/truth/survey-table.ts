import { readCsv } from '../../csv/csv-reader.ts'
import { readCsvFile } from '../read-inputs.ts'
import { NotCovered } from './not-covered.ts'

/** A data set: columns of text, an empty cell where nothing is known. */
export interface SurveyTable {
  readonly rows: number
  /** Names of the columns, in the order of the file. */
  readonly columns: readonly string[]
  readonly has: (column: string) => boolean
  /** Numbers of a column, NaN where the cell is empty. */
  readonly numbers: (column: string) => Float64Array
  readonly labels: (column: string) => readonly string[]
}

/** Reads a data set from a CSV with a header. */
export function readSurveyTable(path: string): SurveyTable {
  const columns = new Map<string, string[]>()
  readCsvFile(path, (text) =>
    readCsv(text, (header) => {
      for (const name of header) columns.set(name, [])
      const inOrder = [...columns.values()]
      return (cells) => {
        for (const [place, cell] of cells.entries()) inOrder[place]?.push(cell)
      }
    }),
  )
  const column = (name: string): readonly string[] => {
    const cells = columns.get(name)
    if (!cells) throw new NotCovered(`the data have no column ${name}`)
    return cells
  }
  return {
    rows: [...columns.values()][0]?.length ?? 0,
    columns: [...columns.keys()],
    has: (name) => columns.has(name),
    labels: column,
    numbers: (name) =>
      Float64Array.from(column(name), (cell) => (cell === '' || cell === 'NA' ? Number.NaN : Number(cell))),
  }
}
