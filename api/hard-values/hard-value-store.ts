import { type Database, insertPages } from '../db/database.ts'
import type { HardValueView } from '../views.ts'

export async function listHardValues({ query }: Database, wave: string): Promise<readonly HardValueView[]> {
  return query
    .selectFrom('hard_value')
    .select(['indicator', 'value', 'source'])
    .where('wave', '=', wave)
    .orderBy('indicator')
    .execute()
}

/** Puts these in the place of all that were there. */
export async function replaceHardValues(
  { query, atomically }: Database,
  wave: string,
  values: readonly HardValueView[],
): Promise<void> {
  const rows = values.map(({ indicator, value, source }) => ({ wave, indicator, value, source }))
  const results = await atomically([
    query.deleteFrom('hard_value').where('wave', '=', wave),
    ...insertPages(rows).map((page) => query.insertInto('hard_value').values(page)),
  ])
  if (results === 'conflict') throw new Error('replaceHardValues requires each indicator once')
}

/** Values by indicator, as the analysis takes them; undefined where none was entered. */
export async function hardValuesOf(
  database: Database,
  wave: string,
): Promise<Readonly<Record<string, number>> | undefined> {
  const values = await listHardValues(database, wave)
  if (values.length === 0) return undefined
  return Object.fromEntries(values.map(({ indicator, value }) => [indicator, value]))
}
