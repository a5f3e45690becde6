import { AnalysisError } from '../analysis-error.ts'

/**
 * A table of counts with a column of row totals, a row of column totals and the grand total.
 *
 * Unit: firms. Cost: O(cells).
 *
 * @throws {AnalysisError} `invalid-table` where rows differ in length or a count is negative or not whole
 * @example
 * tableWithTotals([[1, 2], [3, 4]]) // => [[1, 2, 3], [3, 4, 7], [4, 6, 10]]
 */
export function tableWithTotals(counts: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const [first = []] = counts
  for (const row of counts) {
    if (row.length === first.length && row.every((count) => Number.isSafeInteger(count) && count >= 0))
      continue
    throw new AnalysisError('invalid-table', 'a table of counts has rows of one length and whole counts')
  }
  const rows = counts.map((row) => [...row, sum(row)])
  const totals = Array.from({ length: first.length + 1 }, (_none, column) =>
    sum(rows.map((row) => row[column] ?? 0)),
  )
  return [...rows, totals]
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}
