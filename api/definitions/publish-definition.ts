import { canonicalJson } from '../../survey-definitions/canonical-json.ts'
import type { DefinitionError } from '../../survey-definitions/definition-error.ts'
import { loadEdition } from '../../survey-definitions/load-edition.ts'
import { loadPlan } from '../../survey-definitions/load-plan.ts'
import { loadQuestionnaire } from '../../survey-definitions/load-questionnaire.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { validateForPublishing } from '../../survey-definitions/validate-edition.ts'
import type { Database } from '../db/database.ts'
import type { DefinitionKind } from '../db/tables.ts'
import { digestOf } from '../digest.ts'
import {
  findDefinition,
  findEdition,
  findNewest,
  findQuestionnaire,
  insertDefinition,
} from './definition-store.ts'

type Errors = readonly DefinitionError<string>[]

/**
 * A published definition's hash, the SHA-256 of its canonical JSON with defaults written out, or
 * everything that speaks against publishing it. Publishing the same again changes nothing; what
 * is published never changes.
 */
export type Publication =
  | { readonly ok: true; readonly hash: string }
  | { readonly ok: false; readonly errors: Errors }

const EDITION_NOT_PUBLISHED: Errors = [
  { code: 'edition-not-published', path: '/edition', message: 'its edition is not published' },
]

export async function publishEdition(database: Database, raw: unknown): Promise<Publication> {
  const loaded = loadEdition(raw)
  if (!loaded.ok) return loaded
  const { definition } = loaded
  const errors = validateForPublishing(definition)
  if (errors.length > 0 || definition.id === undefined) return { ok: false, errors }
  return publish(database, { kind: 'edition', id: definition.id, definition }, async () => [])
}

export async function publishPlan(database: Database, raw: unknown): Promise<Publication> {
  const loaded = loadPlan(raw)
  if (!loaded.ok) return loaded
  const { id, edition: editionId } = loaded.definition
  return publish(database, { kind: 'plan', id, definition: loaded.definition }, async () => {
    const edition = await findNewestEdition(database, editionId)
    return edition ? errorsOf(loadPlan(raw, edition)) : EDITION_NOT_PUBLISHED
  })
}

export async function publishQuestionnaire(database: Database, raw: unknown): Promise<Publication> {
  const loaded = loadQuestionnaire(raw)
  if (!loaded.ok) return loaded
  const { definition } = loaded
  const { id, version } = definition
  return publish(database, { kind: 'questionnaire', id, version, definition }, () =>
    questionnaireMisfits(database, definition),
  )
}

/** What speaks against publishing a sound questionnaire here: its edition, or its earlier version. */
export async function questionnaireMisfits(
  database: Database,
  questionnaire: Questionnaire,
): Promise<Errors> {
  const edition = await findNewestEdition(database, questionnaire.edition)
  if (!edition) return EDITION_NOT_PUBLISHED
  const newest = await findNewest(database, 'questionnaire', questionnaire.id)
  const predecessor = newest && (await findQuestionnaire(database, newest.hash))
  return errorsOf(loadQuestionnaire(questionnaire, { edition, ...(predecessor && { predecessor }) }))
}

interface Candidate {
  readonly kind: DefinitionKind
  readonly id: string
  /** Editions and plans carry none of their own: theirs is the order of publication. */
  readonly version?: number
  readonly definition: unknown
}

async function publish(
  database: Database,
  { kind, id, version, definition }: Candidate,
  misfits: () => Promise<Errors>,
): Promise<Publication> {
  const body = canonicalJson(definition)
  const hash = await digestOf(body)
  if ((await findDefinition(database, hash)) !== undefined) return { ok: true, hash }
  const errors = await misfits()
  if (errors.length > 0) return { ok: false, errors }
  const newest = await findNewest(database, kind, id)
  await insertDefinition(database, { hash, kind, id, version: version ?? (newest?.version ?? 0) + 1, body })
  return { ok: true, hash }
}

async function findNewestEdition(database: Database, id: string) {
  const newest = await findNewest(database, 'edition', id)
  return newest && findEdition(database, newest.hash)
}

function errorsOf(loaded: { readonly ok: true } | { readonly ok: false; readonly errors: Errors }): Errors {
  return loaded.ok ? [] : loaded.errors
}
