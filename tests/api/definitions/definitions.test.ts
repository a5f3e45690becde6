import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishBuiltIns } from '../../../api/definitions/built-in-definitions.ts'
import { findEdition, findPlan, findQuestionnaire } from '../../../api/definitions/definition-store.ts'
import {
  publishEdition,
  publishPlan,
  publishQuestionnaire,
} from '../../../api/definitions/publish-definition.ts'
import { digestOf } from '../../../api/digest.ts'
import type { DefinitionSummary } from '../../../api/views.ts'
import { canonicalJson } from '../../../survey-definitions/canonical-json.ts'
import { hashOf, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { TINY_EDITION, TINY_PLAN, TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

describe.each(DATABASES)('definitions on $name', (testDatabase) => {
  let desk: TestApp
  let headers: Record<string, string>
  beforeAll(async () => {
    desk = await openTestApp(testDatabase)
    headers = await desk.signIn()
  })
  afterAll(() => desk.close())

  const list = async (): Promise<readonly DefinitionSummary[]> =>
    (await desk.send('/api/definitions', { headers })).json()

  it('are found under the digest of what they say', async () => {
    const reply = await desk.send(`/api/definitions/${desk.hashes.questionnaire}`, { headers })
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const body = await reply.text()
    expect(await digestOf(body)).toBe(desk.hashes.questionnaire)
    expect(canonicalJson(JSON.parse(body))).toBe(body)
  })

  it('are stored with their defaults written out, so that a page needs no schema', async () => {
    const stored = await findQuestionnaire(desk.database, desk.hashes.questionnaire)
    const reply = await desk.send(`/api/definitions/${desk.hashes.questionnaire}`, { headers })
    expect(await reply.json()).toEqual(stored)
  })

  it('stay one when published twice', async () => {
    const before = await list()
    expect(hashOf(await publishQuestionnaire(desk.database, TINY_QUESTIONNAIRE))).toBe(
      desk.hashes.questionnaire,
    )
    expect(hashOf(await publishPlan(desk.database, TINY_PLAN))).toBe(desk.hashes.plan)
    expect(await list()).toEqual(before)
  })

  it('never change: another body under a published version is refused', async () => {
    const changed = { ...TINY_QUESTIONNAIRE, title: { vi: 'Phiếu khác' } }
    expect(await publishQuestionnaire(desk.database, changed)).toMatchObject({
      ok: false,
      errors: [{ code: 'version-not-increased' }],
    })
    const next = hashOf(await publishQuestionnaire(desk.database, { ...changed, version: 2 }))
    expect(next).not.toBe(desk.hashes.questionnaire)
    const versions = (await list()).filter(({ id }) => id === 'tiny').map(({ version }) => version)
    expect(versions).toEqual([2, 1])
  })

  it('of plans are numbered as they are published', async () => {
    const revised = hashOf(await publishPlan(desk.database, { ...TINY_PLAN, year: 2025 }))
    const plans = (await list()).filter(({ id }) => id === 'tiny-plan')
    expect(plans.map(({ hash, version }) => [hash, version])).toEqual([
      [revised, 2],
      [desk.hashes.plan, 1],
    ])
    expect((await findPlan(desk.database, desk.hashes.plan))?.year).toBe(2024)
  })

  it('are refused with the place of what is wrong', async () => {
    const twice = {
      ...TINY_QUESTIONNAIRE,
      version: 9,
      sections: [...TINY_QUESTIONNAIRE.sections, ...TINY_QUESTIONNAIRE.sections],
    }
    expect(await publishQuestionnaire(desk.database, twice)).toMatchObject({ ok: false })
    expect(
      await publishQuestionnaire(desk.database, { ...TINY_QUESTIONNAIRE, version: 9, edition: 'none' }),
    ).toMatchObject({
      errors: [{ code: 'edition-not-published', path: '/edition' }],
    })
    expect(await publishPlan(desk.database, { ...TINY_PLAN, year: 'soon' })).toMatchObject({
      errors: [{ path: '/year' }],
    })
    expect(await publishEdition(desk.database, { ...TINY_EDITION, id: undefined })).toMatchObject({
      ok: false,
    })
  })

  it('are not there under another digest', async () => {
    const reply = await desk.send(`/api/definitions/${'0'.repeat(64)}`, { headers })
    expect(reply.status).toBe(404)
  })

  it('of one kind are not taken for another', async () => {
    expect(await findEdition(desk.database, desk.hashes.plan)).toBeUndefined()
    expect(await findPlan(desk.database, desk.hashes.questionnaire)).toBeUndefined()
  })

  it('that every installation starts with can be published, again and again', async () => {
    await publishBuiltIns(desk.database)
    const before = await list()
    await publishBuiltIns(desk.database)
    expect(await list()).toEqual(before)
    const builtIn = new Map(before.map((summary) => [summary.id, summary]))
    expect(builtIn.get('lang-son-2024')?.kind).toBe('plan')
    expect(builtIn.get('pci-2017')?.kind).toBe('edition')
    expect(builtIn.get('pci-full')?.sensitive).toBe(true)
    expect(builtIn.has('pci-pulse')).toBe(true)
  })

  it('of a version that is published are not checked again when the product starts', async () => {
    const fresh = await testDatabase.open()
    // Nobody can have read this one: it is no questionnaire.
    const unreadable = { hash: 'f'.repeat(64), kind: 'questionnaire' as const, id: 'pci-full', body: '{}' }
    await fresh.query
      .insertInto('definition')
      .values({ ...unreadable, version: 1000 })
      .execute()
    await publishBuiltIns(fresh)
    const stored = await fresh.query
      .selectFrom('definition')
      .select('hash')
      .where('id', '=', 'pci-full')
      .execute()
    expect(stored).toEqual([{ hash: unreadable.hash }])
    await fresh.close()
  })
})
