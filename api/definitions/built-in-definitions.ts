import edition from '../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import plan from '../../survey-definitions/plans/lang-son-2024.json' with { type: 'json' }
import fullQuestionnaire from '../../survey-definitions/questionnaires/pci-full.json' with { type: 'json' }
import pulseQuestionnaire from '../../survey-definitions/questionnaires/pci-pulse.json' with { type: 'json' }
import type { Database } from '../db/database.ts'
import { findNewest } from './definition-store.ts'
import { type Publication, publishEdition, publishPlan, publishQuestionnaire } from './publish-definition.ts'

/**
 * Publishes what every installation starts with, where it is not published yet.
 *
 * @throws {Error} when a built-in definition cannot be published
 */
export async function publishBuiltIns(database: Database): Promise<void> {
  requirePublished('edition', await publishEdition(database, edition))
  requirePublished('plan', await publishPlan(database, plan))
  await publishVersion(database, fullQuestionnaire)
  await publishVersion(database, pulseQuestionnaire)
}

/**
 * A version is published once: it is neither read nor checked again, which would take most of a cold
 * start. Changed without a new version, what was published stays, and waves under way go on with it.
 */
async function publishVersion(
  database: Database,
  questionnaire: { readonly id: string; readonly version: number },
): Promise<void> {
  const newest = await findNewest(database, 'questionnaire', questionnaire.id)
  if (newest && newest.version >= questionnaire.version) return
  requirePublished(questionnaire.id, await publishQuestionnaire(database, questionnaire))
}

function requirePublished(name: string, publication: Publication): void {
  if (publication.ok) return
  const [error] = publication.errors
  throw new Error(`The built-in ${name} cannot be published: ${error?.path} ${error?.message}`)
}
