import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const TOP = join(import.meta.dirname, '../..')
const DIST = join(TOP, 'web/dist')
const SOURCES = ['web', 'survey-definitions', 'package-lock.json']

/** Builds the web unless the last build is newer than everything it was made from. */
export async function buildWebIfNeeded(): Promise<string> {
  if (!isBuilt()) {
    // Loaded only when there is something to build: a start that finds the web built needs no Vite.
    const { build } = await import('vite')
    await build({ configFile: join(TOP, 'web/vite.config.ts'), logLevel: 'warn' })
  }
  return DIST
}

function isBuilt(): boolean {
  const page = join(DIST, 'respond/shell.json')
  if (!existsSync(page)) return false
  const builtAt = statSync(page).mtimeMs
  return SOURCES.flatMap(filesUnder).every((file) => statSync(file).mtimeMs <= builtAt)
}

function filesUnder(source: string): readonly string[] {
  const path = join(TOP, source)
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(DIST))
    .map((entry) => join(entry.parentPath, entry.name))
}
