import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckedDraftView } from '../../../api/views.ts'
import full from '../../../survey-definitions/questionnaires/pci-full.json' with { type: 'json' }
import { openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

describe.each(DATABASES)('drafts checked on $name', (testDatabase) => {
  let desk: TestApp
  let headers: Record<string, string>
  beforeAll(async () => {
    desk = await openTestApp(testDatabase)
    headers = await desk.signIn()
  })
  afterAll(() => desk.close())

  const send = (json: unknown) => desk.send('/api/definitions/questionnaires/check', { headers, json })
  const check = async (text: string): Promise<CheckedDraftView> => {
    const reply = await send({ text })
    expect(reply.status).toBe(200)
    return reply.json()
  }
  const next = { ...TINY_QUESTIONNAIRE, version: 2, title: { vi: 'Bản đang soạn' } }

  it('come back with their defaults written out, and are not kept', async () => {
    const stored = () => desk.database.query.selectFrom('definition').select('hash').execute()
    const before = await stored()
    const { questionnaire, errors } = await check(JSON.stringify(next))
    expect(errors).toEqual([])
    expect(questionnaire).toMatchObject({ version: 2, complete: false, title: { vi: 'Bản đang soạn' } })
    expect(await stored()).toEqual(before)
  })

  it('are told everything that is wrong, each with its place', async () => {
    const [profile, ...others] = next.sections
    const broken = { ...next, sections: [{ ...profile, code: 'no spaces please', items: [] }, ...others] }
    const { questionnaire, errors } = await check(JSON.stringify(broken))
    expect(questionnaire).toBeNull()
    expect(errors.map(({ code, path }) => [code, path])).toEqual([
      ['bad-shape', '/sections/0/code'],
      ['bad-shape', '/sections/0/items'],
    ])
  })

  it('can be looked at although they cannot be published', async () => {
    const { questionnaire, errors } = await check(
      JSON.stringify({ ...TINY_QUESTIONNAIRE, title: { vi: 'Sửa mà không tăng số bản' } }),
    )
    expect(questionnaire?.title.vi).toBe('Sửa mà không tăng số bản')
    expect(errors).toMatchObject([{ code: 'version-not-increased' }])
    const elsewhere = await check(JSON.stringify({ ...next, edition: 'pci-3000' }))
    expect(elsewhere.questionnaire).not.toBeNull()
    expect(elsewhere.errors).toMatchObject([{ code: 'edition-not-published', path: '/edition' }])
  })

  it('have nothing against them once they are published', async () => {
    expect((await check(JSON.stringify(TINY_QUESTIONNAIRE))).errors).toEqual([])
  })

  it.each([
    ['{"format":', 'bad-json'],
    ['{"format": "a", "format": "b"}', 'duplicate-key'],
    ['['.repeat(40) + ']'.repeat(40), 'too-deep'],
    ['null', 'bad-shape'],
    ['{"a": "\\ud800"}', 'bad-unicode'],
  ])('that are no questionnaire at all are told so: %s', async (text, code) => {
    const { questionnaire, errors } = await check(text)
    expect(questionnaire).toBeNull()
    expect(errors[0]?.code).toBe(code)
  })

  it('may be as long as the longest questionnaire, with a byte order mark, and nest their rules', async () => {
    expect((await check(`\uFEFF${JSON.stringify(full, null, 2)}`)).questionnaire?.id).toBe('pci-full')
    const showIf = { not: { not: { all: [{ any: [{ is: ['legal-form', 'private'] }] }] } } }
    const [profile, ...others] = next.sections
    const [note, ...items] = profile!.items
    const nested = { ...profile, items: [note, items[0], { ...items[1], showIf }, ...items.slice(2)] }
    const { questionnaire } = await check(JSON.stringify({ ...next, sections: [nested, ...others] }))
    expect(questionnaire?.sections[0]?.items[2]).toMatchObject({ showIf })
  })

  it('are a text and nothing else', async () => {
    for (const json of [{}, { text: 1 }, { text: '{}', hash: 'x' }]) {
      expect((await send(json)).status).toBe(422)
    }
    expect((await send({ text: 'x'.repeat(1024 * 1024) })).status).toBe(413)
  })
})
