import type { Database } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Config } from '../dependencies.ts'
import { randomCode } from '../random-code.ts'
import type { LinkView } from '../views.ts'

export type Link = Tables['link']

/** Short enough to type from a poster; 31^7 is 27 thousand million. A link is no secret. */
const CODE_LENGTH = 7

/** Makes a way into a wave for everybody who sees it. */
export async function createLink(
  { query }: Database,
  { wave, label }: { readonly wave: string; readonly label: string },
): Promise<Link> {
  for (;;) {
    const link = await query
      .insertInto('link')
      .values({ code: randomCode(CODE_LENGTH), wave, channel: 'open', label, opened: 0 })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .returningAll()
      .executeTakeFirst()
    if (link) return link
  }
}

export async function findLink({ query }: Database, code: string): Promise<Link | undefined> {
  return query.selectFrom('link').selectAll().where('code', '=', code).executeTakeFirst()
}

export async function listLinks({ query }: Database, wave: string): Promise<readonly Link[]> {
  return query
    .selectFrom('link')
    .selectAll()
    .where('wave', '=', wave)
    .orderBy('label')
    .orderBy('code')
    .execute()
}

/** Whether there was such a link. Answers already given through it stay. */
export async function deleteLink(
  { query }: Database,
  { wave, code }: { readonly wave: string; readonly code: string },
): Promise<boolean> {
  const deleted = await query
    .deleteFrom('link')
    .where('wave', '=', wave)
    .where('code', '=', code)
    .returning('code')
    .executeTakeFirst()
  return deleted !== undefined
}

export function viewLink({ code, channel, label, opened }: Link, { origin }: Config): LinkView {
  return { code, channel, label, url: `${origin}/s/${code}`, opened }
}
