import { BYTE_ORDER_MARK, type Cell, csvLine } from '../csv/csv-writer.ts'

/** A table to download: its length, known before, and its rows, some hundreds at a time. */
export interface CsvExport {
  readonly rowCount: number
  readonly header: readonly string[]
  readonly pages: () => AsyncIterable<readonly (readonly Cell[])[]>
}

/** A table whose rows are all at hand. */
export function tableExport(header: readonly string[], rows: readonly (readonly Cell[])[]): CsvExport {
  return {
    rowCount: rows.length,
    header,
    async *pages() {
      yield rows
    },
  }
}

/** A reply that browsers save under a name made of `parts`, which must be of our own letters only. */
export function csvDownload(parts: readonly string[], file: CsvExport): Response {
  return new Response(csvBytes(file), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${['pci-pulse', ...parts].join('_')}.csv"`,
      'x-row-count': String(file.rowCount),
    },
  })
}

/** The file as spreadsheets in Việt Nam open it, made only as fast as it is taken. */
function csvBytes({ header, pages }: CsvExport): ReadableStream<Uint8Array> {
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
