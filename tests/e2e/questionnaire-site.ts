import { type AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createApp } from '../../api/app.ts'
import {
  publishEdition,
  publishPlan,
  publishQuestionnaire,
} from '../../api/definitions/publish-definition.ts'
import { createLink } from '../../api/links/link-store.ts'
import { builtFiles } from '../../api/runtime/node-assets.ts'
import { planWave } from '../../api/waves/plan-wave.ts'
import { createWave, openWave } from '../../api/waves/wave-store.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { hashOf, openTestApp } from '../support/app.ts'
import { buildWeb } from '../support/built-web.ts'
import { publishedEdition, publishedPlan, tinyEdition } from '../support/definition-files.ts'
import { TINY_PLAN } from '../support/definitions.ts'

export type QuestionnaireSite = Awaited<ReturnType<typeof openQuestionnaireSite>>

/** The respondent's page as it is built, served by the real app, for any questionnaires of the tiny editions and of the published one. */
export async function openQuestionnaireSite() {
  const folder = buildWeb()
  const testApp = await openTestApp()
  const { database } = testApp
  const app = createApp({ ...testApp.dependencies, asset: builtFiles(folder.path) })
  const edition = tinyEdition()
  await publishEdition(database, edition)
  const plan = hashOf(
    await publishPlan(database, {
      ...TINY_PLAN,
      id: 'plan-of-fixtures',
      edition: edition.id,
      targets: TINY_PLAN.targets.map((target, place) => ({
        ...target,
        subIndex: edition.subIndices[place]?.code,
      })),
    }),
  )
  await publishEdition(database, publishedEdition('pci-2017'))
  const publishedPlanHash = hashOf(await publishPlan(database, publishedPlan('lang-son-2024')))
  const plans = {
    'tiny-2020': testApp.hashes.plan,
    [edition.id ?? '']: plan,
    'pci-2017': publishedPlanHash,
  }
  const server = serve({ fetch: app.fetch, port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo

  return {
    /** Opens a wave of its own for a questionnaire. */
    open: async (questionnaire: Questionnaire) => {
      const hash = hashOf(await publishQuestionnaire(database, questionnaire))
      const definitions = await planWave(database, {
        plan: plans[questionnaire.edition] ?? '',
        questionnaire: hash,
      })
      if (!definitions) throw new Error('The questionnaire belongs to none of the plans')
      const wave = await createWave(database, { title: 'Đợt thử', ...definitions, demo: 0 })
      const link = await createLink(database, { wave: wave.id, label: 'Quầy số 1' })
      await openWave(database, wave, '2026-05-04')
      return {
        address: `http://localhost:${port}/s/${link.code}`,
        /** Answers that wait in the inbox of this wave. */
        inbox: async () => {
          const rows = await database.query
            .selectFrom('inbox')
            .select('body')
            .where('wave', '=', wave.id)
            .execute()
          return rows.map(
            ({ body }) => (JSON.parse(body) as { answers: Readonly<Record<string, unknown>> }).answers,
          )
        },
      }
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await testApp.close()
      folder.remove()
    },
  }
}
