import type { Database } from '../db/database.ts'
import { dayOf } from '../day.ts'
import type { Dependencies } from '../dependencies.ts'
import { digestOf } from '../digest.ts'
import { randomCode, SECRET_LENGTH } from '../random-code.ts'

const ENROLMENT_MINUTES = 30

/** A one-time way onto the desk: whoever opens the address first, within 30 minutes, is staff. */
export async function createEnrolment({
  database: { query },
  config,
  now,
}: Pick<Dependencies, 'database' | 'config' | 'now'>): Promise<{ token: string; url: string }> {
  const token = randomCode(SECRET_LENGTH)
  const expiresAt = new Date(now().getTime() + ENROLMENT_MINUTES * 60_000)
  await query.deleteFrom('enrolment').where('expires_at', '<=', now().toISOString()).execute()
  await query
    .insertInto('enrolment')
    .values({ token_hash: await digestOf(token), expires_at: expiresAt.toISOString() })
    .execute()
  // In the fragment, so that no server, proxy or log sees it.
  return { token, url: `${config.origin}/desk#enrol=${token}` }
}

/** Uses a token up and enrols its bearer; undefined when it is unknown, used or expired. */
export async function redeemEnrolment(
  { query }: Database,
  { token, name, now }: { readonly token: string; readonly name: string; readonly now: Date },
): Promise<{ id: string; name: string } | undefined> {
  // The deletion decides: of two requests with one token, one finds it. A crash after it costs a
  // token, never gives two people in.
  const redeemed = await query
    .deleteFrom('enrolment')
    .where('token_hash', '=', await digestOf(token))
    .where('expires_at', '>', now.toISOString())
    .returning('token_hash')
    .executeTakeFirst()
  if (!redeemed) return undefined

  const staff = { id: randomCode(SECRET_LENGTH), name }
  await query
    .insertInto('staff')
    .values({ ...staff, enrolled_on: dayOf(now) })
    .execute()
  return staff
}
