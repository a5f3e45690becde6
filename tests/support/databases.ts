import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { Miniflare } from 'miniflare'
import { openD1 } from '../../api/db/d1.ts'
import type { Database } from '../../api/db/database.ts'
import { statementsOf } from '../../api/db/migrations.ts'
import type { Config } from '../../api/dependencies.ts'
import { openMigrated } from '../../api/runtime/node-database.ts'

export interface TestDatabase {
  readonly name: string
  readonly engine: Config['engine']
  readonly open: () => Promise<Database>
}

/** A fresh, migrated database of each kind we support: real engines, no mocks. */
export const DATABASES: readonly TestDatabase[] = [
  { name: 'better-sqlite3 in memory', engine: 'sqlite', open: async () => openMigrated(':memory:') },
  { name: 'better-sqlite3 in a file', engine: 'sqlite', open: openMigratedFile },
  { name: 'D1 in workerd', engine: 'd1', open: openMigratedD1 },
]

/** A folder of its own under the system's, to be removed by `remove`. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'pci-pulse-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Applies the same files to D1 that wrangler applies. */
export async function migrateD1(binding: D1Database): Promise<void> {
  await binding.batch(migrations().map((statement) => binding.prepare(statement)))
}

async function openMigratedFile(): Promise<Database> {
  const folder = temporaryFolder()
  const database = openMigrated(join(folder.path, 'test.db'))
  return {
    ...database,
    close: async () => {
      await database.close()
      folder.remove()
    },
  }
}

async function openMigratedD1(): Promise<Database> {
  const miniflare = new Miniflare({
    workers: [
      {
        config: {
          name: 'database',
          compatibilityDate: '2026-10-01',
          manifest: {
            mainModule: 'empty.js',
            modules: { 'empty.js': { type: 'esm', contents: 'export default {}' } },
          },
          env: { DB: { type: 'd1', id: 'test' } },
        },
      },
    ],
  })
  const binding = await miniflare.getD1Database('DB')
  await migrateD1(binding)
  return { ...openD1(binding), close: () => miniflare.dispose() }
}

function migrations(): readonly string[] {
  const folder = join(import.meta.dirname, '../../api/db/migrations')
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => statementsOf(readFileSync(join(folder, name), 'utf8')))
}
