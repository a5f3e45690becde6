import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { estimate } from '../../../analysis/estimate-sample.ts'
import { withholdSmallCounts } from '../../../api/snapshots/withhold-small-counts.ts'
import { sampleOf } from '../../../analysis/sample.ts'
import { PRODUCT_VERSION } from '../../../api/product-version.ts'
import type { SnapshotView } from '../../../api/views.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import { Edition } from '../../../survey-definitions/edition-schema.ts'
import { Plan } from '../../../survey-definitions/plan-schema.ts'
import { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { encodeAnswers, decodeAnswers } from '../../../survey-definitions/stored-answers.ts'
import { ANSWERS, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { TINY_EDITION, TINY_PLAN, TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

const QUESTIONNAIRE = Questionnaire.parse(TINY_QUESTIONNAIRE)

/** Twelve firms that differ, none in a profile of its own. */
const FIRMS = Array.from({ length: 12 }, (_, firm) => ({
  ...ANSWERS,
  'legal-form': firm % 2 === 0 ? 'limited' : 'private',
  days: 10 + 7 * firm,
  fair: 1 + (firm % 5),
}))

describe.each(DATABASES)('snapshots on $name', (testDatabase) => {
  let desk: TestApp
  let headers: Record<string, string>
  const path = (rest: string) => `/api/waves/${desk.wave}${rest}`
  const get = (rest: string) => desk.send(path(rest), { headers })
  const post = (rest: string) => desk.send(path(rest), { method: 'POST', headers })
  const newest = async (): Promise<SnapshotView> => (await get('/snapshot')).json()

  beforeAll(async () => {
    desk = await openTestApp(testDatabase)
    headers = await desk.signIn()
  })
  afterAll(() => desk.close())

  it('are not there before the first release', async () => {
    await desk.submit()
    expect(await (await get('/snapshot')).json()).toMatchObject({ status: 404, code: 'no_snapshot' })
    expect(await (await get('/snapshots')).json()).toEqual([])
    expect(await (await post('/snapshots')).json()).toMatchObject({ status: 409, code: 'nothing_released' })
    await desk.database.query.deleteFrom('inbox').execute()
  })

  it('say of a release what the analysis says of its firms', async () => {
    for (const answers of FIRMS) expect((await desk.submit({ answers })).status).toBe(201)
    expect((await post('/releases')).status).toBe(201)

    const { number, release, day, estimation } = await newest()
    expect({ number, release, day }).toEqual({ number: 1, release: 1, day: '2026-05-04' })
    const sample = sampleOf(
      QUESTIONNAIRE,
      FIRMS.map((answers) => ({
        channel: 'open',
        answers: decodeAnswers(QUESTIONNAIRE, encodeAnswers(QUESTIONNAIRE, answers)),
      })),
    )
    const expected = estimate({
      edition: Edition.parse(TINY_EDITION),
      plan: Plan.parse(TINY_PLAN),
      questionnaire: QUESTIONNAIRE,
      sample,
      scaleLink: 'none',
    })
    // The order of firms is drawn anew at a release; sums may differ in the last bit.
    const shown = withholdSmallCounts(expected, { questionnaire: QUESTIONNAIRE, profiles: [] })
    expect(rounded(estimation)).toEqual(rounded(shown))
  })

  it('name everything they came from', async () => {
    const { digests } = await newest()
    expect(digests).toEqual({
      ...desk.hashes,
      margins: expect.stringMatching(/^[0-9a-f]{64}$/),
      hardValues: expect.stringMatching(/^[0-9a-f]{64}$/),
      scaleFile: expect.stringMatching(/^[0-9a-f]{64}$/),
      responses: expect.stringMatching(/^[0-9a-f]{64}$/),
      product: packageJson.version,
    })
    expect(PRODUCT_VERSION).toBe(packageJson.version)
  })

  it('are made anew with the same bytes while nothing changes, and kept', async () => {
    const before = await newest()
    const reply = await post('/snapshots')
    expect(reply.status).toBe(201)
    expect(await reply.json()).toEqual({ ...before, number: 2 })
    expect(await (await get('/snapshots/1')).json()).toEqual(before)
    expect(await (await get('/snapshots')).json()).toEqual([
      { number: 2, release: 1, day: '2026-05-04' },
      { number: 1, release: 1, day: '2026-05-04' },
    ])
    for (const number of ['3', '0', '99999999999', 'x', '1.5']) {
      expect((await get(`/snapshots/${number}`)).status).toBe(404)
    }
  })

  it('each get a number when made at once', async () => {
    const made = await Promise.all([post('/snapshots'), post('/snapshots')])
    const numbers = await Promise.all(made.map(async (reply) => (await reply.json()).number))
    expect(numbers.toSorted((a, b) => a - b)).toEqual([3, 4])
  })

  it('take in the scale link of the wave, and its digest does not change', async () => {
    const before = await newest()
    expect(before.estimation.subIndices[0]?.verdict).toMatchObject({ reason: 'scale-not-linked' })
    await desk.send(path(''), { method: 'PATCH', headers, json: { scaleLink: 'edition' } })
    const linked: SnapshotView = await (await post('/snapshots')).json()
    expect(linked.estimation.scaleLink).toBe('edition')
    expect(linked.estimation.subIndices[0]?.verdict?.probability).toBeTypeOf('number')
    expect(linked.digests['responses']).toBe(before.digests['responses'])
  })
})

function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, member: unknown) =>
      typeof member === 'number' ? Number(member.toPrecision(12)) : member,
    ),
  )
}
