import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { Database } from '../db/database.ts'
import { findQuestionnaire } from '../definitions/definition-store.ts'
import { keptByHash } from '../definitions/kept-by-hash.ts'

/**
 * Questionnaires by their hashes, each read once.
 *
 * @throws {Error} for a hash under which no questionnaire was published
 */
export function publishedQuestionnaires(database: Database): (hash: string) => Promise<Questionnaire> {
  return keptByHash((hash) => findQuestionnaire(database, hash))
}
