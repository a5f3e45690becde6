import type { Database } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { FEWEST_RELEASED } from '../releases/release-store.ts'
import type { Released } from '../responses/response-store.ts'

type FreeText = Pick<Tables['free_text'], 'id' | 'item' | 'text'>

const PAGE_SIZE = 500

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
export async function* textPages(
  { query }: Database,
  { wave, release, responses }: Released,
): AsyncGenerator<readonly FreeText[]> {
  let after = ''
  while (responses >= FEWEST_RELEASED) {
    const page = await query
      .selectFrom('free_text')
      .select(['id', 'item', 'text'])
      .where('wave', '=', wave)
      .where('release', '<=', release)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE_SIZE)
      .execute()
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (!last || page.length < PAGE_SIZE) return
    after = last.id
  }
}
