import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANSWERS, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'

describe.each(DATABASES)('paper forms typed in by staff on $name', (engine) => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp(engine)
  })
  afterAll(() => test.close())

  const enter = async (headers: Record<string, string>, changes?: Record<string, unknown>) =>
    test.send(`/api/waves/${test.wave}/entries`, { json: test.submission(changes), headers })
  const waiting = async () =>
    (await test.database.query.selectFrom('inbox').select('body').execute()).map(({ body }) =>
      JSON.parse(body),
    )

  it('wait for a release like all others, as an interviewer’s', async () => {
    const reply = await enter(await test.signIn())
    expect([reply.status, (await reply.json()).status]).toEqual([201, 'received'])
    expect(await waiting()).toEqual([
      { questionnaire: test.hashes.questionnaire, channel: 'interviewer', answers: ANSWERS },
    ])
  })

  it('are taken once however often they are sent', async () => {
    const staff = await test.signIn()
    const { key } = test.submission()
    const before = (await waiting()).length
    expect((await enter(staff, { key })).status).toBe(201)
    expect((await enter(staff, { key })).status).toBe(200)
    expect(await waiting()).toHaveLength(before + 1)
  })

  it('are refused from anybody else', async () => {
    const { origin = '' } = await test.signIn()
    expect((await enter({ origin })).status).toBe(401)
    const { cookie = '' } = await test.signIn()
    expect((await enter({ cookie, origin: 'https://elsewhere.example' })).status).toBe(403)
  })

  it('are checked like all others', async () => {
    const reply = await enter(await test.signIn(), { answers: { ...ANSWERS, days: 1e6 } })
    expect([reply.status, (await reply.json()).code]).toEqual([422, 'out_of_range'])
  })

  it('cannot be passed off as another channel, nor another channel’s as these', async () => {
    expect((await enter(await test.signIn(), { channel: 'open' })).status).toBe(422)
    expect((await test.submit({ channel: 'interviewer' })).status).toBe(422)
  })
})
