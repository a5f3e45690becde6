/** The service cannot take more at this moment: the same request may succeed later. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded'
}

/**
 * What the engines say when a statement may well succeed later: SQLite busy or full, D1 overloaded
 * or cut off. After the last of these nobody knows whether it was done, so writes must bear a retry.
 */
const PASSING =
  /SQLITE_(?:BUSY|FULL|IOERR|LOCKED)|database is locked|database or disk is full|D1 DB is overloaded|D1 DB storage operation exceeded timeout|Network connection lost|storage caused object to be reset|reset because its code was updated/

/** Whether trying again later makes sense. */
export function isOverloaded(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof Overloaded) return true
  const code = 'code' in error ? String(error.code) : ''
  return PASSING.test(code) || PASSING.test(error.message) || isOverloaded(error.cause)
}
