import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import SqliteDatabase from 'better-sqlite3'
import { statementsOf } from '../db/migrations.ts'
import { openSqlite } from '../db/sqlite.ts'

const MIGRATIONS = join(import.meta.dirname, '../db/migrations')

/**
 * Opens the embedded database and brings it to the newest schema: forward only, each migration
 * whole or not at all. A file that already has answers is copied beside itself first.
 *
 * @throws {Error} when the file was written by a newer version of the product
 */
export function openMigrated(path: string, migrations = MIGRATIONS): ReturnType<typeof openSqlite> {
  // What waits in the file is nobody else's to read, whatever accounts the machine has.
  process.umask(0o077)
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const database = openSqlite(path)
  const { raw } = database
  raw.exec('CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID')
  const applied = new Set(raw.prepare<[], string>('SELECT name FROM migration').pluck().all())
  const known = readdirSync(migrations)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()

  const unknown = [...applied].find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new Error(
      `${path} was written by a newer version (it has migration ${unknown}): update the product first`,
    )
  }
  const pending = known.filter((name) => !applied.has(name))
  const [first] = pending
  if (first !== undefined && applied.size > 0 && path !== ':memory:') {
    copyReleased(database, `${path}.before-${first.replace('.sql', '')}`)
  }
  for (const name of pending) {
    raw.transaction(() => {
      for (const statement of statementsOf(readFileSync(join(migrations, name), 'utf8'))) raw.exec(statement)
      raw.prepare('INSERT INTO migration (name) VALUES (?)').run(name)
    })()
  }
  return database
}

/**
 * Copies the database without what is not released yet: a copy of the inbox would keep who answered
 * between two dates. A copy cut short leaves only a temporary file, which the next try replaces.
 */
function copyReleased({ raw }: ReturnType<typeof openSqlite>, copyPath: string): void {
  const temporary = `${copyPath}.part`
  rmSync(temporary, { force: true })
  raw.prepare('VACUUM INTO ?').run(temporary)
  const copy = new SqliteDatabase(temporary)
  copy.pragma('secure_delete = ON')
  copy.exec('DELETE FROM inbox; DELETE FROM accepted; VACUUM')
  copy.close()
  renameSync(temporary, copyPath)
}
