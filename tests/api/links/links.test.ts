import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomCode } from '../../../api/random-code.ts'
import type { LinkView } from '../../../api/views.ts'
import { openTestApp, ORIGIN, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'

describe.each(DATABASES)('links on $name', (testDatabase) => {
  let desk: TestApp
  let headers: Record<string, string>
  beforeAll(async () => {
    desk = await openTestApp(testDatabase)
    headers = await desk.signIn()
  })
  afterAll(() => desk.close())

  const path = () => `/api/waves/${desk.wave}/links`
  const create = (label: unknown) => desk.send(path(), { headers, json: { label } })
  const list = async (): Promise<readonly LinkView[]> => (await desk.send(path(), { headers })).json()

  it('have a short code that leads to the survey from paper', async () => {
    const reply = await create('Quầy số 3, tầng 1')
    expect(reply.status).toBe(201)
    const link: LinkView = await reply.json()
    expect(link).toEqual({
      code: expect.stringMatching(/^[a-hjkmnp-z2-9]{7}$/),
      channel: 'open',
      label: 'Quầy số 3, tầng 1',
      url: `${ORIGIN}/s/${link.code}`,
      opened: 0,
    })
    expect(await list()).toContainEqual(link)
    const page = await desk.send(`/s/${link.code}`)
    expect(page.status).toBe(200)
  })

  it('are labelled in 1 to 80 characters', async () => {
    for (const label of ['', ' ', 'x'.repeat(81), 'a\nb', null]) {
      expect((await create(label)).status).toBe(422)
    }
    expect((await create('đ'.repeat(80))).status).toBe(201)
  })

  it('lead nowhere once deleted, and belong to their wave', async () => {
    const link: LinkView = await (await create('Tạm')).json()
    const remove = (wave: string) =>
      desk.send(`/api/waves/${wave}/links/${link.code}`, { method: 'DELETE', headers })
    expect((await remove('another')).status).toBe(404)
    expect((await remove(desk.wave)).status).toBe(204)
    expect((await remove(desk.wave)).status).toBe(404)
    expect((await desk.send(`/s/${link.code}`)).status).toBe(404)
    expect(await list()).not.toContainEqual(link)
  })
})

describe('randomCode', () => {
  it('draws each of 31 unambiguous characters alike', () => {
    const drawn = 62_000
    const counts = new Map<string, number>()
    for (const character of randomCode(drawn)) counts.set(character, (counts.get(character) ?? 0) + 1)
    expect([...counts.keys()].toSorted().join('')).toBe('23456789abcdefghjkmnpqrstuvwxyz')
    const expected = drawn / 31
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // Exceeded by chance once in ten million runs with 30 degrees of freedom; modulo bias alone gives 500.
    expect(chiSquare).toBeLessThan(91)
  })
})
