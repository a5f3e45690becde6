import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMigrated } from '../../../api/runtime/node-database.ts'
import { temporaryFolder } from '../../support/databases.ts'

let folder: ReturnType<typeof temporaryFolder>
let path: string
beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder.path, 'data/pci-pulse.db')
})
afterEach(() => folder.remove())

async function openAndClose(): Promise<void> {
  await openMigrated(path).close()
}

function change(sql: string): void {
  const raw = new SqliteDatabase(path)
  raw.pragma('foreign_keys = OFF')
  raw.exec(sql)
  raw.close()
}

describe('openMigrated', () => {
  it('makes the folder and the tables, once', async () => {
    await openAndClose()
    await openAndClose()
    const raw = new SqliteDatabase(path, { readonly: true })
    expect(raw.prepare('SELECT name FROM migration').pluck().all()).toContain('0001_initial.sql')
    raw.close()
    expect(readdirSync(join(folder.path, 'data')).filter((name) => name.includes('before'))).toEqual([])
  })

  it('keeps the file from other accounts', async () => {
    await openAndClose()
    expect(statSync(path).mode & 0o077).toBe(0)
  })

  it('loses no acknowledged answer to a power cut: every connection syncs fully', async () => {
    const database = openMigrated(path)
    expect(database.raw.pragma('synchronous', { simple: true })).toBe(2)
    expect(database.raw.pragma('journal_mode', { simple: true })).toBe('wal')
    await database.close()
  })

  it('refuses a file from a newer version and leaves it as it was', async () => {
    await openAndClose()
    change("INSERT INTO migration (name) VALUES ('9999_future.sql')")
    expect(() => openMigrated(path)).toThrow('newer version')
  })

  describe('with a later migration', () => {
    const BROKEN = 'ALTER TABLE wave ADD COLUMN colour TEXT;\nINSERT INTO no_such_table VALUES (1);\n'
    const MENDED = 'ALTER TABLE wave ADD COLUMN colour TEXT;\n'
    let migrations: string

    beforeEach(async () => {
      await openAndClose()
      change("INSERT INTO inbox VALUES ('tag', 'wave', 'canary-in-the-inbox')")
      migrations = join(folder.path, 'migrations')
      cpSync(join(import.meta.dirname, '../../../api/db/migrations'), migrations, { recursive: true })
    })

    it('copies the file aside first, without what waits for a release', async () => {
      writeFileSync(join(migrations, '0002_colour.sql'), MENDED)
      await openMigrated(path, migrations).close()
      const copy = readFileSync(`${path}.before-0002_colour`)
      expect(copy.includes('canary-in-the-inbox')).toBe(false)
      expect(copy.includes('CREATE TABLE response')).toBe(true)
      expect(inboxBodies()).toEqual(['canary-in-the-inbox'])
    })

    it('changes nothing when it fails, and goes on once it is mended', async () => {
      writeFileSync(join(migrations, '0002_colour.sql'), BROKEN)
      expect(() => openMigrated(path, migrations)).toThrow('no_such_table')
      expect(inboxBodies()).toEqual(['canary-in-the-inbox'])
      writeFileSync(join(migrations, '0002_colour.sql'), MENDED)
      await openMigrated(path, migrations).close()
      expect(inboxBodies()).toEqual(['canary-in-the-inbox'])
    })
  })
})

function inboxBodies(): unknown[] {
  const raw = new SqliteDatabase(path, { readonly: true })
  const bodies = raw.prepare('SELECT body FROM inbox').pluck().all()
  raw.close()
  return bodies
}
