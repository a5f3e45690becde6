import { canonicalJson } from '../../survey-definitions/canonical-json.ts'
import type { DefinitionError } from '../../survey-definitions/definition-error.ts'
import type { Edition } from '../../survey-definitions/edition-schema.ts'
import { loadEdition } from '../../survey-definitions/load-edition.ts'
import { loadPlan } from '../../survey-definitions/load-plan.ts'
import { loadQuestionnaire } from '../../survey-definitions/load-questionnaire.ts'
import type { Plan } from '../../survey-definitions/plan-schema.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { Database } from '../db/database.ts'
import type { DefinitionKind } from '../db/tables.ts'
import { digestOf } from '../digest.ts'
import { findDefinition, findEdition, findNewest, findQuestionnaire, insertDefinition } from './definition-store.ts'

/** A published definition's hash, or everything that speaks against publishing it. */
export type Publication = { readonly hash: string } | { readonly errors: readonly DefinitionError<string>[] }

type Definition = Edition | Plan | Questionnaire
type Checked = { readonly definition: Definition } | { readonly errors: readonly DefinitionError<string>[] }

/**
 * Publishes a definition under the SHA-256 of its canonical JSON, defaults written out. Publishing
 * the same again changes nothing; what is published under a version never changes.
 */
export async function publishDefinition(
  database: Database,
  kind: DefinitionKind,
  raw: unknown,
): Promise<Publication> {
  const form = checkAlone(kind, raw)
  if ('errors' in form) return form
  const body = canonicalJson(form.definition)
  const hash = await digestOf(body)
  if ((await findDefinition(database, hash)) !== undefined) return { hash }

  const checked = await checkAmongOthers(database, kind, raw)
  if ('errors' in checked) return checked
  const { id = '' } = checked.definition
  const newest = await findNewest(database, kind, id)
  // Editions and plans carry no version of their own: theirs is the order of publication.
  const version = 'version' in checked.definition ? Number(checked.definition.version) : (newest?.version ?? 0) + 1
  await insertDefinition(database, { hash, kind, id, version, body })
  return { hash }
}

function checkAlone(kind: DefinitionKind, raw: unknown): Checked {
  if (kind === 'edition') return checked(loadEdition(raw))
  return kind === 'plan' ? checked(loadPlan(raw)) : checked(loadQuestionnaire(raw))
}
