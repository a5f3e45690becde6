import { canonicalJson } from '../../survey-definitions/canonical-json.ts'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import { Plan } from '../../survey-definitions/plan-schema.ts'
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { Database } from '../db/database.ts'
import type { DefinitionKind } from '../db/tables.ts'
import { digestOf } from '../digest.ts'
import type { DefinitionSummary } from '../views.ts'
import { checkDefinition, type DefinitionViolation } from './check-definition.ts'
import { summaryOf } from './definition-summary.ts'

/** A published definition's hash, or why it was not published. */
export type Publication =
  | { readonly hash: string }
  | { readonly violations: readonly DefinitionViolation[] }

/**
 * Publishes a definition under the SHA-256 of its canonical JSON, defaults written out. Publishing
 * the same again changes nothing; a version already published is never replaced by another body.
 */
export async function publishDefinition(
  { query }: Database,
  kind: DefinitionKind,
  raw: unknown,
): Promise<Publication> {
  const checked = checkDefinition(kind, raw)
  if ('violations' in checked) return checked

  const body = canonicalJson(checked.body)
  const hash = await digestOf(body)
  const namesakes = await query
    .selectFrom('definition')
    .select(['hash', 'version'])
    .where('kind', '=', kind)
    .where('id', '=', checked.id)
    .execute()
  if (namesakes.some((namesake) => namesake.hash === hash)) return { hash }

  // Editions and plans carry no version of their own: theirs is the order of publication.
  const version = checked.version ?? Math.max(0, ...namesakes.map((namesake) => namesake.version)) + 1
  if (namesakes.some((namesake) => namesake.version === version)) {
    return { violations: [{ path: '/version', code: 'version_taken' }] }
  }
  await query
    .insertInto('definition')
    .values({ hash, kind, id: checked.id, version, body })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
  return { hash }
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

export async function findQuestionnaire(
  database: Database,
  hash: string,
): Promise<Questionnaire | undefined> {
  const body = await findBody(database, 'questionnaire', hash)
  return body === undefined ? undefined : Questionnaire.parse(JSON.parse(body))
}

export async function findPlan(database: Database, hash: string): Promise<Plan | undefined> {
  const body = await findBody(database, 'plan', hash)
  return body === undefined ? undefined : Plan.parse(JSON.parse(body))
}

export async function findEdition(database: Database, hash: string): Promise<Edition | undefined> {
  const body = await findBody(database, 'edition', hash)
  return body === undefined ? undefined : Edition.parse(JSON.parse(body))
}

/** The hash of the newest definition published under an id. */
export async function findNewestHash(
  { query }: Database,
  kind: DefinitionKind,
  id: string,
): Promise<string | undefined> {
  const row = await query
    .selectFrom('definition')
    .select('hash')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row?.hash
}

async function findBody(
  { query }: Database,
  kind: DefinitionKind,
  hash: string,
): Promise<string | undefined> {
  const row = await query
    .selectFrom('definition')
    .select('body')
    .where('kind', '=', kind)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row?.body
}
