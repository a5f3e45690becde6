import { canonicalJson } from '../../survey-definitions/canonical-json.ts'
import type { DefinitionError } from '../../survey-definitions/definition-error.ts'
import { loadQuestionnaire } from '../../survey-definitions/load-questionnaire.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { Database } from '../db/database.ts'
import { digestOf } from '../digest.ts'
import { jsonFault } from '../http/json-scan.ts'
import { questionnaireMisfits } from './publish-definition.ts'
import { findDefinition } from './definition-store.ts'

/** Rules nest; what nests deeper than any rule a person can read is not meant well. */
const DEEPEST = 32

/** What was read from an author's text. */
export interface ReadDraft {
  /** Sound in itself: it can be shown, though it may not be published yet. */
  readonly questionnaire?: Questionnaire
  readonly errors: readonly DefinitionError<string>[]
}

/** A questionnaire from an author's JSON text, or everything that is wrong with it by itself. */
export function readDraft(text: string): ReadDraft {
  const json = parse(text)
  if ('error' in json) return { errors: [json.error] }
  const loaded = loadQuestionnaire(json.value)
  return loaded.ok ? { questionnaire: loaded.definition, errors: [] } : { errors: loaded.errors }
}

/**
 * The same, with all that speaks against publishing it here: its edition, its earlier version. What
 * is published already has nothing against it.
 */
export async function checkDraft(database: Database, text: string): Promise<ReadDraft> {
  const draft = readDraft(text)
  const { questionnaire } = draft
  if (!questionnaire) return draft
  const hash = await digestOf(canonicalJson(questionnaire))
  if ((await findDefinition(database, hash)) !== undefined) return draft
  return { questionnaire, errors: await questionnaireMisfits(database, questionnaire) }
}

function parse(text: string): { readonly value: unknown } | { readonly error: DefinitionError<string> } {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return wrong('bad-json', error instanceof Error ? error.message : '')
  }
  const fault = jsonFault(text, DEEPEST)
  return fault === undefined ? { value } : wrong(fault.replaceAll('_', '-'), 'the JSON hides something')
}

function wrong(code: string, message: string): { readonly error: DefinitionError<string> } {
  return { error: { code, path: '', message } }
}
