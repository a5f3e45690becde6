import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishBuiltIns } from '../../../api/definitions/built-in-definitions.ts'
import { publishQuestionnaire } from '../../../api/definitions/publish-definition.ts'
import type { WaveView } from '../../../api/views.ts'
import { findSurveyLink, openFirstWave } from '../../../api/waves/first-wave.ts'
import { hashOf, openTestApp, ORIGIN, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

const [profile, ...sections] = TINY_QUESTIONNAIRE.sections
const SENSITIVE = {
  ...TINY_QUESTIONNAIRE,
  id: 'tiny-sensitive',
  sections: [profile!, ...sections.map((section) => ({ ...section, sensitive: true }))],
}

describe.each(DATABASES)('waves on $name', (testDatabase) => {
  let desk: TestApp
  let headers: Record<string, string>
  beforeAll(async () => {
    desk = await openTestApp(testDatabase)
    headers = await desk.signIn()
  })
  afterAll(() => desk.close())

  const get = (path: string) => desk.send(`/api/waves${path}`, { headers })
  const post = (path: string, json?: unknown) =>
    desk.send(`/api/waves${path}`, { method: 'POST', headers, ...(json !== undefined && { json }) })
  const draft = async (questionnaire = desk.hashes.questionnaire): Promise<WaveView> => {
    const reply = await post('', { title: 'Đợt quý IV', plan: desk.hashes.plan, questionnaire })
    expect(reply.status).toBe(201)
    return reply.json()
  }

  it('begin as drafts of a plan, its edition and a questionnaire', async () => {
    expect(await draft()).toMatchObject({
      title: 'Đợt quý IV',
      state: 'draft',
      openedOn: null,
      closedOn: null,
      scaleLink: 'none',
      demo: false,
      ...desk.hashes,
      waitingAtLeast: 0,
      released: 0,
      releases: [],
      links: 0,
      hasSnapshot: false,
    })
  })

  it('open once and close once, never back', async () => {
    const { id } = await draft()
    expect(await (await post(`/${id}/close`)).json()).toMatchObject({ status: 409, code: 'wave_not_open' })

    // 23:30 UTC is the next day in Việt Nam.
    desk.clock.now = new Date('2026-06-30T23:30:00Z')
    headers = await desk.signIn()
    expect(await (await post(`/${id}/open`)).json()).toMatchObject({ state: 'open', openedOn: '2026-07-01' })
    expect(await (await post(`/${id}/open`)).json()).toMatchObject({ status: 409, code: 'already_open' })
    expect(await (await post(`/${id}/close`)).json()).toMatchObject({
      state: 'closed',
      closedOn: '2026-07-01',
    })
    expect(await (await post(`/${id}/close`)).json()).toMatchObject({ status: 409, code: 'wave_not_open' })
    expect(await (await post(`/${id}/open`)).json()).toMatchObject({ status: 409, code: 'already_open' })
    expect(await (await get(`/${id}`)).json()).toMatchObject({ state: 'closed', openedOn: '2026-07-01' })
  })

  it('take submissions from the moment they open', async () => {
    const { id } = await draft()
    const submit = () => desk.send(`/api/waves/${id}/submissions`, { json: desk.submission() })
    expect((await submit()).status).toBe(403)
    await post(`/${id}/open`)
    expect((await submit()).status).toBe(201)
  })

  it('are opened once when two open them at once', async () => {
    const { id } = await draft()
    const replies = await Promise.all([post(`/${id}/open`), post(`/${id}/open`)])
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  it('are renamed and linked to the scale at any time', async () => {
    const patch = (json: unknown) => desk.send(`/api/waves/${desk.wave}`, { method: 'PATCH', headers, json })
    expect(await (await patch({ title: '  Đợt thử lại ' })).json()).toMatchObject({ title: 'Đợt thử lại' })
    expect(await (await patch({ scaleLink: 'edition' })).json()).toMatchObject({
      title: 'Đợt thử lại',
      scaleLink: 'edition',
    })
    for (const wrong of [{}, { title: '' }, { scaleLink: 'guess' }, { state: 'closed' }, { demo: true }]) {
      expect((await patch(wrong)).status).toBe(422)
    }
    expect(await (await get(`/${desk.wave}`)).json()).toMatchObject({ title: 'Đợt thử lại', state: 'open' })
  })

  it('are refused without definitions that belong together', async () => {
    const { plan, questionnaire, edition } = desk.hashes
    await publishBuiltIns(desk.database)
    const definitions: readonly { hash: string; id: string }[] = await (
      await desk.send('/api/definitions', { headers })
    ).json()
    const ofAnotherEdition = definitions.find(({ id }) => id === 'pci-pulse')?.hash ?? ''
    const wrong = [
      { plan: '0'.repeat(64), questionnaire },
      { plan, questionnaire: '0'.repeat(64) },
      { plan: edition, questionnaire },
      { plan, questionnaire: ofAnotherEdition },
    ]
    for (const hashes of wrong) {
      const reply = await post('', { title: 'Đợt', ...hashes })
      expect(await reply.json()).toMatchObject({ status: 422, code: 'unknown_definition' })
    }
  })

  it('tell how many wait in tens only, and all that was released', async () => {
    const waiting = async () => (await (await get(`/${desk.wave}`)).json()).waitingAtLeast
    for (let n = 0; n < 9; n++) await desk.submit()
    expect(await waiting()).toBe(0)
    await desk.submit()
    expect(await waiting()).toBe(10)
    await desk.submit()
    expect(await waiting()).toBe(10)

    expect((await post(`/${desk.wave}/releases`)).status).toBe(201)
    expect(await (await get(`/${desk.wave}`)).json()).toMatchObject({
      waitingAtLeast: 0,
      released: 11,
      releases: [{ number: 1, day: '2026-07-01', size: 11 }],
      links: 1,
      hasSnapshot: true,
    })
  })

  it('that ask sensitive things open only where their order can be forgotten', async () => {
    const hash = hashOf(await publishQuestionnaire(desk.database, SENSITIVE))
    const { id } = await draft(hash)
    const reply = await post(`/${id}/open`)
    const isD1 = testDatabase.engine === 'd1'
    const answer = isD1 ? { status: 409, code: 'wave_needs_sealing' } : { state: 'open' }
    expect(await reply.json()).toMatchObject(answer)
    expect(await (await get(`/${id}`)).json()).toMatchObject({ state: isD1 ? 'draft' : 'open' })
  })

  it('are 404 under every unknown id', async () => {
    for (const [method, path] of [
      ['GET', '/none'],
      ['POST', '/none/open'],
      ['POST', '/none/close'],
      ['GET', '/none/links'],
    ] as const) {
      const reply = await desk.send(`/api/waves${path}`, { method, headers })
      expect(await reply.json()).toMatchObject({ status: 404, code: 'not_found' })
    }
  })

  it('do not start by themselves where one is there', async () => {
    await publishBuiltIns(desk.database)
    expect(await openFirstWave(desk.dependencies)).toBeUndefined()
    expect(await findSurveyLink(desk.dependencies)).toMatchObject({ code: desk.link })
  })
})

describe.each(DATABASES)('the first wave on $name', (testDatabase) => {
  it.each([{ demo: false }, { demo: true }])(
    'is of the full questionnaire, demo: $demo',
    async ({ demo }) => {
      const desk = await openTestApp(testDatabase, { demo })
      const { query } = desk.database
      for (const table of ['link', 'wave_questionnaire', 'wave'] as const)
        await query.deleteFrom(table).execute()
      await expect(openFirstWave(desk.dependencies)).rejects.toThrow('published')
      await publishBuiltIns(desk.database)

      const link = await openFirstWave(desk.dependencies)
      expect(link).toEqual({
        code: expect.stringMatching(/^[a-hjkmnp-z2-9]{7}$/),
        channel: 'open',
        label: 'Đường dẫn chung',
        url: `${ORIGIN}/s/${link?.code}`,
        opened: 0,
      })
      const mayOpen = demo || testDatabase.engine === 'sqlite'
      const [wave] = await (await desk.send('/api/waves', { headers: await desk.signIn() })).json()
      expect(wave).toMatchObject({ state: mayOpen ? 'open' : 'draft', demo, links: 1 })
      expect(await findSurveyLink(desk.dependencies)).toEqual(mayOpen ? link : undefined)
      await desk.close()
    },
  )
})
