import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishEdition } from '../../../api/definitions/publish-definition.ts'
import type { SnapshotView } from '../../../api/views.ts'
import { hashOf, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { TINY_EDITION } from '../../support/definitions.ts'

const HARD = {
  id: '2.02',
  subIndex: 'land-access',
  name: { vi: 'Tỷ lệ hồ sơ đúng hạn', en: 'Files on time' },
  source: 'hard' as const,
  statistic: 'hard' as const,
  direction: 'higher-is-better' as const,
  weight: 0.5,
  anchor: { min: 0, max: 1, basis: 'observed' },
}

describe.each(DATABASES)('hard values on $name', (testDatabase) => {
  let desk: TestApp
  let headers: Record<string, string>
  beforeAll(async () => {
    desk = await openTestApp(testDatabase)
    headers = await desk.signIn()
    const indicators = TINY_EDITION.indicators.map((indicator) =>
      indicator.id === '2.01' ? { ...indicator, weight: 0.5 } : indicator,
    )
    const edition = hashOf(
      await publishEdition(desk.database, { ...TINY_EDITION, indicators: [...indicators, HARD] }),
    )
    await desk.database.query.updateTable('wave').set({ edition_hash: edition }).execute()
  })
  afterAll(() => desk.close())

  const path = () => `/api/waves/${desk.wave}/hard-values`
  const put = (values: unknown) => desk.send(path(), { method: 'PUT', headers, json: { values } })
  const list = async () => (await desk.send(path(), { headers })).json()
  const good = { indicator: '2.02', value: 0.75, source: 'Báo cáo một cửa, 6 tháng 2024' }

  it('are replaced all together', async () => {
    expect(await list()).toEqual([])
    expect(await (await put([good])).json()).toEqual([good])
    expect(await list()).toEqual([good])
    expect(await (await put([])).json()).toEqual([])
  })

  it.each([
    ['a survey indicator', [{ ...good, indicator: '2.01' }], '/values/0/indicator', 'survey_indicator'],
    [
      'an unknown indicator',
      [good, { ...good, indicator: '9.99' }],
      '/values/1/indicator',
      'unknown_indicator',
    ],
    ['an indicator twice', [good, good], '/values/1/indicator', 'duplicate_indicator'],
  ])('with %s change nothing and say where', async (_, values, place, code) => {
    await put([good])
    const reply = await put(values)
    expect(await reply.json()).toMatchObject({
      status: 422,
      code: 'bad_hard_values',
      errors: [{ path: place, code }],
    })
    expect(await list()).toEqual([good])
  })

  it.each([
    ['no number', [{ ...good, value: '0.75' }]],
    ['no source', [{ ...good, source: '' }]],
    ['more than is asked', [{ ...good, score: 10 }]],
    ['no list', {}],
  ])('with %s are refused by form', async (_, values) => {
    expect((await put(values)).status).toBe(422)
  })

  it('take part in the next snapshot', async () => {
    await put([good])
    for (let firm = 0; firm < 10; firm++) await desk.submit()
    await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })
    const snapshot: SnapshotView = await (
      await desk.send(`/api/waves/${desk.wave}/snapshot`, { headers })
    ).json()
    const indicator = snapshot.estimation.indicators.find(({ code }) => code === '2.02')
    // 1 + 9 · 0.75
    expect(indicator).toMatchObject({ source: 'hard', value: 0.75, score: 7.75, standardError: null })
  })
})
