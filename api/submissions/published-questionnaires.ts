import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { Database } from '../db/database.ts'
import { findQuestionnaire } from '../definitions/definition-store.ts'

const MOST_KEPT = 20

/**
 * Reads questionnaires by hash and keeps them: a hash names one body for ever, and reading the full
 * one takes longer than storing a submission to it.
 *
 * @throws {Error} for a hash under which no questionnaire was published
 */
export function publishedQuestionnaires(database: Database): (hash: string) => Promise<Questionnaire> {
  const kept = new Map<string, Questionnaire>()
  return async (hash) => {
    const known = kept.get(hash)
    if (known) return known
    const questionnaire = await findQuestionnaire(database, hash)
    if (!questionnaire) throw new Error('The wave names a questionnaire that was never published')
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(hash, questionnaire)
    return questionnaire
  }
}
