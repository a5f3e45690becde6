import { Edition } from '../../survey-definitions/edition-schema.ts'
import { Plan } from '../../survey-definitions/plan-schema.ts'
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { Database } from '../db/database.ts'
import type { DefinitionKind, Tables } from '../db/tables.ts'
import type { DefinitionSummary } from '../views.ts'
import { summaryOf } from './definition-summary.ts'

/** Stores a definition; one that is there already stays as it is. */
export async function insertDefinition({ query }: Database, definition: Tables['definition']): Promise<void> {
  await query
    .insertInto('definition')
    .values(definition)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}

/** The canonical JSON of a definition of any kind. */
export async function findDefinition({ query }: Database, hash: string): Promise<string | undefined> {
  const row = await query.selectFrom('definition').select('body').where('hash', '=', hash).executeTakeFirst()
  return row?.body
}

export async function listDefinitions({ query }: Database): Promise<readonly DefinitionSummary[]> {
  const rows = await query
    .selectFrom('definition')
    .selectAll()
    .orderBy('kind')
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(summaryOf)
}

/** The newest definition published under an id. */
export async function findNewest(
  { query }: Database,
  kind: DefinitionKind,
  id: string,
): Promise<{ hash: string; version: number } | undefined> {
  return query
    .selectFrom('definition')
    .select(['hash', 'version'])
    .where('kind', '=', kind)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function findQuestionnaire(
  database: Database,
  hash: string,
): Promise<Questionnaire | undefined> {
  const body = await findBody(database, 'questionnaire', hash)
  return body === undefined ? undefined : Questionnaire.parse(body)
}

export async function findPlan(database: Database, hash: string): Promise<Plan | undefined> {
  const body = await findBody(database, 'plan', hash)
  return body === undefined ? undefined : Plan.parse(body)
}

export async function findEdition(database: Database, hash: string): Promise<Edition | undefined> {
  const body = await findBody(database, 'edition', hash)
  return body === undefined ? undefined : Edition.parse(body)
}

async function findBody({ query }: Database, kind: DefinitionKind, hash: string): Promise<unknown> {
  const row = await query
    .selectFrom('definition')
    .select('body')
    .where('kind', '=', kind)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row && JSON.parse(row.body)
}
