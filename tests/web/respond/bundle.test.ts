import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../support/databases.ts'
import { readdirSync, readFileSync } from 'node:fs'

const files = new Map<string, string>()

beforeAll(async () => {
  const folder = temporaryFolder()
  await build({
    configFile: join(import.meta.dirname, '../../../web/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder.path, emptyOutDir: true },
  })
  files.set('html', readFileSync(join(folder.path, 'respond/index.html'), 'utf8'))
  for (const [, name = ''] of (files.get('html') ?? '').matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)) {
    files.set(name, readFileSync(join(folder.path, 'assets', name), 'utf8'))
  }
  expect(readdirSync(join(folder.path, 'assets')).length).toBeGreaterThan(files.size)
  folder.remove()
})

const script = () =>
  [...files]
    .filter(([name]) => name.endsWith('.js'))
    .map(([, text]) => text)
    .join('\n')
const brotliSize = (text: string) => brotliCompressSync(text).length

describe('the respondent’s page as built', () => {
  it('is one page, one script and one style', () => {
    expect([...files.keys()].map((name) => name.replace(/-[\w-]{8}\./, '.'))).toEqual([
      'html',
      'respond.js',
      'respond.css',
    ])
  })

  it('has the place for the survey, and nothing inline that its policy would refuse', () => {
    const html = files.get('html') ?? ''
    expect(html).toContain('<script type="application/json" id="survey"></script>')
    expect(html.match(/<script(?![^>]*\bsrc=)(?![^>]*application\/json)/g)).toBeNull()
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/)
  })

  it('carries no schema library and reaches no one else', () => {
    expect(script()).not.toMatch(/ZodError|invalid_union|safeParse/)
    const hosts = [...script().matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host)
    expect(new Set(hosts)).toEqual(new Set(['www.w3.org', 'nchmf.gov.vn']))
  })

  it('keeps to syntax of the oldest browsers: no lookbehind, no class fields, no `??=`', () => {
    expect(script()).not.toMatch(/\(\?<[=!]/)
    expect(script()).not.toMatch(/\?\?=|\|\|=(?!=)|&&=/)
    expect(script()).not.toMatch(/\bstatic\s*\{|;#\w+/)
  })

  it('weighs no more than was agreed: 28 KB compressed, without the questionnaire', () => {
    const total = [...files.values()].reduce((sum, text) => sum + brotliSize(text), 0)
    expect(total).toBeLessThan(28 * 1024)
  })
})
