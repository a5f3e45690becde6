import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { estimate } from '../../../analysis/estimate-sample.ts'
import { sampleOf } from '../../../analysis/sample.ts'
import { publishQuestionnaire } from '../../../api/definitions/publish-definition.ts'
import { PRODUCT_VERSION } from '../../../api/product-version.ts'
import type { SnapshotView } from '../../../api/views.ts'
import packageJson from '../../../package.json' with { type: 'json' }
import { Edition } from '../../../survey-definitions/edition-schema.ts'
import { Plan } from '../../../survey-definitions/plan-schema.ts'
import { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { encodeAnswers, decodeAnswers } from '../../../survey-definitions/stored-answers.ts'
import { ANSWERS, hashOf, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { TINY_EDITION, TINY_PLAN, TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

const QUESTIONNAIRE = Questionnaire.parse(TINY_QUESTIONNAIRE)

/** Twelve firms that differ. */
const FIRMS = Array.from({ length: 12 }, (_, firm) => ({
  ...ANSWERS,
  'legal-form': firm % 3 === 0 ? 'limited' : 'private',
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
    expect(rounded(estimation)).toEqual(rounded(expected))
  })

  it('name everything they came from', async () => {
    const { digests } = await newest()
    expect(digests).toEqual({
      ...desk.hashes,
      margins: expect.stringMatching(/^[0-9a-f]{64}$/),
      hardValues: expect.stringMatching(/^[0-9a-f]{64}$/),
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

describe.each(DATABASES)('what staff see while a firm answers, on $name', (testDatabase) => {
  it('is the same byte for byte until ten more are released, then jumps once', async () => {
    const desk = await openTestApp(testDatabase)
    const headers = await desk.signIn()
    const seen = async () => {
      const paths = desk.app.routes
        .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/') && path !== '/api/health')
        .map(({ path }) =>
          path
            .replace(':wave', desk.wave)
            .replace(':hash', desk.hashes.plan)
            .replace(/:number(?:\{.*\})?/, '1'),
        )
      return Promise.all(
        [...new Set(paths)].map(async (path) => {
          const reply = await desk.send(path, { headers })
          return `${path} ${reply.status} ${JSON.stringify([...reply.headers])} ${await reply.text()}`
        }),
      )
    }
    const jump = (answer: string) => answer.replace('"waitingAtLeast":10', '"waitingAtLeast":0')
    for (const answers of FIRMS) await desk.submit({ answers })
    await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })
    const first = await seen()
    expect(first.join('')).toContain('"firms":12')

    for (let more = 0; more < 9; more++) {
      await desk.submit({ answers: { ...ANSWERS, fair: 1, remark: 'Chậm' } })
      if (more % 4 === 0) expect(await seen()).toEqual(first)
      const refused = await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })
      expect(await refused.json()).toEqual({
        type: 'about:blank',
        title: expect.any(String),
        status: 409,
        code: 'too_few_submissions',
      })
    }
    await desk.submit({ answers: { ...ANSWERS, fair: 1 } })
    expect((await seen()).map(jump)).toEqual(first)

    await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })
    expect((await seen()).join('')).toContain('"firms":22')
    await desk.close()
  })
})

describe.each(DATABASES)('figures that few firms stand behind, on $name', (testDatabase) => {
  it('are withheld: under five answers, under ten to a sensitive item', async () => {
    const desk = await openTestApp(testDatabase, { demo: true })
    const headers = await desk.signIn()
    const [profile, experience] = TINY_QUESTIONNAIRE.sections
    const questionnaire = hashOf(
      await publishQuestionnaire(desk.database, {
        ...TINY_QUESTIONNAIRE,
        version: 2,
        sections: [
          profile!,
          {
            ...experience!,
            sensitive: true,
            items: experience!.items.map((item) =>
              item.kind === 'scale' ? { ...item, sensitive: true } : item,
            ),
          },
        ],
      }),
    )
    await desk.database.query
      .insertInto('wave_questionnaire')
      .values({ wave: desk.wave, questionnaire_hash: questionnaire })
      .execute()
    await desk.database.query.updateTable('wave').set({ questionnaire_hash: questionnaire }).execute()
    for (let firm = 0; firm < 10; firm++) {
      const answers = {
        land: 'yes',
        ...(firm < 4 && { 'legal-form': 'private' }),
        ...(firm < 9 && { fair: 4 }),
        days: 10 + firm,
      }
      expect((await desk.submit({ questionnaire, answers })).status).toBe(201)
    }
    await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })

    const { estimation }: SnapshotView = await (
      await desk.send(`/api/waves/${desk.wave}/snapshot`, { headers })
    ).json()
    const item = (code: string) => estimation.items.find((each) => each.item === code)
    expect(item('legal-form')).toMatchObject({ answered: 4, options: [], withheld: true })
    expect(item('fair')).toMatchObject({ answered: 9, numbers: null, withheld: true })
    expect(item('land')).toMatchObject({
      answered: 10,
      options: [
        { code: 'yes', count: 10 },
        { code: 'no', count: 0 },
      ],
    })
    expect(item('land')).not.toHaveProperty('withheld')
    expect(item('days')).toMatchObject({ answered: 10, numbers: { min: 10 } })
    const indicator = (code: string) => estimation.indicators.find((each) => each.code === code)
    expect(indicator('5.01')).toMatchObject({
      answers: 9,
      value: null,
      score: null,
      lower: null,
      withheld: true,
    })
    expect(indicator('2.01')).toMatchObject({ answers: 10, value: 14.5 })
    expect(indicator('2.01')).not.toHaveProperty('withheld')
    await desk.close()
  })
})

