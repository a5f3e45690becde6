import type { Database } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'

export type StoredResponse = Pick<Tables['response'], 'id' | 'channel' | 'questionnaire_hash' | 'answers'>

/** Everything released in a wave up to and with one release: what does not change any more. */
export interface Released {
  readonly wave: string
  /** 0 before the first. */
  readonly release: number
  readonly responses: number
}

const PAGE_SIZE = 500

/** What has been released by now. */
export async function findReleased({ query }: Database, wave: string): Promise<Released> {
  const { number, size } = await query
    .selectFrom('release')
    .select(({ fn }) => [fn.max('number').as('number'), fn.sum<number | null>('size').as('size')])
    .where('wave', '=', wave)
    .executeTakeFirstOrThrow()
  return { wave, release: number ?? 0, responses: size ?? 0 }
}

/** The responses in the order of their random ids, some hundreds at a time. */
export async function* responsePages(
  { query }: Database,
  { wave, release }: Released,
): AsyncGenerator<readonly StoredResponse[]> {
  let after = ''
  for (;;) {
    const page = await query
      .selectFrom('response')
      .select(['id', 'channel', 'questionnaire_hash', 'answers'])
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
