import type { Database } from '../db/database.ts'
import { pagesById } from '../db/pages-by-id.ts'
import type { Tables } from '../db/tables.ts'

export type StoredResponse = Pick<Tables['response'], 'id' | 'channel' | 'questionnaire_hash' | 'answers'>

/** Everything released in a wave up to and with one release: what does not change any more. */
export interface Released {
  readonly wave: string
  /** 0 before the first. */
  readonly release: number
  readonly responses: number
}

/** What has been released by now. */
export async function findReleased({ query }: Database, wave: string): Promise<Released> {
  const { number, size } = await query
    .selectFrom('release')
    .select(({ fn }) => [fn.max('number').as('number'), fn.sum<number | null>('size').as('size')])
    .where('wave', '=', wave)
    .executeTakeFirstOrThrow()
  return { wave, release: number ?? 0, responses: size ?? 0 }
}

/** The responses in the order of their random ids. */
export function responsePages(
  { query }: Database,
  { wave, release }: Released,
): AsyncGenerator<readonly StoredResponse[]> {
  return pagesById((after, limit) =>
    query
      .selectFrom('response')
      .select(['id', 'channel', 'questionnaire_hash', 'answers'])
      .where('wave', '=', wave)
      .where('release', '<=', release)
      .where('id', '>', after)
      .orderBy('id')
      .limit(limit)
      .execute(),
  )
}
