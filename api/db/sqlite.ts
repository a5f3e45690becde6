import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { type Database, isKeyConflict } from './database.ts'
import type { Tables } from './tables.ts'

/** Opens the embedded database: a file path, or `:memory:`. */
export function openSqlite(path: string): Database & { readonly raw: SqliteDatabase.Database } {
  const raw = new SqliteDatabase(path)
  raw.pragma('journal_mode = WAL')
  // better-sqlite3 is built so that WAL means synchronous=NORMAL, which loses commits on power loss.
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('busy_timeout = 5000')
  raw.pragma('trusted_schema = OFF')
  raw.pragma('secure_delete = ON')
  raw.pragma('cell_size_check = ON')
  if (raw.pragma('synchronous', { simple: true }) !== 2) {
    throw new Error('SQLite did not take synchronous=FULL: acknowledged answers could be lost')
  }
  const query = new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) })

  return {
    raw,
    query,
    async atomically(statements) {
      const runAll = raw.transaction(() =>
        statements.map((statement) => {
          const { sql, parameters } = statement.compile()
          const prepared = raw.prepare<unknown[], Record<string, unknown>>(sql)
          if (prepared.reader) return prepared.all(...parameters)
          prepared.run(...parameters)
          return []
        }),
      )
      try {
        return runAll.immediate()
      } catch (error) {
        if (isKeyConflict(error)) return 'conflict'
        throw error
      }
    },
    async forgetOrder() {
      raw.exec('VACUUM')
      // The log holds the inbox as it arrived: another reader of the file can keep it from being emptied.
      const [checkpoint] = raw.prepare<[], { busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').all()
      if (checkpoint?.busy !== 0) throw new Error('The write-ahead log was not emptied: close other readers')
    },
    close: () => query.destroy(),
  }
}
