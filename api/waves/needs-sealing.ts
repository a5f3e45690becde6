import { findQuestionnaire } from '../definitions/definition-store.ts'
import { sensitiveItems } from '../definitions/sensitive-items.ts'
import type { Database } from '../db/database.ts'
import type { Config } from '../dependencies.ts'
import type { Wave } from './wave-store.ts'

/**
 * Whether the wave asks what this installation could not forget the order of: D1 keeps every state
 * of the last thirty days. Simulated firms have nothing to lose.
 */
export async function needsSealing(database: Database, wave: Wave, { engine }: Config): Promise<boolean> {
  if (engine !== 'd1' || wave.demo === 1) return false
  const questionnaire = await findQuestionnaire(database, wave.questionnaire_hash)
  return questionnaire === undefined || sensitiveItems(questionnaire).size > 0
}
