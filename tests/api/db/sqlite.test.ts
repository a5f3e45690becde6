import { afterEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../../api/db/sqlite.ts'
import { temporaryFolder } from '../../support/databases.ts'

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

describe('the embedded database', () => {
  it('waits for the disk at every commit, on every connection', () => {
    const folder = temporaryFolder()
    closing.push(folder.remove)
    for (let connection = 0; connection < 2; connection += 1) {
      const { raw, close } = openSqlite(`${folder.path}/test.db`)
      closing.push(close)
      const pragma = (name: string) => raw.pragma(name, { simple: true })
      expect(pragma('journal_mode')).toBe('wal')
      expect(pragma('synchronous')).toBe(2)
      expect(pragma('foreign_keys')).toBe(1)
      expect(pragma('secure_delete')).toBe(1)
      expect(pragma('trusted_schema')).toBe(0)
      expect(pragma('cell_size_check')).toBe(1)
      expect(pragma('busy_timeout')).toBe(5000)
    }
  })
})
