const PAGE_SIZE = 500

/**
 * Reads rows some hundreds at a time in the order of their ids, however many there are.
 *
 * @yields pages that are not empty
 */
export async function* pagesById<Row extends { readonly id: string }>(
  readPage: (after: string, limit: number) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let after = ''
  for (;;) {
    const page = await readPage(after, PAGE_SIZE)
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (!last || page.length < PAGE_SIZE) return
    after = last.id
  }
}
