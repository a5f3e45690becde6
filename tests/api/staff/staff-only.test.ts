import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, ORIGIN, type TestApp } from '../../support/app.ts'

/** The whole of what anybody may ask of the API without being staff. */
const PUBLIC = new Set(['GET /api/health', 'POST /api/staff/session', 'POST /api/waves/:wave/submissions'])

/** The media type that a route's body must have, where it is not JSON. */
const BODY_TYPES: Readonly<Record<string, string>> = { 'PUT /api/waves/:wave/margins': 'text/csv' }

describe('routes for staff only', () => {
  let staff: TestApp
  let routes: readonly { readonly name: string; readonly method: string; readonly path: string }[]
  beforeAll(async () => {
    staff = await openTestApp()
    const registered = staff.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .map(({ method, path }) => ({ name: `${method} ${path.replace(/\{[^}]*\}+/g, '')}`, method, path }))
      .filter(({ name }) => !PUBLIC.has(name))
    routes = [...new Map(registered.map((route) => [route.name, route])).values()]
  })
  afterAll(() => staff.close())

  const addressOf = (path: string) =>
    path
      .replace(':wave', staff.wave)
      .replace(':code', staff.link)
      .replace(':hash', staff.hashes.plan)
      .replace(/:number(?:\{.*\})?/, '1')
      .replace(/:year(?:\{.*\})?/, '2024')
  const ask = (route: { name: string; method: string; path: string }, headers: Record<string, string>) =>
    staff.send(addressOf(route.path), {
      method: route.method,
      headers: {
        ...(route.method !== 'GET' && { 'content-type': BODY_TYPES[route.name] ?? 'application/json' }),
        ...headers,
      },
      ...(route.method !== 'GET' && { body: '{}' }),
    })
  const stateOf = async () => {
    const { query } = staff.database
    return JSON.stringify([
      await query.selectFrom('wave').selectAll().execute(),
      await query.selectFrom('link').selectAll().execute(),
      await query.selectFrom('margin').selectAll().execute(),
      await query.selectFrom('snapshot').selectAll().execute(),
      await query.selectFrom('official_score').selectAll().execute(),
      await query.selectFrom('staff').selectAll().execute(),
    ])
  }

  it('are all of the API but three', () => {
    expect(routes.length).toBeGreaterThanOrEqual(20)
    for (const noun of [
      'definitions',
      'links',
      'releases',
      'snapshots',
      'margins',
      'hard-values',
      'official-scores',
      'forecasts',
      'exports',
    ]) {
      expect(routes.some(({ path }) => path.includes(noun))).toBe(true)
    }
  })

  it('refuse who has no session', async () => {
    const before = await stateOf()
    for (const route of routes) {
      const reply = await ask(route, { origin: ORIGIN })
      expect([route.name, reply.status]).toEqual([route.name, 401])
      expect(await reply.json()).toMatchObject({ code: 'signed_out' })
    }
    expect(await stateOf()).toBe(before)
  })

  it.each([
    ['another site', { origin: 'https://evil.test' }],
    ['a page without an origin', { origin: 'null' }],
    ['nobody knows where', {}],
    ['our name on another port', { origin: `${ORIGIN}1` }],
  ])('refuse a change that comes from %s, session or not', async (_, origin) => {
    const { cookie = '' } = await staff.signIn()
    const before = await stateOf()
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      const reply = await ask(route, { cookie, ...origin })
      expect([route.name, reply.status]).toEqual([route.name, 403])
      expect(await reply.json()).toMatchObject({ code: 'bad_origin' })
    }
    expect(await stateOf()).toBe(before)
  })

  it('let nobody sign in from another site', async () => {
    const json = { token: 'a'.repeat(26), name: 'x' }
    const reply = await staff.send('/api/staff/session', { json, headers: { origin: 'https://evil.test' } })
    expect(reply.status).toBe(403)
  })
})
