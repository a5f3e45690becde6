import type { Database } from '../db/database.ts'
import { pagesById } from '../db/pages-by-id.ts'
import type { Tables } from '../db/tables.ts'
import { FEWEST_RELEASED } from '../releases/release-store.ts'
import type { Released } from '../responses/response-store.ts'

type FreeText = Pick<Tables['free_text'], 'id' | 'item' | 'text'>

/** How many texts may be read: none while they come from so few firms that they could be told apart. */
export async function countTexts(
  { query }: Database,
  { wave, release, responses }: Released,
): Promise<number> {
  if (responses < FEWEST_RELEASED) return 0
  const { texts } = await query
    .selectFrom('free_text')
    .select(({ fn }) => fn.countAll<number>().as('texts'))
    .where('wave', '=', wave)
    .where('release', '<=', release)
    .executeTakeFirstOrThrow()
  return texts
}

/** The texts in the order of ids of their own: nothing says which belong to one firm. */
export function textPages(
  { query }: Database,
  { wave, release, responses }: Released,
): AsyncGenerator<readonly FreeText[]> {
  return pagesById(async (after, limit) => {
    if (responses < FEWEST_RELEASED) return []
    return query
      .selectFrom('free_text')
      .select(['id', 'item', 'text'])
      .where('wave', '=', wave)
      .where('release', '<=', release)
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute()
  })
}
