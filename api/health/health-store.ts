import type { Database } from '../db/database.ts'

/** @throws when the database cannot be read */
export async function touchDatabase({ query }: Database): Promise<void> {
  await query.selectFrom('definition').select('hash').limit(1).execute()
}
