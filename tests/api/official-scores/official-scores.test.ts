import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'

const SOURCE = 'Báo cáo PCI 2024'
const LAND = { subIndex: 'land-access', score: 6.85, source: SOURCE }
const WHOLE = { subIndex: 'composite', score: 69.05, source: SOURCE }

describe.each(DATABASES)('official scores on $name', (testDatabase) => {
  let desk: TestApp
  let headers: Record<string, string>
  beforeAll(async () => {
    desk = await openTestApp(testDatabase)
    headers = await desk.signIn()
  })
  afterAll(() => desk.close())

  const put = (scores: unknown, { year = '2024', province = 'lang-son' } = {}) =>
    desk.send(`/api/official-scores/${year}`, { method: 'PUT', headers, json: { province, scores } })
  const list = async (year = '2024') => (await desk.send(`/api/official-scores/${year}`, { headers })).json()
  const stored = (...scores: object[]) => scores.map((score) => ({ province: 'lang-son', ...score }))

  it('are replaced all together, and taken away by an empty list', async () => {
    expect(await list()).toEqual([])
    expect(await (await put([LAND, WHOLE])).json()).toEqual(stored(WHOLE, LAND))
    expect(await list()).toEqual(stored(WHOLE, LAND))
    expect(await (await put([{ ...LAND, score: 6.9 }])).json()).toEqual(stored({ ...LAND, score: 6.9 }))
    expect(await (await put([])).json()).toEqual([])
  })

  it('are of their own year', async () => {
    await put([LAND])
    expect(await list('2023')).toEqual([])
  })

  it.each([
    [
      'of what has no target',
      [{ ...LAND, subIndex: 'time-costs' }],
      '/scores/0/subIndex',
      'unknown_sub_index',
    ],
    ['twice for one', [LAND, LAND], '/scores/1/subIndex', 'duplicate_sub_index'],
    ['below the scale', [{ ...LAND, score: 0.99 }], '/scores/0/score', 'out_of_range'],
    ['above the scale', [LAND, { ...WHOLE, score: 100.01 }], '/scores/1/score', 'out_of_range'],
    ['of three decimals', [{ ...LAND, score: 6.855 }], '/scores/0/score', 'too_many_decimals'],
  ])('%s change nothing and say where', async (_, scores, path, code) => {
    await put([LAND])
    const reply = await put(scores)
    expect(await reply.json()).toMatchObject({
      status: 422,
      code: 'bad_official_scores',
      errors: [{ path, code }],
    })
    expect(await list()).toEqual(stored(LAND))
  })

  it.each([
    ['no number', [{ ...LAND, score: '6,85' }]],
    ['no source', [{ ...LAND, source: ' ' }]],
    ['more than is asked', [{ ...LAND, rank: 1 }]],
    ['no list', {}],
  ])('with %s are refused by form', async (_, scores) => {
    expect((await put(scores)).status).toBe(422)
  })

  it.each([
    ['a year without a plan', { year: '2023' }],
    ['another province', { province: 'cao-bang' }],
    ['no year', { year: 'nam' }],
  ])('have no place for %s', async (_, place) => {
    expect((await put([LAND], place)).status).toBe(404)
  })
})
