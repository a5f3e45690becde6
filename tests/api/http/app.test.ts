import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../api/db/database.ts'
import { ORIGIN, openTestApp, type TestApp } from '../../support/app.ts'
import { SHELL } from '../../support/built-shell.ts'

let test: TestApp
let broken: Error | undefined
beforeAll(async () => {
  test = await openTestApp(undefined, { wrap: breakable })
})
afterAll(() => test.close())

/** The same database, which fails with `broken` while that is set. */
function breakable(database: Database): Database {
  return {
    ...database,
    atomically: async (statements) => {
      if (broken) throw broken
      return database.atomically(statements)
    },
  }
}

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'"

/** Of the pages that carry their style with them, under its hash. */
const SURVEY_POLICY =
  `default-src 'none'; script-src 'self'; style-src 'self' 'sha256-${SHELL.styleHash}'; img-src 'self' data:; ` +
  "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types respond-worker"

describe('every answer', () => {
  const paths = [
    '/api/health',
    '/api/nowhere',
    '/s/nowhere',
    '/',
    '/desk',
    '/nowhere',
    '/assets/respond-x1.js',
  ]

  it.each(paths)('of %s carries the headers that keep browsers safe', async (path) => {
    const { headers } = await test.send(path)
    expect(headers.get('content-security-policy')).toBe(path.startsWith('/s/') ? SURVEY_POLICY : POLICY)
    expect(Object.fromEntries(headers)).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-robots-tag': 'noindex',
    })
    expect(headers.get('permissions-policy')).toContain('geolocation=()')
    expect(headers.get('cache-control')).toBe(
      path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
    )
    expect(headers.has('set-cookie')).toBe(false)
    expect(headers.has('x-powered-by')).toBe(false)
    expect(headers.has('access-control-allow-origin')).toBe(false)
  })
})

describe('an address or method that is not there', () => {
  it('is told in one form', async () => {
    const reply = await test.send('/api/nowhere')
    expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await reply.json()).toEqual({
      type: 'about:blank',
      title: 'There is nothing here',
      status: 404,
      code: 'not_found',
    })
  })

  it('names the methods there are', async () => {
    const reply = await test.send(`/api/waves/${test.wave}/submissions`, { method: 'PUT' })
    expect(reply.status).toBe(405)
    expect(reply.headers.get('allow')).toBe('POST')
    expect(await reply.json()).toMatchObject({ code: 'method_not_allowed' })
  })
})

describe('a failure on our side', () => {
  it.each([
    new Error('D1_ERROR: D1 DB is overloaded. Too many requests queued.'),
    new Error('D1_ERROR: Network connection lost.'),
    new Error('D1_ERROR: internal error; storage caused object to be reset'),
    Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' }),
    Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }),
    new Error('outer', { cause: Object.assign(new Error('inner'), { code: 'SQLITE_BUSY_SNAPSHOT' }) }),
  ])('that passes is told as one: %s', async (error) => {
    broken = error
    const reply = await test.submit()
    broken = undefined
    expect(reply.status).toBe(503)
    expect(reply.headers.get('retry-after')).toBe('5')
    expect(await reply.json()).toMatchObject({ code: 'retry_later' })
  })

  it('that does not pass is logged, and answered without detail', async () => {
    broken = new Error('UNIQUE secrets of the table')
    test.errors.length = 0
    const reply = await test.submit()
    const error = broken
    broken = undefined
    expect(reply.status).toBe(500)
    expect(await reply.json()).toEqual({
      type: 'about:blank',
      title: 'Something went wrong on our side',
      status: 500,
      code: 'internal_error',
    })
    expect(test.errors).toEqual([error])
  })
})

describe('a request that changes something', () => {
  it.each(['https://evil.test', 'null', `${ORIGIN}.evil.test`, ORIGIN.replace('9200', '9999'), undefined])(
    'is refused from %s',
    async (origin) => {
      const { cookie = '' } = await test.signIn()
      const headers = { cookie, ...(origin !== undefined && { origin }) }
      const reply = await test.send(`/api/waves/${test.wave}/links`, { json: { label: 'x' }, headers })
      expect([reply.status, (await reply.json()).code]).toEqual([403, 'bad_origin'])
    },
  )
})
