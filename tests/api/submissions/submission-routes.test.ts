import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishQuestionnaire } from '../../../api/definitions/publish-definition.ts'
import { changeWave, closeWave, createWave, getWave, openWave } from '../../../api/waves/wave-store.ts'
import { ANSWERS, hashOf, newKey, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

const MINUTE = 60_000

describe.each(DATABASES)('submissions on $name', (engine) => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp(engine)
  })
  afterAll(() => test.close())

  const inbox = () => test.database.query.selectFrom('inbox').selectAll().execute()
  const codeOf = async (reply: Response) => [reply.status, (await reply.json()).code]
  const statuses = (replies: readonly Response[]) =>
    replies.map(({ status }) => status).toSorted((a, b) => a - b)

  /** Another wave beside the open one, still a draft. */
  async function draft() {
    const { plan_hash, edition_hash, questionnaire_hash } = await getWave(test.database, test.wave)
    return createWave(test.database, { title: 'x', plan_hash, edition_hash, questionnaire_hash, demo: 0 })
  }

  it('takes answers into the inbox and stores nothing beside them', async () => {
    const before = new Set((await inbox()).map(({ tag }) => tag))
    const reply = await test.submit()

    expect(reply.status).toBe(201)
    expect(await reply.json()).toEqual({
      status: 'received',
      receipt: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
      pruned: [],
    })
    const [row] = (await inbox()).filter(({ tag }) => !before.has(tag))
    expect(row).toEqual({
      tag: expect.stringMatching(/^[a-f0-9]{64}$/),
      wave: test.wave,
      body: expect.anything(),
    })
    expect(JSON.parse(row?.body ?? '')).toEqual({
      questionnaire: test.hashes.questionnaire,
      channel: 'open',
      answers: ANSWERS,
    })
  })

  it('keeps only what is on the firm’s way and says what it left out', async () => {
    const before = new Set((await inbox()).map(({ tag }) => tag))
    const reply = await test.submit({ answers: { land: 'no', days: 12, fair: 2 } })

    expect(await reply.json()).toMatchObject({ status: 'received', pruned: ['days'] })
    const [row] = (await inbox()).filter(({ tag }) => !before.has(tag))
    expect(JSON.parse(row?.body ?? '').answers).toEqual({ land: 'no', fair: 2 })
  })

  it('takes one submission sent ten times at once, once', async () => {
    const before = (await inbox()).length
    const json = { key: newKey() }
    const replies = await Promise.all(Array.from({ length: 10 }, () => test.submit(json)))

    expect(statuses(replies)).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 200, 201])
    const bodies = new Set(await Promise.all(replies.map((reply) => reply.text())))
    expect(bodies.size).toBe(1)
    expect(await inbox()).toHaveLength(before + 1)
  })

  it('takes the members of a body in any order as the same body', async () => {
    const key = newKey()
    const { land, ...others } = ANSWERS
    expect((await test.submit({ key })).status).toBe(201)
    expect((await test.submit({ key, answers: { ...others, land } })).status).toBe(200)
  })

  it('refuses other answers under a key that was used', async () => {
    const key = newKey()
    await test.submit({ key })
    const before = (await inbox()).length
    expect(await codeOf(await test.submit({ key, answers: { ...ANSWERS, fair: 1 } }))).toEqual([
      409,
      'key_reused',
    ])
    expect(await inbox()).toHaveLength(before)
  })

  it('takes one of two submissions under one key sent at once, and refuses the other', async () => {
    const key = newKey()
    const replies = await Promise.all([
      test.submit({ key }),
      test.submit({ key, answers: { ...ANSWERS, fair: 1 } }),
    ])
    expect(statuses(replies)).toEqual([201, 409])
  })

  it('takes many different submissions at once', async () => {
    const before = (await inbox()).length
    const replies = await Promise.all(Array.from({ length: 40 }, () => test.submit()))
    expect(new Set(statuses(replies))).toEqual(new Set([201]))
    expect(await inbox()).toHaveLength(before + 40)
  })

  it('does not take a key that served in another wave', async () => {
    const other = await draft()
    await openWave(test.database, other, '2026-05-04')
    const key = newKey()
    await test.submit({ key })
    const reply = await test.send(`/api/waves/${other.id}/submissions`, { json: test.submission({ key }) })
    expect(await codeOf(reply)).toEqual([409, 'key_reused'])
  })

  it('refuses a questionnaire that was never published for the wave', async () => {
    const unpublished = await test.submit({ questionnaire: 'a'.repeat(64) })
    expect(await codeOf(unpublished)).toEqual([422, 'unknown_version'])

    const next = { ...TINY_QUESTIONNAIRE, version: 2, title: { vi: 'Phiếu của đợt khác' } }
    const questionnaire = hashOf(await publishQuestionnaire(test.database, next))
    expect(await codeOf(await test.submit({ questionnaire }))).toEqual([422, 'unknown_version'])
  })

  it('takes an older version that was open in the wave', async () => {
    const next = { ...TINY_QUESTIONNAIRE, version: 3, title: { vi: 'Phiếu đã sửa' } }
    const questionnaire = hashOf(await publishQuestionnaire(test.database, next))
    await test.database.query
      .updateTable('wave')
      .set({ questionnaire_hash: questionnaire })
      .where('id', '=', test.wave)
      .execute()
    expect((await test.submit()).status).toBe(201)
    await test.database.query
      .updateTable('wave')
      .set({ questionnaire_hash: test.hashes.questionnaire })
      .where('id', '=', test.wave)
      .execute()
  })

  it('takes nothing before the wave opens or where there is none', async () => {
    const { id } = await draft()
    const early = await test.send(`/api/waves/${id}/submissions`, { json: test.submission() })
    expect(await codeOf(early)).toEqual([403, 'not_open'])
    const nowhere = await test.send('/api/waves/nowhere/submissions', { json: test.submission() })
    expect(await codeOf(nowhere)).toEqual([404, 'not_found'])
  })

  it('takes what was under way when the wave closed, for five minutes', async () => {
    const wave = await draft()
    await openWave(test.database, wave, '2026-05-04')
    const start = test.clock.now
    await closeWave(test.database, wave.id, start)
    const sentAfter = async (milliseconds: number) => {
      test.clock.now = new Date(start.getTime() + milliseconds)
      const reply = await test.send(`/api/waves/${wave.id}/submissions`, { json: test.submission() })
      test.clock.now = start
      return reply
    }
    expect((await sentAfter(1000)).status).toBe(201)
    expect((await sentAfter(5 * MINUTE - 1)).status).toBe(201)
    expect(await codeOf(await sentAfter(5 * MINUTE))).toEqual([410, 'closed'])
    expect(await codeOf(await sentAfter(60 * MINUTE))).toEqual([410, 'closed'])
  })

  it('does not mind what staff change about the wave meanwhile', async () => {
    await changeWave(test.database, test.wave, { title: 'Tên mới' })
    expect((await test.submit()).status).toBe(201)
    expect(test.errors).toEqual([])
  })
})
