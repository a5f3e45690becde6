import type { Database } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { randomCode } from '../random-code.ts'

export type Wave = Tables['wave']

/** 59 bits: enough never to meet twice; a wave's id is no secret. */
const ID_LENGTH = 12

export type NewWave = Pick<Wave, 'title' | 'plan_hash' | 'edition_hash' | 'questionnaire_hash' | 'demo'>

/** Creates a wave that nobody can answer yet. */
export async function createWave({ query }: Database, wave: NewWave): Promise<Wave> {
  return query
    .insertInto('wave')
    .values({
      ...wave,
      id: randomCode(ID_LENGTH),
      state: 'draft',
      opened_on: null,
      closed_at: null,
      scale_link: 'none',
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function findWave({ query }: Database, id: string): Promise<Wave | undefined> {
  return query.selectFrom('wave').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function getWave(database: Database, id: string): Promise<Wave> {
  const wave = await findWave(database, id)
  if (!wave) throw new Error(`getWave requires an existing wave, not ${id}`)
  return wave
}

export async function listWaves({ query }: Database): Promise<readonly Wave[]> {
  return query.selectFrom('wave').selectAll().orderBy('opened_on', 'desc').orderBy('id').execute()
}

/** Changes what may change at any time; undefined when there is no such wave. */
export async function changeWave(
  { query }: Database,
  id: string,
  change: Partial<Pick<Wave, 'title' | 'scale_link'>>,
): Promise<Wave | undefined> {
  return query.updateTable('wave').set(change).where('id', '=', id).returningAll().executeTakeFirst()
}

/** Opens a draft; undefined when it is none any more. */
export async function openWave(
  database: Database,
  { id, questionnaire_hash }: Wave,
  openedOn: string,
): Promise<Wave | undefined> {
  const { query, atomically } = database
  const results = await atomically([
    query
      .updateTable('wave')
      .set({ state: 'open', opened_on: openedOn })
      .where('id', '=', id)
      .where('state', '=', 'draft')
      .returning('id'),
    query
      .insertInto('wave_questionnaire')
      .values({ wave: id, questionnaire_hash })
      .onConflict((conflict) => conflict.columns(['wave', 'questionnaire_hash']).doNothing()),
  ])
  const opened = results !== 'conflict' && results[0]?.length === 1
  return opened ? findWave(database, id) : undefined
}

/** Closes an open wave; undefined when it is not open. */
export async function closeWave({ query }: Database, id: string, closedAt: Date): Promise<Wave | undefined> {
  return query
    .updateTable('wave')
    .set({ state: 'closed', closed_at: closedAt.toISOString() })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirst()
}
