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
