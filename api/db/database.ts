import type { Compilable, QueryCreator } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * What the rest of the API may know of the database.
 *
 * `query` is a `QueryCreator`, not a `Kysely`: it has every statement but no
 * `transaction()`, which D1 cannot run. Work that must not be half done goes
 * through `atomically`.
 */
export interface Database {
  readonly query: QueryCreator<Tables>
  /**
   * Runs the statements in order, all of them or none, and answers the rows each returned.
   * Answers `conflict`, with nothing stored, when a row with the same key is there already.
   */
  readonly atomically: (statements: readonly Compilable[]) => Promise<readonly Rows[] | 'conflict'>
  /**
   * Rewrites the file so that neither page order nor freed pages tell what came when. On D1, which
   * cannot, it does nothing: that is why sensitive waves are refused there.
   */
  readonly forgetOrder: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What one statement returned: empty unless it has a `returning` clause. */
type Rows = readonly Readonly<Record<string, unknown>>[]

/** D1 binds at most 100 parameters a statement; SQLite itself takes 32,766. */
const MAX_PARAMETERS = 100

/** Splits rows into pages small enough for one INSERT on every database. */
export function insertPages<Row extends object>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const columns = Math.max(1, Object.keys(rows[0] ?? {}).length)
  return pages(rows, Math.floor(MAX_PARAMETERS / columns))
}

/** Splits keys into pages small enough for one `IN (...)` beside a few other parameters. */
export function keyPages<Key>(keys: readonly Key[]): readonly (readonly Key[])[] {
  return pages(keys, MAX_PARAMETERS - 10)
}

/** Both engines word a taken key alike; only their error classes differ. */
export function isKeyConflict(error: unknown): boolean {
  return error instanceof Error && error.message.includes('UNIQUE constraint failed')
}

function pages<Element>(elements: readonly Element[], size: number): readonly (readonly Element[])[] {
  return Array.from({ length: Math.ceil(elements.length / size) }, (_, page) =>
    elements.slice(page * size, (page + 1) * size),
  )
}
