import edition from '../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import plan from '../../survey-definitions/plans/lang-son-2024.json' with { type: 'json' }
import fullQuestionnaire from '../../survey-definitions/questionnaires/pci-full.json' with { type: 'json' }
import pulseQuestionnaire from '../../survey-definitions/questionnaires/pci-pulse.json' with { type: 'json' }
import type { Database } from '../db/database.ts'
import type { DefinitionKind } from '../db/tables.ts'
import { publishDefinition } from './definition-store.ts'

/** What every installation starts with. */
const BUILT_IN: readonly (readonly [DefinitionKind, unknown])[] = [
  ['edition', edition],
  ['plan', plan],
  ['questionnaire', fullQuestionnaire],
  ['questionnaire', pulseQuestionnaire],
]

/**
 * Publishes the built-in definitions that are not published yet, and answers the ids of those
 * that were changed without a new version: of these the published ones stay.
 *
 * @throws Error when a built-in definition cannot be used
 */
export async function publishBuiltIns(database: Database): Promise<readonly string[]> {
  const stale: string[] = []
  for (const [kind, definition] of BUILT_IN) {
    const publication = await publishDefinition(database, kind, definition)
    if ('hash' in publication) continue
    const [first] = publication.violations
    const id = idOf(definition)
    if (first?.code !== 'version_taken') {
      throw new Error(`The built-in ${kind} ${id} cannot be used: ${first?.path} ${first?.code}`)
    }
    stale.push(id)
  }
  return stale
}

function idOf(definition: unknown): string {
  const hasId = typeof definition === 'object' && definition !== null && 'id' in definition
  return hasId ? String(definition.id) : ''
}
