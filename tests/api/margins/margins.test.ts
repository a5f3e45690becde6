import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SnapshotView } from '../../../api/views.ts'
import { ANSWERS, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'

const GOOD = '\uFEFFitem,option,count\r\nlegal-form,private,900\r\nlegal-form,limited,100\r\n'

describe.each(DATABASES)('margins on $name', (testDatabase) => {
  let desk: TestApp
  let headers: Record<string, string>
  beforeAll(async () => {
    desk = await openTestApp(testDatabase)
    headers = await desk.signIn()
  })
  afterAll(() => desk.close())

  const path = () => `/api/waves/${desk.wave}/margins`
  const put = (body: string, type = 'text/csv') =>
    desk.send(path(), { method: 'PUT', headers: { ...headers, 'content-type': type }, body })
  const list = async () => (await desk.send(path(), { headers })).json()

  it('are replaced all together', async () => {
    expect(await list()).toEqual([])
    const stored = [
      { item: 'legal-form', option: 'limited', count: 100 },
      { item: 'legal-form', option: 'private', count: 900 },
    ]
    const reply = await put(GOOD)
    expect(reply.status).toBe(200)
    expect(await reply.json()).toEqual(stored)
    expect(await list()).toEqual(stored)
    await put('item,option,count\nland,yes,10\n')
    expect(await list()).toEqual([{ item: 'land', option: 'yes', count: 10 }])
  })

  it('are taken away by a header alone', async () => {
    await put(GOOD)
    expect((await put('item,option,count\n')).status).toBe(200)
    expect(await list()).toEqual([])
  })

  it.each([
    ['an unknown item', 'item,option,count\nlegal-form,private,1\nsize,small,1\n', '/3', 'unknown_item'],
    ['an unknown option', 'item,option,count\nlegal-form,state,1\n', '/2', 'unknown_option'],
    ['an item that is no single choice', 'item,option,count\nproblems,slow,1\n', '/2', 'not_single'],
    ['a negative count', 'item,option,count\nlegal-form,private,-1\n', '/2', 'bad_count'],
    ['a count in words', 'item,option,count\nlegal-form,private,many\n', '/2', 'bad_count'],
    ['a count that is not finite', 'item,option,count\nlegal-form,private,1e999\n', '/2', 'bad_count'],
    ['an option twice', 'item,option,count\nland,yes,1\nland,yes,2\n', '/3', 'duplicate_option'],
    ['nobody at all', 'item,option,count\nland,yes,0\nland,no,0\n', '', 'all_zero'],
    ['another header', 'item,option\nlegal-form,private\n', '', 'bad_csv'],
    ['a row that is too long', 'item,option,count\nland,yes,1,2\n', '/2', 'cell_count'],
    ['a quote that does not end', 'item,option,count\n"land,yes,1\n', '/2', 'bad_quote'],
    ['nothing', '', '', 'bad_csv'],
  ])('with %s change nothing and say where', async (_, body, place, code) => {
    await put(GOOD)
    const before = await list()
    const reply = await put(body)
    expect(await reply.json()).toEqual({
      type: 'about:blank',
      title: expect.any(String),
      status: 422,
      code: 'bad_margins',
      errors: [{ path: place, code }],
    })
    expect(await list()).toEqual(before)
  })

  it('are sent as CSV', async () => {
    expect((await put(GOOD, 'application/json')).status).toBe(415)
    expect((await put(GOOD, 'text/plain')).status).toBe(415)
    expect((await put(GOOD, 'text/csv; charset=utf-8')).status).toBe(200)
  })

  it('weight the next snapshot', async () => {
    await put('item,option,count\n')
    for (let firm = 0; firm < 12; firm++) {
      const answers = { ...ANSWERS, 'legal-form': firm < 6 ? 'private' : 'limited', fair: firm < 6 ? 5 : 1 }
      await desk.submit({ answers })
    }
    await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })
    const snapshot = async (method: 'GET' | 'POST'): Promise<SnapshotView> => {
      const rest = method === 'GET' ? 'snapshot' : 'snapshots'
      return (await desk.send(`/api/waves/${desk.wave}/${rest}`, { method, headers })).json()
    }
    const equal = await snapshot('GET')
    expect(shareOf(equal)).toBeCloseTo(0.5, 12)
    expect(equal.estimation.weighting.method).toBe('equal')

    await put(GOOD)
    const weighted = await snapshot('POST')
    expect(shareOf(weighted)).toBeCloseTo(0.9, 9)
    expect(weighted.estimation.weighting).toMatchObject({ method: 'post-stratified', items: ['legal-form'] })
    expect(weighted.digests['margins']).not.toBe(equal.digests['margins'])
  })
})

function shareOf({ estimation }: SnapshotView): number | null | undefined {
  return estimation.indicators.find(({ code }) => code === '5.01')?.value
}
