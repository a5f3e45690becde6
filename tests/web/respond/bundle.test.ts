import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildWeb } from '../../support/built-web.ts'

const files = new Map<string, string>()

beforeAll(() => {
  const folder = buildWeb()
  const html = readFileSync(join(folder.path, 'respond/index.html'), 'utf8')
  files.set('html', html)
  for (const [, name = ''] of html.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)) {
    files.set(name, readFileSync(join(folder.path, 'assets', name), 'utf8'))
  }
  folder.remove()
})

const script = () =>
  [...files]
    .filter(([name]) => name.endsWith('.js'))
    .map(([, text]) => text)
    .join('\n')
const brotliSize = (text: string) => brotliCompressSync(text).length

describe('the respondent’s page as built', () => {
  it('is one page, its script, what it shares with the desk, and one style', () => {
    expect([...files.keys()].map((name) => name.replace(/-[\w-]{8}\./, '.'))).toEqual([
      'html',
      'respond.js',
      'jsxRuntime.js',
      'respond.css',
    ])
    expect(files.get('html')).toMatch(/<link rel="modulepreload"[^>]*jsxRuntime/)
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

  it('keeps to what Chrome 87 and Safari 14 can read', () => {
    expect(script()).not.toMatch(/\(\?<[=!]/)
    expect(script()).not.toMatch(/\bstatic\s*\{|;#\w+/)
  })

  it('was built to be shipped', () => {
    expect(script()).not.toMatch(/lineNumber|DOMParser/)
  })

  it('weighs no more than was agreed: 28 KB compressed, without the questionnaire', () => {
    const total = [...files.values()].reduce((sum, text) => sum + brotliSize(text), 0)
    expect(total).toBeLessThan(28 * 1024)
  })
})
