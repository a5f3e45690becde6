import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleOf } from '../../../analysis/sample.ts'
import type { ReleasedResponse } from '../../../analysis/sample.ts'
import { readResponses } from '../../../api/csv/responses-csv.ts'
import { publishQuestionnaire } from '../../../api/definitions/publish-definition.ts'
import type { SnapshotView } from '../../../api/views.ts'
import { createWave, getWave, openWave } from '../../../api/waves/wave-store.ts'
import { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { hashOf, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { RANDOMISED_KINDS } from '../../support/randomised-kinds.ts'

const QUESTIONNAIRE = Questionnaire.parse(RANDOMISED_KINDS)

/** Firms of both arms, twice with every count, and with all ways not to answer. */
const FIRMS = [
  ...[0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5].map((count) => ({
    gifts: `treatment-${count}`,
    paid: 'same',
    bribed: 'yes',
  })),
  ...[0, 1, 2, 3, 4, 0, 1, 2, 3, 4].map((count) => ({
    gifts: `control-${count}`,
    paid: 'different',
    bribed: 'no',
  })),
  { gifts: 'dont-know', paid: 'refused', bribed: 'dont-know' },
  { gifts: 'refused', paid: 'dont-know' },
  { bribed: 'refused' },
]

describe.each(DATABASES)('answers that chance has a part in, on $name', (testDatabase) => {
  let desk: TestApp
  let headers: Record<string, string>
  let path: string
  const statuses: number[] = []
  beforeAll(async () => {
    desk = await openTestApp(testDatabase, { demo: true })
    headers = await desk.signIn()
    const questionnaire_hash = hashOf(await publishQuestionnaire(desk.database, RANDOMISED_KINDS))
    const { plan_hash, edition_hash } = await getWave(desk.database, desk.wave)
    const definitions = { plan_hash, edition_hash, questionnaire_hash }
    const wave = await createWave(desk.database, { title: 'Đợt hỏi gián tiếp', ...definitions, demo: 1 })
    await openWave(desk.database, wave, '2026-05-04')
    path = `/api/waves/${wave.id}`
    for (const answers of FIRMS) {
      const json = desk.submission({ answers, questionnaire: questionnaire_hash })
      statuses.push((await desk.send(`${path}/submissions`, { json })).status)
    }
    statuses.push((await desk.send(`${path}/releases`, { method: 'POST', headers })).status)
  })
  afterAll(() => desk.close())

  const csvOf = async (name: string) => (await desk.send(`${path}/exports/${name}.csv`, { headers })).text()

  it('are taken and released', () => {
    expect(statuses).toEqual(Array<number>(FIRMS.length + 1).fill(201))
  })

  it('are exported as they were given, arm and count apart', async () => {
    const text = await csvOf('responses')
    const [header = [], ...rows]: string[][] = parse(text, { bom: true, record_delimiter: '\r\n' })
    expect(header).toEqual(['gifts.arm', 'gifts.count', 'paid', 'bribed', 'channel'])
    const expected = FIRMS.map(({ gifts = 'blank', paid = 'blank', bribed = 'blank' }) => {
      const [arm, count] = /-\d/.test(gifts) ? gifts.split('-') : [gifts, gifts]
      return [arm, count, paid, bribed, 'open']
    })
    const sorted = (of: readonly (readonly (string | undefined)[])[]) =>
      of.map((row) => row.join(',')).toSorted()
    expect(sorted(rows)).toEqual(sorted(expected))
  })

  it('come back from the export the same', async () => {
    const firms: ReleasedResponse['answers'][] = []
    readResponses(QUESTIONNAIRE, await csvOf('responses'), ({ answers }) => firms.push(answers))
    const expected = FIRMS.map((answers) => ({ gifts: 'blank', paid: 'blank', bribed: 'blank', ...answers }))
    expect(firms).toHaveLength(FIRMS.length)
    for (const firm of expected) expect(firms).toContainEqual(firm)
  })

  it.each([
    ['treatment,6,same,yes', 'bad_option'],
    ['other,2,same,yes', 'bad_option'],
    ['treatment,,same,yes', 'cannot be read'],
    ['refused,2,same,yes', 'cannot be read'],
  ])('are not read from %s', (row, problem) => {
    const text = `gifts.arm,gifts.count,paid,bribed\r\n${row}\r\n`
    expect(() => readResponses(QUESTIONNAIRE, text, () => undefined)).toThrow(problem)
  })

  it('have their statements in the codebook', async () => {
    const rows: string[][] = parse(await csvOf('codebook'), { bom: true, record_delimiter: '\r\n' })
    const [header = []] = rows
    const cell = (row: string[], name: string) => row[header.indexOf(name)]
    const gifts = rows.filter(([item]) => item === 'gifts')
    expect(gifts.map((row) => [cell(row, 'option'), cell(row, 'option_vi')]).slice(3, 7)).toEqual([
      ['control-3', '3/4'],
      ['control-4', '4/4'],
      ['treatment-0', '0/5'],
      ['treatment-1', '1/5'],
    ])
    expect(cell(gifts[0] ?? [], 'text_vi')).toContain('Có xe tải')
    expect(cell(gifts[0] ?? [], 'text_en')).toContain('presents')
    expect(cell(gifts[0] ?? [], 'text_zh')).toContain('有货车')
  })

  it('are exported as estimates in rows of their own, after the scores', async () => {
    const snapshot: SnapshotView = await (await desk.send(`${path}/snapshot`, { headers })).json()
    const { sensitive = [] } = snapshot.estimation
    const rows: Record<string, string>[] = parse(await csvOf('estimates'), {
      bom: true,
      columns: true,
      record_delimiter: '\r\n',
    })
    expect(rows.at(-4)?.['level']).toBe('composite')
    expect(
      rows
        .slice(-3)
        .map((row) => [row['level'], row['code'], row['value'], row['se'], row['n'], row['guards']]),
    ).toEqual(
      sensitive.map(({ item, estimate, standardError, answers, guards }) => [
        'sensitive',
        item,
        String(estimate),
        String(standardError),
        String(answers),
        guards.join(' '),
      ]),
    )
  })

  it('are counted and estimated in the snapshot', async () => {
    const snapshot: SnapshotView = await (await desk.send(`${path}/snapshot`, { headers })).json()
    const { items, sensitive } = snapshot.estimation
    expect(items.find(({ item }) => item === 'bribed')).toMatchObject({
      answered: 22,
      options: [
        { code: 'yes', count: 12 },
        { code: 'no', count: 10 },
      ],
    })
    const rounded = sensitive?.map(({ item, answers, estimate }) => [item, answers, estimate?.toFixed(4)])
    expect(rounded).toEqual([
      // 2.5 − 2; (12/22 − 0.75) / −0.5; (12/22 − 0.25) / 0.5
      ['gifts', 22, '0.5000'],
      ['paid', 22, '0.4091'],
      ['bribed', 22, '0.5909'],
    ])
  })

  it('are a column of codes in the sample', () => {
    const { columns } = sampleOf(
      QUESTIONNAIRE,
      FIRMS.map((answers) => ({ channel: 'open', answers })),
    )
    const gifts = columns.get('gifts')
    expect(gifts?.kind === 'choice' && gifts.options.length).toBe(11)
    expect(gifts?.kind === 'choice' && [...gifts.codes]).toEqual([
      5, 6, 7, 8, 9, 10, 5, 6, 7, 8, 9, 10, 0, 1, 2, 3, 4, 0, 1, 2, 3, 4, -2, -3, -4,
    ])
  })
})