describe('answers to an older version', () => {
  it('count under the codes that the wave asks now', async () => {
    const desk = await openTestApp()
    const headers = await desk.signIn()
    const [profile, experience] = TINY_QUESTIONNAIRE.sections
    const next = hashOf(
      await publishQuestionnaire(desk.database, {
        ...TINY_QUESTIONNAIRE,
        version: 2,
        sections: [
          {
            ...profile!,
            // Another order, one more option, one more item.
            items: [
              {
                kind: 'scale',
                code: 'trust',
                text: { vi: 'Tin đến mức nào?' },
                low: { vi: 'Ít' },
                high: { vi: 'Nhiều' },
              },
              ...profile!.items.toReversed(),
            ],
          },
          {
            ...experience!,
            items: experience!.items
              .filter(({ code }) => code !== 'cost')
              .map((item) =>
                item.kind === 'multiple'
                  ? { ...item, options: item.options!.filter(({ code }) => code !== 'slow') }
                  : item,
              ),
          },
        ],
      }),
    )
    for (const answers of FIRMS) await desk.submit({ answers })
    const { query } = desk.database
    await query
      .insertInto('wave_questionnaire')
      .values({ wave: desk.wave, questionnaire_hash: next })
      .execute()
    await query.updateTable('wave').set({ questionnaire_hash: next }).execute()
    await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })

    const { estimation }: SnapshotView = await (
      await desk.send(`/api/waves/${desk.wave}/snapshot`, { headers })
    ).json()
    const item = (code: string) => estimation.items.find((each) => each.item === code)
    expect(item('legal-form')).toMatchObject({
      options: [
        { code: 'private', count: 8 },
        { code: 'limited', count: 4 },
      ],
    })
    expect(item('trust')).toMatchObject({ answered: 0, missing: { notAsked: 12 } })
    // All had ticked only the option that is gone.
    expect(item('problems')).toMatchObject({ answered: 0, missing: { blank: 12 } })
    expect(item('cost')).toBeUndefined()
    expect(estimation.indicators.find(({ code }) => code === '2.01')).toMatchObject({
      answers: 12,
      value: 48.5,
    })
    await desk.close()
  })
})

function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, member: unknown) =>
      typeof member === 'number' ? Number(member.toPrecision(12)) : member,
    ),
  )
}
