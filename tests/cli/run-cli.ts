import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDER = mkdtempSync(join(tmpdir(), 'pci-pulse-cli-'))
let files = 0
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

/** What a command said and how it ended. */
export interface CommandResult {
  readonly out: string
  readonly err: string
  readonly code: number | null
}

/** Runs a command as `npm run -s NAME --` does. */
export function runCli(
  name: 'score' | 'simulate' | 'estimate' | 'translations' | 'truth',
  ...options: readonly string[]
): CommandResult {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`api/cli/${name}.ts`, ...options], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return { out: stdout, err: stderr, code: status }
}

/** A file with this content, for a command to read. */
export function fileWith(content: string | object | Uint8Array, name = 'file'): string {
  const path = join(FOLDER, `${++files}-${name}`)
  const isRaw = typeof content === 'string' || content instanceof Uint8Array
  writeFileSync(path, isRaw ? content : JSON.stringify(content))
  return path
}

/** Rows of a CSV without quoted cells, by column. */
export function rowsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = csv.trimEnd().split('\n')
  const names = header.split(',')
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, place) => [names[place] ?? '', cell])),
  )
}
