import { type Database, insertPages } from '../db/database.ts'
import type { MarginView } from '../views.ts'

export async function listMargins({ query }: Database, wave: string): Promise<readonly MarginView[]> {
  return query
    .selectFrom('margin')
    .select(['item', 'option', 'count'])
    .where('wave', '=', wave)
    .orderBy('item')
    .orderBy('option')
    .execute()
}

/** Puts these in the place of all that were there. */
export async function replaceMargins(
  { query, atomically }: Database,
  wave: string,
  margins: readonly MarginView[],
): Promise<void> {
  const rows = margins.map(({ item, option, count }) => ({ wave, item, option, count }))
  const results = await atomically([
    query.deleteFrom('margin').where('wave', '=', wave),
    ...insertPages(rows).map((page) => query.insertInto('margin').values(page)),
  ])
  if (results === 'conflict') throw new Error('replaceMargins requires each option of an item once')
}
