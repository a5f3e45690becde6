import { simulateFirms } from '../../analysis/simulation/simulate-firms.ts'
import type { Edition } from '../../survey-definitions/edition-schema.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { createApp } from '../app.ts'
import { findEdition, findQuestionnaire } from '../definitions/definition-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { randomCode, SECRET_LENGTH } from '../random-code.ts'
import { releaseWave } from '../releases/release-wave.ts'
import { changeWave, listWaves, type Wave } from '../waves/wave-store.ts'

/** Simulated firms of each release, so that the demonstration has a history. */
const BATCHES = [100, 70, 90]
const SEED = 2024

/**
 * Fills an empty demonstration the way a real wave is filled: simulated firms, whose answers follow
 * the pilot province's published values, submit through the API and are released. Its scale is taken
 * as linked, so that every kind of verdict can be seen.
 */
export async function fillDemo(dependencies: Dependencies, app: ReturnType<typeof createApp>): Promise<void> {
  const { database } = dependencies
  const [wave] = await listWaves(database)
  if (!wave || (await hasResponses(dependencies, wave))) return
  const questionnaire = await findQuestionnaire(database, wave.questionnaire_hash)
  const edition = await findEdition(database, wave.edition_hash)
  if (!questionnaire || !edition)
    throw new Error('fillDemo requires the built-in definitions to be published')

  await changeWave(database, wave.id, { scale_link: 'edition' })
  const submissions = simulatedSubmissions(questionnaire, edition)
  for (const size of BATCHES) {
    await Promise.all(submissions.splice(0, size).map((answers) => submit(app, wave, answers)))
    await releaseWave(dependencies, wave.id)
  }
}

async function hasResponses({ database }: Dependencies, wave: Wave): Promise<boolean> {
  const release = await database.query
    .selectFrom('release')
    .select('number')
    .where('wave', '=', wave.id)
    .executeTakeFirst()
  return release !== undefined
}

function simulatedSubmissions(questionnaire: Questionnaire, edition: Edition): Record<string, unknown>[] {
  const firms = simulateFirms({
    questionnaire,
    values: newestValues(edition),
    firms: BATCHES.reduce((total, size) => total + size, 0),
    seed: SEED,
  })
  return Array.from(firms, ({ answers }) =>
    Object.fromEntries(
      Object.entries(answers).filter(([, answer]) => answer !== 'not-asked' && answer !== 'blank'),
    ),
  )
}

/** The pilot province's newest published value of each indicator. */
function newestValues({ indicators }: Edition): Record<string, number> {
  return Object.fromEntries(
    indicators.flatMap(({ id, langSon }) => {
      const [newest] = Object.entries(langSon ?? {}).toSorted(([a], [b]) => b.localeCompare(a))
      return newest ? [[id, newest[1]]] : []
    }),
  )
}

async function submit(
  app: ReturnType<typeof createApp>,
  wave: Wave,
  answers: Readonly<Record<string, unknown>>,
): Promise<void> {
  const response = await app.request(`/api/waves/${wave.id}/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: randomCode(SECRET_LENGTH), questionnaire: wave.questionnaire_hash, answers }),
  })
  if (!response.ok) throw new Error(`A simulated submission was refused: ${await response.text()}`)
}
