import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'

/*
 * R 4.2.2, survey 4.1-1 on apistrat and apiclus1 as shipped with it: a part of the figures and of
 * the columns, in the form in which the command reads a folder.
 */
const CARRIED_OVER = fileURLToPath(new URL('../truth/r-survey', import.meta.url))
const SHARED = fileURLToPath(new URL('../../../shared/truth/r-survey', import.meta.url))
const COPY = mkdtempSync(join(tmpdir(), 'pci-pulse-truth-'))
afterAll(() => rmSync(COPY, { recursive: true, force: true }))

describe('truth', () => {
  it('reproduces every figure carried over from R', () => {
    const { out, code } = runCli('truth', '--dir', CARRIED_OVER)
    expect(lastLine(out)).toBe('1243 reproduced, 0 wrong, 0 not covered')
    expect(code).toBe(0)
  })

  it.skipIf(!existsSync(SHARED))('reproduces those of ../shared/truth/r-survey (needs that folder)', () => {
    const { out, code } = runCli('truth', '--dir', SHARED)
    const [reproduced, wrong] = lastLine(out)
      .split(', ')
      .map((part) => Number.parseInt(part, 10))
    expect(wrong).toBe(0)
    expect(reproduced).toBeGreaterThanOrEqual(8754)
    expect(code).toBe(0)
  })

  it('says which figure is wrong, and fails', () => {
    const folder = changed('wrong', (text) => text.replace('662.2873631593208', '662.2873641593208'))
    const { out, code } = runCli('truth', '--dir', folder)
    expect(out).toContain('wrong: designs/strat_fpc/mean/est/api00: 662.2873641593208, not 662.287363159320')
    expect(lastLine(out)).toBe('1242 reproduced, 1 wrong, 0 not covered')
    expect(code).toBe(1)
  })

  it('measures a standard error against its estimate', () => {
    const folder = changed('error', (text) => text.replace('9.40894080278458', '9.40894082278458'))
    expect(runCli('truth', '--dir', folder).code).toBe(0)
  })

  it('counts what it does not know as not covered, with the reason', () => {
    const folder = changed('unknown', (text) =>
      text
        .replace('"designs"', '"tomorrow": {"weather": [1, 2]}, "designs"')
        .replace('"clus1"', '"clus9"')
        .replace('"adjust"', '"hope"'),
    )
    const { out, code } = runCli('truth', '--dir', folder)
    expect(out).toContain('not covered: tomorrow (2): the key is not in figures.json')
    expect(out).toMatch(/not covered: lonely\/hope \(3\): option: Invalid option/)
    expect(out).toContain('not covered: designs/clus9/degf (1): designs.json has no clus9')
    expect(code).toBe(0)
  })

  it('says in one line what is wrong with a folder', () => {
    const { err, code } = runCli('truth', '--dir', join(COPY, 'none'))
    expect(err).toMatch(/^\S+designs\.json: cannot be read \(ENOENT\)\n$/)
    expect(code).toBe(2)
  })
})

/** A copy of the folder whose truth is changed. */
function changed(name: string, change: (truth: string) => string): string {
  const folder = join(COPY, name)
  cpSync(CARRIED_OVER, folder, { recursive: true })
  const file = join(folder, 'truth.json')
  const truth = readFileSync(file, 'utf8')
  const other = change(truth)
  expect(other).not.toBe(truth)
  writeFileSync(file, other)
  return folder
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? ''
}
