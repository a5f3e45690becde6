/** One cell: text is made safe for spreadsheets, numbers stay numbers, nothing is empty. */
export type Cell = string | number | null | undefined

/** Tells spreadsheets that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** `\r\n` is what RFC 4180 and Excel expect of a file; commands print `\n`. */
export type LineEnd = '\n' | '\r\n'

/**
 * Text that a spreadsheet would run as a formula, or would take for our mark that it is none.
 * Spaces and byte order marks before the sign are trimmed by some of them.
 */
// oxlint-disable-next-line no-control-regex
const LOOKS_LIKE_FORMULA = /^'*[\p{Zs}\uFEFF]*[=+\-@\t\r\n\0＝＋－＠]/u

/**
 * One line of CSV (RFC 4180), its end included. Text that starts like a formula gets an
 * apostrophe before it, which `unguarded` takes away again.
 *
 * @example
 * csvLine(['=1+1', -5, null]) // => "'=1+1,-5,\n"
 */
export function csvLine(cells: readonly Cell[], lineEnd: LineEnd = '\n'): string {
  return cells.map(written).join(',') + lineEnd
}

/** The text that a guarded cell stands for. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && LOOKS_LIKE_FORMULA.test(cell) ? cell.slice(1) : cell
}

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const text = LOOKS_LIKE_FORMULA.test(cell) ? `'${cell}` : cell
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
