import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, insertPages } from '../../../api/db/database.ts'
import { releaseAll, releaseWave } from '../../../api/releases/release-wave.ts'
import { closeWave, createWave, getWave, openWave } from '../../../api/waves/wave-store.ts'
import { decodeAnswers } from '../../../survey-definitions/stored-answers.ts'
import { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { ANSWERS, newKey, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

const MINUTE = 60_000

describe.each(DATABASES)('releases on $name', (engine) => {
  let test: TestApp
  let wave: string
  let line: { failAfterCommit: boolean; failAtCommit: boolean }

  /** The same database, whose connection can be lost before or after a release is committed. */
  function breakable(database: Database): Database {
    return {
      ...database,
      atomically: async (statements) => {
        const releases = statements.some((statement) => statement.compile().sql.includes('"release"'))
        if (releases && line.failAtCommit) throw new Error('D1_ERROR: Network connection lost.')
        const results = await database.atomically(statements)
        if (releases && line.failAfterCommit) throw new Error('D1_ERROR: Network connection lost.')
        return results
      },
    }
  }

  beforeEach(async () => {
    line = { failAfterCommit: false, failAtCommit: false }
    test ??= await openTestApp(engine, { wrap: breakable })
    test.errors.length = 0
    wave = await anotherWave()
  })
  afterAll(() => test.close())

  async function anotherWave(): Promise<string> {
    const { plan_hash, edition_hash, questionnaire_hash } = await getWave(test.database, test.wave)
    const draft = await createWave(test.database, {
      title: 'x',
      plan_hash,
      edition_hash,
      questionnaire_hash,
      demo: 0,
    })
    await openWave(test.database, draft, '2026-05-04')
    return draft.id
  }

  const submit = (changes: Readonly<Record<string, unknown>> = {}) =>
    test.send(`/api/waves/${wave}/submissions`, { json: test.submission(changes) })
  const submitMany = (count: number) => Promise.all(Array.from({ length: count }, () => submit()))
  const rows = async () => {
    const { query } = test.database
    return {
      inbox: await query.selectFrom('inbox').selectAll().where('wave', '=', wave).execute(),
      accepted: await query.selectFrom('accepted').selectAll().where('wave', '=', wave).execute(),
      releases: await query.selectFrom('release').selectAll().where('wave', '=', wave).execute(),
      responses: await query.selectFrom('response').selectAll().where('wave', '=', wave).execute(),
      texts: await query.selectFrom('free_text').selectAll().where('wave', '=', wave).execute(),
      snapshots: await query
        .selectFrom('snapshot')
        .select(['number', 'release'])
        .where('wave', '=', wave)
        .execute(),
    }
  }
  const counts = async () =>
    Object.fromEntries(Object.entries(await rows()).map(([table, { length }]) => [table, length]))

  it('refuses nine, without saying how many wait', async () => {
    await submitMany(9)
    const headers = await test.signIn()
    const reply = await test.send(`/api/waves/${wave}/releases`, { method: 'POST', headers })

    expect(reply.status).toBe(409)
    expect(await reply.json()).toEqual({
      type: 'about:blank',
      title: 'Too few submissions wait for a release',
      status: 409,
      code: 'too_few_submissions',
    })
    expect(await counts()).toMatchObject({ inbox: 9, responses: 0, releases: 0 })
  })

  it('is for staff, from a page of ours', async () => {
    await submitMany(10)
    const path = `/api/waves/${wave}/releases`
    expect(
      (await test.send(path, { method: 'POST', headers: { origin: test.dependencies.config.origin } }))
        .status,
    ).toBe(401)
    const { cookie = '' } = await test.signIn()
    expect((await test.send(path, { method: 'POST', headers: { cookie } })).status).toBe(403)
    expect(await counts()).toMatchObject({ inbox: 10, responses: 0 })
  })

  it('turns ten into responses and makes a snapshot', async () => {
    await submitMany(10)
    const reply = await test.send(`/api/waves/${wave}/releases`, {
      method: 'POST',
      headers: await test.signIn(),
    })

    expect(reply.status).toBe(201)
    expect(await reply.json()).toEqual({ number: 1, released: 10 })
    const { inbox, releases, responses, snapshots } = await rows()
    expect(inbox).toEqual([])
    expect(releases).toEqual([{ wave, number: 1, day: '2026-05-04', size: 10 }])
    expect(new Set(responses.map(({ id }) => id)).size).toBe(10)
    expect(snapshots).toEqual([{ number: 1, release: 1 }])
  })

  it('keeps every answer, and texts apart under ids of their own', async () => {
    const sent = Array.from({ length: 12 }, (_, firm) => ({
      land: 'yes',
      days: firm * 7,
      ...(firm % 2 === 0 && { remark: `Góp ý số ${firm}` }),
    }))
    for (const answers of sent) await submit({ answers })
    await releaseWave(test.dependencies, wave)

    const { responses, texts } = await rows()
    const questionnaire = Questionnaire.parse(TINY_QUESTIONNAIRE)
    const decoded = responses.map(({ answers }) => decodeAnswers(questionnaire, answers))
    expect(decoded.map(({ days }) => Number(days)).toSorted((a, b) => a - b)).toEqual(
      sent.map(({ days }) => days),
    )
    expect(decoded.every((answers) => answers.problems === 'blank' && !('remark' in answers))).toBe(true)
    expect(texts.map(({ item, text }) => `${item}: ${text}`).toSorted()).toEqual(
      [0, 2, 4, 6, 8, 10].map((firm) => `remark: Góp ý số ${firm}`).toSorted(),
    )
    const ids = [...responses, ...texts].map(({ id }) => id)
    expect(new Set(ids).size).toBe(18)
    expect(ids.every((id) => /^[a-f0-9]{32}$/.test(id))).toBe(true)
  })

  it('releases each submission once when two releases run at once', async () => {
    await submitMany(25)
    const results = await Promise.all([
      releaseWave(test.dependencies, wave),
      releaseWave(test.dependencies, wave),
      releaseWave(test.dependencies, wave),
    ])
    expect(results.filter((result) => result === 'too-few')).toHaveLength(2)
    expect(results).toContainEqual({ number: 1, released: 25 })
    expect(await counts()).toMatchObject({ inbox: 0, responses: 25, releases: 1 })
  })

  it('loses and doubles nothing when submissions come in while it runs', async () => {
    await submitMany(15)
    const [, ...replies] = await Promise.all([
      releaseWave(test.dependencies, wave),
      ...Array.from({ length: 30 }, () => submit()),
    ])
    await releaseWave(test.dependencies, wave)
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]))
    const { inbox, responses } = await counts()
    expect((inbox ?? 0) + (responses ?? 0)).toBe(45)
  })

  it('numbers the next release and counts all released so far', async () => {
    await submitMany(10)
    await releaseWave(test.dependencies, wave)
    await submitMany(11)
    expect(await releaseWave(test.dependencies, wave)).toEqual({ number: 2, released: 11 })
    const { responses, snapshots } = await rows()
    expect(responses).toHaveLength(21)
    expect(snapshots.map(({ release }) => release)).toEqual([1, 2])
  })

  it('takes more than one batch, and leaves a rest of fewer than ten', async () => {
    const body = JSON.stringify({
      questionnaire: test.hashes.questionnaire,
      channel: 'open',
      answers: ANSWERS,
    })
    const waiting = Array.from({ length: 505 }, (_, place) => ({ tag: `${wave} ${place}`, wave, body }))
    const { query } = test.database
    await test.database.atomically(insertPages(waiting).map((page) => query.insertInto('inbox').values(page)))
    expect(await releaseWave(test.dependencies, wave)).toEqual({ number: 1, released: 500 })
    expect(await counts()).toMatchObject({ inbox: 5, responses: 500 })
  })

  it('knows a late retry after the release', async () => {
    const key = newKey()
    await submit({ key })
    await submitMany(9)
    await releaseWave(test.dependencies, wave)

    expect((await submit({ key })).status).toBe(200)
    expect((await submit({ key, answers: { ...ANSWERS, fair: 1 } })).status).toBe(409)
    expect(await counts()).toMatchObject({ inbox: 0, responses: 10 })
  })

  it('leaves everything in the inbox when it fails before its commit', async () => {
    await submitMany(10)
    line.failAtCommit = true
    await expect(releaseWave(test.dependencies, wave)).rejects.toThrow('Network connection lost')
    expect(await counts()).toMatchObject({ inbox: 10, responses: 0, releases: 0 })
  })

  it('is finished by the next daily run when it fails after its commit', async () => {
    await submitMany(10)
    line.failAfterCommit = true
    await expect(releaseWave(test.dependencies, wave)).rejects.toThrow('Network connection lost')
    expect(await counts()).toMatchObject({ inbox: 0, responses: 10, snapshots: 0 })

    line.failAfterCommit = false
    await releaseAll(test.dependencies)
    expect(await counts()).toMatchObject({ inbox: 0, responses: 10, releases: 1, snapshots: 1 })
  })

  it('runs daily over every wave that has enough', async () => {
    await submitMany(10)
    const full = wave
    wave = await anotherWave()
    await submitMany(9)

    const releases = await releaseAll(test.dependencies)
    expect(releases).toEqual([{ wave: full, number: 1, released: 10 }])
    expect(test.errors).toEqual([])
  })

  it('forgets tags when no retry can need them, and keeps the last fewer than ten', async () => {
    const start = test.clock.now
    await submitMany(12)
    await releaseWave(test.dependencies, wave)
    await submitMany(3)
    await closeWave(test.database, wave, start)

    test.clock.now = new Date(start.getTime() + 5 * MINUTE - 1)
    await releaseAll(test.dependencies)
    expect(await counts()).toMatchObject({ accepted: 15, inbox: 3 })

    test.clock.now = new Date(start.getTime() + 5 * MINUTE)
    await releaseAll(test.dependencies)
    expect(await counts()).toMatchObject({ accepted: 0, inbox: 3, responses: 12 })
    test.clock.now = start
  })
})
