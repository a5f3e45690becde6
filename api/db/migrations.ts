/**
 * The statements of one migration file: plain SQL, each statement ending with a semicolon at a
 * line's end, comments on lines of their own. wrangler applies the same files to D1.
 */
export function statementsOf(sql: string): readonly string[] {
  return sql
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('--'))
    .join('\n')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}
