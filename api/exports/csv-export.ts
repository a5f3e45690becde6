import { BYTE_ORDER_MARK, type Cell, csvLine } from '../csv/csv-writer.ts'

/** A table to download: its length, known before, and its rows, some hundreds at a time. */
export interface CsvExport {
  readonly rowCount: number
  readonly header: readonly string[]
  readonly pages: () => AsyncIterable<readonly (readonly Cell[])[]>
}

/** The file as spreadsheets in Việt Nam open it, made only as fast as it is taken. */
export function csvBytes({ header, pages }: CsvExport): ReadableStream<Uint8Array> {
  const utf8 = new TextEncoder()
  const parts = csvParts(header, pages())
  return new ReadableStream({
    async pull(controller) {
      const next = await parts.next()
      if (next.done) controller.close()
      else controller.enqueue(utf8.encode(next.value))
    },
    async cancel() {
      await parts.return()
    },
  })
}

async function* csvParts(
  header: readonly string[],
  pages: ReturnType<CsvExport['pages']>,
): AsyncGenerator<string, void> {
  yield BYTE_ORDER_MARK + csvLine(header, '\r\n')
  for await (const page of pages) yield page.map((row) => csvLine(row, '\r\n')).join('')
}
