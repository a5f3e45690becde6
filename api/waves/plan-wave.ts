import { findNewest, findPlan, findQuestionnaire } from '../definitions/definition-store.ts'
import type { Database } from '../db/database.ts'
import type { NewWave } from './wave-store.ts'

/**
 * The definitions of a wave: a plan, a questionnaire made for the plan's edition, and the newest
 * of that edition. Undefined when one is missing or they do not belong together.
 */
export async function planWave(
  database: Database,
  hashes: { readonly plan: string; readonly questionnaire: string },
): Promise<Pick<NewWave, 'plan_hash' | 'edition_hash' | 'questionnaire_hash'> | undefined> {
  const plan = await findPlan(database, hashes.plan)
  const questionnaire = await findQuestionnaire(database, hashes.questionnaire)
  if (!plan || questionnaire?.edition !== plan.edition) return undefined
  const edition = await findNewest(database, 'edition', plan.edition)
  if (!edition) return undefined
  return { plan_hash: hashes.plan, edition_hash: edition.hash, questionnaire_hash: hashes.questionnaire }
}
