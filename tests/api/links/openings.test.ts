import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { createApp } from '../../../api/app.ts'
import { noteOpening, writeOpenings } from '../../../api/links/note-opening.ts'
import { releaseWave } from '../../../api/releases/release-wave.ts'
import type { LinkView } from '../../../api/views.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { openDeskApp } from '../../support/desk-app.ts'

describe.each(DATABASES)('openings of a link on $name', (testDatabase) => {
  let desk: TestApp
  let app: ReturnType<typeof createApp>
  let headers: Record<string, string>
  beforeAll(async () => {
    ;({ desk, app, headers } = await openDeskApp(testDatabase))
  })
  afterAll(() => desk.close())

  /** The links as they stand once what was drawn is written, as a release does. */
  const list = async (): Promise<readonly LinkView[]> => {
    await writeOpenings(desk.database)
    return (await desk.send(`/api/waves/${desk.wave}/links`, { headers })).json()
  }
  const openedOf = async (code: string) => (await list()).find((link) => link.code === code)?.opened ?? -1
  const open = (times: number, state: 'draft' | 'open' | 'closed' = 'open') =>
    Promise.all(
      Array.from({ length: times }, () => noteOpening(desk.dependencies, { link: desk.link, state })),
    )
  const get = (path: string, times: number) =>
    Promise.all(Array.from({ length: times }, async () => (await app.request(path)).status))

  it('are counted at the page that a link leads to', async () => {
    expect(await openedOf(desk.link)).toBe(0)
    // No draw in 200 openings: once in a thousand million runs. Mostly ten are enough.
    for (let visits = 0; visits < 200 && (await openedOf(desk.link)) === 0; visits += 10) {
      expect(new Set(await get(`/s/${desk.link}`, 10))).toEqual(new Set([200]))
    }
    expect(await openedOf(desk.link)).toBeGreaterThan(0)
  })

  it('are counted by chance and in tens, about as many as there were', async () => {
    const before = await openedOf(desk.link)
    await open(1000)
    const counted = (await openedOf(desk.link)) - before
    expect(counted % 10).toBe(0)
    // One standard error is 95.
    expect(Math.abs(counted - 1000)).toBeLessThan(570)
  })

  it('leave every other link as it was', async () => {
    const other: LinkView = await (
      await desk.send(`/api/waves/${desk.wave}/links`, { headers, json: { label: 'Nơi khác' } })
    ).json()
    await open(200)
    expect(other.opened).toBe(0)
    expect(await openedOf(other.code)).toBe(0)
  })

  it('are neither submissions, nor addresses that lead nowhere', async () => {
    const before = await list()
    for (let firm = 0; firm < 12; firm += 1) expect((await desk.submit()).status).toBe(201)
    await get('/s/nowhere', 20)
    await get(`/s/${desk.link}/fr`, 20)
    expect(await list()).toEqual(before)
  })

  it('do not count before a wave is open, nor after', async () => {
    const before = await openedOf(desk.link)
    await open(200, 'draft')
    await open(200, 'closed')
    expect(await openedOf(desk.link)).toBe(before)
  })
})

const REWRITABLE = DATABASES.filter(({ engine }) => engine === 'sqlite')

describe.each(REWRITABLE)('openings of a link on $name', (testDatabase) => {
  let desk: TestApp
  beforeAll(async () => {
    desk = await openTestApp(testDatabase)
  })
  afterAll(() => desk.close())

  it('are written by a release, and not before', async () => {
    const stored = () => desk.database.query.selectFrom('link').select('opened').execute()
    const before = await stored()
    await Promise.all(
      Array.from({ length: 200 }, () => noteOpening(desk.dependencies, { link: desk.link, state: 'open' })),
    )
    expect(await stored()).toEqual(before)
    for (let firm = 0; firm < 10; firm += 1) await desk.submit()
    await releaseWave(desk.dependencies, desk.wave)
    expect(await stored()).not.toEqual(before)
  })
})
