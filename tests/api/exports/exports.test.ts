import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { estimate } from '../../../analysis/estimate-sample.ts'
import { createSampleBuilder } from '../../../analysis/sample.ts'
import { estimateRows } from '../../../api/csv/estimates-csv.ts'
import { readResponses } from '../../../api/csv/responses-csv.ts'
import { publishQuestionnaire } from '../../../api/definitions/publish-definition.ts'
import { withholdSmallCounts } from '../../../api/snapshots/withhold-small-counts.ts'
import type { ExportsView, SnapshotView } from '../../../api/views.ts'
import { canonicalJson } from '../../../survey-definitions/canonical-json.ts'
import { Edition } from '../../../survey-definitions/edition-schema.ts'
import { Plan } from '../../../survey-definitions/plan-schema.ts'
import { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { ANSWERS, hashOf, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'
import { TINY_EDITION, TINY_PLAN, TINY_QUESTIONNAIRE } from '../../support/definitions.ts'

const QUESTIONNAIRE = Questionnaire.parse(TINY_QUESTIONNAIRE)

/** Texts that a spreadsheet would run, or that would break a row. */
const HOSTILE = [
  '=HYPERLINK("http://e","x")',
  '+84 912 345 678',
  '-5 triệu',
  '@SUM(A1)',
  '＝1＋1',
  '＋1',
  '－1',
  '＠x',
  'a","=1+1',
  '"',
  '""""',
  'a;b;c',
  'sep=;',
  "'=1",
  'hai\ndòng',
  "Tốt;=cmd|'/c calc'!A1",
  'Tốt\t=1+1',
]

/** Firms whose profiles are common, each with a hostile text. */
const FIRMS = Array.from({ length: HOSTILE.length }, (_, firm) => ({
  ...ANSWERS,
  'legal-form': firm % 3 === 0 ? 'limited' : 'private',
  ...(firm % 4 === 0 ? { land: 'no', days: undefined } : { days: 10 + 7 * firm }),
  ...(firm === 1 && { cost: 'dont-know', fair: 'refused', problems: 'dont-know' }),
  ...(firm === 2 && { problems: ['slow', 'unclear'], cost: undefined }),
  remark: HOSTILE[firm],
}))

describe.each(DATABASES)('exports on $name', (testDatabase) => {
  let desk: TestApp
  let headers: Record<string, string>
  beforeAll(async () => {
    desk = await openTestApp(testDatabase)
    headers = await desk.signIn()
  })
  afterAll(() => desk.close())

  const get = (rest = '') => desk.send(`/api/waves/${desk.wave}/exports${rest}`, { headers })
  const view = async (): Promise<ExportsView> => (await get()).json()
  const rowsOf = async (name: string): Promise<readonly (readonly string[])[]> =>
    parse(await (await get(`/${name}.csv`)).text(), { bom: true, record_delimiter: '\r\n' })

  it('are empty before the first release, whatever waits', async () => {
    for (const answers of FIRMS.slice(0, 9)) expect((await desk.submit({ answers })).status).toBe(201)
    expect(await view()).toMatchObject({ responses: 0, coarsened: 0, estimates: 0, texts: 0 })
    expect(await rowsOf('responses')).toHaveLength(1)
    expect(await rowsOf('texts')).toEqual([['text', 'item']])
    expect(await (await get('/estimates.csv')).json()).toMatchObject({ status: 404, code: 'no_snapshot' })
  })

  it('are UTF-8 with a byte order mark, lines end as Excel wants, and the name is of our making', async () => {
    for (const answers of FIRMS.slice(9)) expect((await desk.submit({ answers })).status).toBe(201)
    await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })
    const counts = await view()
    for (const name of ['responses', 'estimates', 'codebook', 'texts'] as const) {
      const reply = await get(`/${name}.csv`)
      expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      expect(reply.headers.get('content-disposition')).toBe(
        `attachment; filename="pci-pulse_${desk.wave}_${name}.csv"`,
      )
      expect(reply.headers.get('cache-control')).toBe('no-store')
      const bytes = new Uint8Array(await reply.arrayBuffer())
      expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf])
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      const rows: readonly string[][] = parse(text, { record_delimiter: '\r\n' })
      expect(text.endsWith('\r\n')).toBe(true)
      expect(reply.headers.get('x-row-count')).toBe(String(rows.length - 1))
      expect(counts[name]).toBe(rows.length - 1)
    }
  })

  it('give every response back as it was answered, in an order that says nothing', async () => {
    const read: object[] = []
    readResponses(QUESTIONNAIRE, await (await get('/responses.csv')).text(), ({ channel, answers }) => {
      read.push({ channel, ...answers })
    })
    const expected = FIRMS.map((firm) => ({
      channel: 'open',
      'legal-form': firm['legal-form'],
      land: firm.land,
      days: firm.days ?? 'not-asked',
      problems: firm.problems,
      cost: firm.cost ?? 'blank',
      fair: firm.fair,
    }))
    expect(sorted(read)).toEqual(sorted(expected))
    const { query } = desk.database
    const stored = await query.selectFrom('response').select('id').orderBy('id').execute()
    expect(stored).toHaveLength(read.length)
  })

  it('of responses lead the analysis to the figures of the snapshot', async () => {
    const builder = createSampleBuilder(QUESTIONNAIRE)
    readResponses(QUESTIONNAIRE, await (await get('/responses.csv')).text(), (response) =>
      builder.add([response]),
    )
    const estimation = estimate({
      edition: Edition.parse(TINY_EDITION),
      plan: Plan.parse(TINY_PLAN),
      questionnaire: QUESTIONNAIRE,
      sample: builder.sample(),
      scaleLink: 'none',
    })
    const snapshot: SnapshotView = await (
      await desk.send(`/api/waves/${desk.wave}/snapshot`, { headers })
    ).json()
    expect(snapshot.estimation).toEqual(
      withholdSmallCounts(estimation, { questionnaire: QUESTIONNAIRE, profiles: [] }),
    )
    const [, ...rows] = await rowsOf('estimates')
    expect(rows).toEqual(estimateRows(estimation).map((row) => row.map((cell) => String(cell ?? ''))))
  })

  it('of texts are shuffled apart from all else, and no cell is a formula', async () => {
    const [header, ...rows] = await rowsOf('texts')
    expect(header).toEqual(['text', 'item'])
    expect(rows.every(([, item]) => item === 'remark')).toBe(true)
    const cells = rows.map(([text = '']) => text)
    for (const cell of cells) expect(cell).not.toMatch(/^[\p{Zs}\uFEFF]*[=+\-@\t\r\n＝＋－＠]/u)
    const read = cells.map((cell) => (/^'+[=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell))
    expect(read.toSorted()).toEqual(HOSTILE.toSorted())
  })

  it('of texts hold no formula either where a semicolon or a tab parts cells', async () => {
    const text = await (await get('/texts.csv')).text()
    for (const delimiter of [';', '\t']) {
      const rows: readonly string[][] = parse(text, {
        bom: true,
        delimiter,
        relax_column_count: true,
        // As spreadsheets do: what follows a closing quote belongs to the cell.
        relax_quotes: true,
        record_delimiter: '\r\n',
      })
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\p{Zs}\uFEFF]*[=+\-@\t\r\n＝＋－＠]/u)
    }
    for (const part of ['Tốt;=cmd', 'Tốt\t=1+1']) {
      expect(text.split('\r\n').find((line) => line.includes(part))).toMatch(/^"/)
    }
  })

  it('of the codebook say what every column and code of the responses means', async () => {
    const [header = [], ...rows] = await rowsOf('codebook')
    const entries = rows.map((row) => Object.fromEntries(header.map((name, place) => [name, row[place]])))
    const [columns = []] = await rowsOf('responses')
    const described = entries.flatMap(({ item, kind, option }) =>
      kind === 'multiple' ? [`${item}.${option}`] : [`${item}`],
    )
    for (const column of columns.filter((name) => name !== 'channel')) expect(described).toContain(column)
    expect(entries.find(({ item, option }) => item === 'legal-form' && option === 'limited')).toEqual({
      item: 'legal-form',
      kind: 'single',
      section: 'profile',
      text_vi: 'Loại hình',
      text_en: '',
      text_zh: '',
      option: 'limited',
      option_vi: 'Trách nhiệm hữu hạn',
      option_en: '',
      option_zh: '',
      role: 'answer',
      unit: '',
      min: '',
      max: '',
      missing: 'dont-know refused',
      indicator: '',
      counting: '',
      base: '',
    })
    expect(entries.find(({ item }) => item === 'days')).toMatchObject({
      kind: 'integer',
      min: '0',
      max: '365',
      indicator: '2.01',
      counting: 'median',
    })
    expect(entries.find(({ item }) => item === 'fair')).toMatchObject({
      min: '1',
      max: '5',
      counting: 'share at least 4',
    })
    expect(entries.some(({ item }) => item === 'welcome')).toBe(false)
  })

  it('do not run a question that staff wrote as a formula', async () => {
    const [profile, experience] = TINY_QUESTIONNAIRE.sections
    const hash = hashOf(
      await publishQuestionnaire(desk.database, {
        ...TINY_QUESTIONNAIRE,
        id: 'tiny-formula',
        sections: [
          profile!,
          {
            ...experience!,
            items: [
              { kind: 'text', code: 'command', text: { vi: "=cmd|'/c calc'!A1" } },
              ...experience!.items,
            ],
          },
        ],
      }),
    )
    const { query } = desk.database
    const before = await query.selectFrom('wave').select('questionnaire_hash').executeTakeFirstOrThrow()
    await query.updateTable('wave').set({ questionnaire_hash: hash }).execute()
    const rows = await rowsOf('codebook')
    await query.updateTable('wave').set(before).execute()
    expect(rows.find(([item]) => item === 'command')?.[3]).toBe("'=cmd|'/c calc'!A1")
  })

  it('stop at the last release: what waits changes no byte', async () => {
    const before = await (await get('/responses.csv')).text()
    await desk.submit({ answers: { ...ANSWERS, remark: 'Mới' } })
    expect(await (await get('/responses.csv')).text()).toBe(before)
  })
})

/** Each row as text, whatever the order of its members and of the rows. */
function sorted(rows: readonly object[]): readonly string[] {
  return rows.map((row) => canonicalJson(row)).toSorted()
}
