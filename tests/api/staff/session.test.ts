import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createEnrolment } from '../../../api/staff/enrolment.ts'
import { openTestApp, ORIGIN, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'

const MINUTE = 60_000

describe.each(DATABASES)('staff sessions on $name', (testDatabase) => {
  let staff: TestApp
  let start: Date
  beforeAll(async () => {
    staff = await openTestApp(testDatabase)
    start = staff.clock.now
  })
  afterAll(() => staff.close())
  beforeEach(() => {
    staff.clock.now = start
  })

  const redeem = (token: string, headers: Record<string, string> = { origin: ORIGIN }) =>
    staff.send('/api/staff/session', { json: { token, name: 'Trần Văn Bình' }, headers })
  const whoAmI = (headers: Record<string, string>) => staff.send('/api/staff/session', { headers })
  const after = (minutes: number) => {
    staff.clock.now = new Date(staff.clock.now.getTime() + minutes * MINUTE)
  }

  it('gives the enrolment token in the fragment of the desk, where no server sees it', async () => {
    const { token, url } = await createEnrolment(staff.dependencies)
    expect(url).toBe(`${ORIGIN}/desk#enrol=${token}`)
    // 26 letters of 31 are 128.8 bits.
    expect(token).toMatch(/^[a-hjkmnp-z2-9]{26}$/)
  })

  it('takes a token once and sets a cookie that scripts and other hosts cannot reach', async () => {
    const { token } = await createEnrolment(staff.dependencies)
    const reply = await redeem(token)
    expect(reply.status).toBe(201)
    expect(await reply.json()).toEqual({ name: 'Trần Văn Bình' })
    const cookie = reply.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-sid=[a-hjkmnp-z2-9]{26};/)
    expect(cookie.split('; ').slice(1).toSorted()).toEqual([
      'HttpOnly',
      'Path=/',
      'SameSite=Strict',
      'Secure',
    ])

    const again = await redeem(token)
    expect(again.status).toBe(401)
    expect(await again.json()).toMatchObject({ code: 'bad_token' })
    expect(again.headers.get('set-cookie')).toBeNull()
  })

  it('lets one in of two who use a token at once', async () => {
    const { token } = await createEnrolment(staff.dependencies)
    const replies = await Promise.all([redeem(token), redeem(token)])
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 401])
  })

  it('refuses a token after 30 minutes, in the same words as one that never was', async () => {
    const { token } = await createEnrolment(staff.dependencies)
    after(30)
    const expired = await redeem(token)
    const unknown = await redeem('a'.repeat(26))
    expect(expired.status).toBe(401)
    expect(await expired.text()).toBe(await unknown.text())
  })

  it('refuses a name that is empty, long, of two lines or not a text', async () => {
    for (const name of ['', '   ', 'x'.repeat(81), 'a\nb', 7]) {
      const { token } = await createEnrolment(staff.dependencies)
      const reply = await staff.send('/api/staff/session', {
        json: { token, name },
        headers: { origin: ORIGIN },
      })
      expect(reply.status).toBe(422)
      expect((await redeem(token)).status).toBe(201)
    }
  })

  it('ends 30 minutes after its last use', async () => {
    const headers = await staff.signIn()
    after(29)
    expect((await whoAmI(headers)).status).toBe(200)
    after(29)
    expect((await whoAmI(headers)).status).toBe(200)
    after(30)
    expect((await whoAmI(headers)).status).toBe(401)
  })

  it('ends 8 hours after it began, however much it is used', async () => {
    const headers = await staff.signIn()
    for (let quarter = 1; quarter < 32; quarter++) {
      after(15)
      expect((await whoAmI(headers)).status).toBe(200)
    }
    after(15)
    expect((await whoAmI(headers)).status).toBe(401)
  })

  it('writes its last use at most once a minute', async () => {
    const headers = await staff.signIn()
    const idleAfter = async () =>
      (await staff.database.query.selectFrom('session').select('idle_after').execute()).map(
        (row) => row.idle_after,
      )
    const before = await idleAfter()
    staff.clock.now = new Date(staff.clock.now.getTime() + 59_000)
    await whoAmI(headers)
    expect(await idleAfter()).toEqual(before)
    staff.clock.now = new Date(staff.clock.now.getTime() + 1000)
    await whoAmI(headers)
    expect(await idleAfter()).not.toEqual(before)
  })

  it('is dead after sign-out, and tells the browser to forget', async () => {
    const headers = await staff.signIn()
    const reply = await staff.send('/api/staff/session', { method: 'DELETE', headers })
    expect(reply.status).toBe(204)
    expect(reply.headers.get('clear-site-data')).toBe('"cache","storage"')
    expect(reply.headers.get('set-cookie')).toMatch(/^__Host-sid=; Max-Age=0; Path=\//)
    expect((await whoAmI(headers)).status).toBe(401)
  })

  it('cannot be had from a copy of the database', async () => {
    const { cookie = '' } = await staff.signIn()
    const { token } = await createEnrolment(staff.dependencies)
    const { query } = staff.database
    const sessions = await query.selectFrom('session').selectAll().execute()
    const members = await query.selectFrom('staff').selectAll().execute()
    const enrolments = await query.selectFrom('enrolment').selectAll().execute()
    const copied = JSON.stringify([sessions, members, enrolments])
    expect(copied).not.toContain(cookie.split('=')[1])
    expect(copied).not.toContain(token)

    for (const value of [...sessions, ...members].flatMap((row) => Object.values(row))) {
      const reply = await whoAmI({ cookie: `__Host-sid=${encodeURIComponent(value)}` })
      expect(reply.status).toBe(401)
    }
    for (const { token_hash } of enrolments) expect((await redeem(token_hash)).status).toBe(401)
  })

  it('answers every cookie that opens nothing alike, and clears it', async () => {
    const { cookie = '' } = await staff.signIn()
    const id = cookie.slice('__Host-sid='.length)
    const revoked = await staff.signIn()
    await staff.send('/api/staff/session', { method: 'DELETE', headers: revoked })
    const cookies = [
      '',
      '__Host-sid=',
      `__Host-sid=${'a'.repeat(10_000)}`,
      `__Host-sid=${id.toUpperCase()}`,
      `__Host-sid=${'a'.repeat(26)}`,
      `${cookie}; __Host-sid=${'b'.repeat(26)}`,
      `sid=${id}`,
      revoked['cookie'] ?? '',
    ]
    const bodies = new Set<string>()
    for (const each of cookies) {
      const reply = await whoAmI({ cookie: each })
      expect(reply.status).toBe(401)
      expect(reply.headers.get('set-cookie')).toMatch(/^__Host-sid=; Max-Age=0; Path=\//)
      bodies.add(await reply.text())
    }
    expect([...bodies]).toEqual([expect.stringContaining('"code":"signed_out"')])
    expect((await whoAmI({ cookie: `theme=dark; ${cookie}` })).status).toBe(200)
  })
})
