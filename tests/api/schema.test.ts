import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { Database } from '../../api/db/database.ts'
import { DATABASES } from '../support/databases.ts'

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly primaryKey: boolean
}

/** What would tell when a firm answered, in which order, through which link, or who it is. */
const TELLING =
  /date|time|_at$|_on$|^day$|stamp|clock|created|updated|seq|order|rowid|position|tag|digest|link|code|token|key|receipt|invite|firm|company|name|tax|phone|mail|address|ip$|agent|user|staff|session/

describe.each(DATABASES)('the schema on $name', ({ open }) => {
  let database: Database
  let columns: readonly Column[]
  let references: readonly { readonly from: string; readonly to: string }[]
  let created: ReadonlyMap<string, string>

  beforeAll(async () => {
    database = await open()
    const { query } = database
    const tables = await query
      .selectFrom(
        sql<{ name: string; sql: string }>`(SELECT name, sql FROM sqlite_schema WHERE type = 'table')`.as(
          'found',
        ),
      )
      .selectAll()
      .execute()
    // Not those that SQLite and D1 keep for themselves.
    created = new Map(
      tables.filter(({ name }) => !/^(sqlite|_cf)_/.test(name)).map((table) => [table.name, table.sql]),
    )
    const found = await Promise.all(
      [...created.keys()].map(async (table) => ({
        table,
        columns: await query
          .selectFrom(
            sql<{ name: string; type: string; pk: number }>`pragma_table_info(${sql.lit(table)})`.as('found'),
          )
          .select(['found.name', 'found.type', 'found.pk'])
          .execute(),
        references: await query
          .selectFrom(sql<{ table: string }>`pragma_foreign_key_list(${sql.lit(table)})`.as('found'))
          .select('found.table as to')
          .execute(),
      })),
    )
    columns = found.flatMap(({ table, columns: own }) =>
      own.map(({ name, type, pk }) => ({ table, name, type, primaryKey: pk > 0 })),
    )
    references = found.flatMap(({ table, references: own }) => own.map(({ to }) => ({ from: table, to })))
  })
  afterAll(() => database.close())

  const columnsOf = (table: string) => columns.filter((column) => column.table === table)

  it('has the tables that the migrations name', () => {
    expect([...created.keys()]).toEqual(
      expect.arrayContaining(['inbox', 'accepted', 'response', 'free_text']),
    )
  })

  it.each(['response', 'free_text'])(
    'gives %s no column that tells of a time, an order or a firm',
    (table) => {
      const names = columnsOf(table).map(({ name }) => name)
      expect(names).toContain('wave')
      // A questionnaire's hash and an item's code are the same for everybody.
      const telling = names.filter((name) => name !== 'questionnaire_hash' && TELLING.test(name))
      expect(telling).toEqual([])
      const types = new Set(columnsOf(table).map(({ type }) => type))
      expect([...types].toSorted()).toEqual(['INTEGER', 'TEXT'])
      const numbers = columnsOf(table).filter(({ type }) => type === 'INTEGER')
      expect(numbers.map(({ name }) => name)).toEqual(['release'])
    },
  )

  it.each(['response', 'free_text'])('keys %s by a random text alone', (table) => {
    const keys = columnsOf(table).filter(({ primaryKey }) => primaryKey)
    expect(keys).toEqual([{ table, name: 'id', type: 'TEXT', primaryKey: true }])
  })

  it('has no row numbers anywhere: every table is without rowid and strict', () => {
    const ours = [...created].filter(([name]) => name !== 'migration')
    expect(ours.filter(([, text]) => !text.endsWith('STRICT, WITHOUT ROWID'))).toEqual([])
    expect(ours.filter(([, text]) => /AUTOINCREMENT/i.test(text))).toEqual([])
  })

  it.each(['response', 'free_text'])('leads by no reference from %s to what knows a firm', (table) => {
    const reached = new Set([table])
    for (const from of reached) {
      for (const { to } of references.filter((reference) => reference.from === from)) reached.add(to)
    }
    expect(reached).toContain('wave')
    for (const forbidden of ['inbox', 'accepted', 'link', 'staff', 'session', 'enrolment']) {
      expect(reached).not.toContain(forbidden)
    }
  })

  it('shares no column between a response and the inbox but the wave', () => {
    const ofResponses = new Set([...columnsOf('response'), ...columnsOf('free_text')].map(({ name }) => name))
    const waiting = [...columnsOf('inbox'), ...columnsOf('accepted')].map(({ name }) => name)
    expect(new Set(waiting.filter((name) => ofResponses.has(name)))).toEqual(new Set(['wave']))
  })

  it('knows of a link how often it was opened, and of nothing that was sent', () => {
    // A count of submissions per link, beside the inbox, would say where an answer came from.
    expect(columnsOf('link').map(({ name }) => name)).toEqual(['code', 'wave', 'channel', 'label', 'opened'])
    const knowsLinks = columns.filter(({ table, name }) => table !== 'link' && name.endsWith('link'))
    expect(knowsLinks.map(({ table, name }) => `${table}.${name}`)).toEqual(['wave.scale_link'])
  })

  it('runs no statement of its own accord', async () => {
    const triggers = await database.query
      .selectFrom(sql<{ type: string }>`(SELECT type FROM sqlite_schema)`.as('found'))
      .select('found.type')
      .execute()
    expect(triggers.filter(({ type }) => type !== 'table' && type !== 'index')).toEqual([])
  })
})
