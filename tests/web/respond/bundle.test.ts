import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RespondShell } from '../../../api/pages/respond-shell.ts'
import { buildPublicWeb } from '../../support/built-web.ts'

let shell: RespondShell
/** Everything the respondent's browser may run, by name. */
const scripts = new Map<string, string>()

beforeAll(() => {
  const folder = buildPublicWeb()
  const read = (path: string) => readFileSync(join(folder.path, path), 'utf8')
  shell = JSON.parse(read('respond/shell.json'))
  scripts.set('usual', shell.scripts.usual)
  scripts.set('randomised', shell.scripts.randomised)
  for (const [language, address] of Object.entries(shell.later)) scripts.set(language, read(address))
  scripts.set('worker', read('respond/worker.js'))
  folder.remove()
})

describe('the respondent’s page as built', () => {
  it('has two scripts that stand inside the page, one later script a language, and a worker', () => {
    expect([...scripts.keys()]).toEqual(['usual', 'randomised', 'vi', 'en', 'zh', 'worker'])
  })

  it('parses as the language of Chrome 87 and Safari 14', () => {
    const parsed = [...scripts].map(([name, script]) => {
      const sourceType = shell.later[name] === undefined ? 'script' : 'module'
      return parse(script, { ecmaVersion: 2020, sourceType }).type
    })
    expect(parsed).toEqual([...scripts].map(() => 'Program'))
    // Newer than the language level says: not known to Safari 14.
    for (const script of scripts.values()) expect(script).not.toMatch(/\(\?<[=!]/)
  })

  it('calls nothing that Chrome 87 and Safari 14 lack', () => {
    const newer =
      /\.(at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with|hasOwn|groupBy|isWellFormed)\(|structuredClone|AbortSignal\.(timeout|any)|randomUUID/
    const called = [...scripts].map(([name, script]) => [name, script.match(newer)?.[0]])
    expect(called).toEqual([...scripts.keys()].map((name) => [name, undefined]))
  })

  it('carries no schema library, no framework, and reaches no one else', () => {
    for (const script of scripts.values()) {
      expect(script).not.toMatch(/ZodError|invalid_union|safeParse|__k|preact|innerHTML|DOMParser/)
      const hosts = [...script.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host)
      expect(hosts.filter((host) => host !== 'nchmf.gov.vn')).toEqual([])
    }
  })

  it('imports nothing: no script waits for another', () => {
    for (const script of scripts.values()) expect(script).not.toMatch(/\bimport[\s{*"'`]/)
  })

  it('keeps questions that hide their answer out of the usual script', () => {
    expect(scripts.get('usual')).not.toContain('treatment')
    expect(scripts.get('randomised')).toContain('treatment')
  })
})
