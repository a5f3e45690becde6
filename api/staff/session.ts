import type { Database } from '../db/database.ts'
import { digestOf } from '../digest.ts'
import { randomCode, SECRET_LENGTH } from '../random-code.ts'

const MINUTE_MS = 60_000
const IDLE_MS = 30 * MINUTE_MS
const ABSOLUTE_MS = 8 * 60 * MINUTE_MS

export interface StaffMember {
  readonly id: string
  readonly name: string
}

/** Opens a session and answers its id, which is stored only as a digest: a copy of the database opens no desk. */
export async function openSession({ query }: Database, staff: StaffMember, now: Date): Promise<string> {
  const id = randomCode(SECRET_LENGTH)
  await query.deleteFrom('session').where('expires_at', '<=', now.toISOString()).execute()
  await query
    .insertInto('session')
    .values({
      id_hash: await digestOf(id),
      staff: staff.id,
      expires_at: instantAfter(now, ABSOLUTE_MS),
      idle_after: instantAfter(now, IDLE_MS),
    })
    .execute()
  return id
}

/** Whose session it is, while it lasts: 30 minutes from its last use, 8 hours in all. */
export async function findSessionStaff(
  { query }: Database,
  id: string,
  now: Date,
): Promise<StaffMember | undefined> {
  const idHash = await digestOf(id)
  const session = await query
    .selectFrom('session')
    .innerJoin('staff', 'staff.id', 'session.staff')
    .select(['staff.id', 'staff.name', 'session.idle_after'])
    .where('session.id_hash', '=', idHash)
    .where('session.expires_at', '>', now.toISOString())
    .where('session.idle_after', '>', now.toISOString())
    .executeTakeFirst()
  if (!session) return undefined

  // Written at most once a minute: a page with ten requests is one use.
  if (session.idle_after <= instantAfter(now, IDLE_MS - MINUTE_MS)) {
    await query
      .updateTable('session')
      .set({ idle_after: instantAfter(now, IDLE_MS) })
      .where('id_hash', '=', idHash)
      .execute()
  }
  return { id: session.id, name: session.name }
}

export async function closeSession({ query }: Database, id: string): Promise<void> {
  await query
    .deleteFrom('session')
    .where('id_hash', '=', await digestOf(id))
    .execute()
}

function instantAfter(now: Date, milliseconds: number): string {
  return new Date(now.getTime() + milliseconds).toISOString()
}
