import { type AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createApp } from '../../api/app.ts'
import { publishQuestionnaire } from '../../api/definitions/publish-definition.ts'
import { createLink } from '../../api/links/link-store.ts'
import { builtFiles } from '../../api/runtime/node-assets.ts'
import { BEST, compressing } from '../../api/runtime/compression.ts'
import { planWave } from '../../api/waves/plan-wave.ts'
import { createWave, openWave } from '../../api/waves/wave-store.ts'
import { hashOf, openTestApp } from '../support/app.ts'
import { buildPublicWeb } from '../support/built-web.ts'
import { DATABASES } from '../support/databases.ts'
import { EVERY_KIND } from '../support/every-kind.ts'

export type RespondSite = Awaited<ReturnType<typeof openRespondSite>>

/** The respondent's page as it is built, served by the real app, with a wave that asks every kind of item. */
export async function openRespondSite() {
  const folder = buildPublicWeb()
  const testApp = await openTestApp(DATABASES[0])
  const { database } = testApp
  const app = createApp({ ...testApp.dependencies, asset: builtFiles(folder.path) })

  const questionnaire = hashOf(await publishQuestionnaire(database, EVERY_KIND))
  const definitions = await planWave(database, { plan: testApp.hashes.plan, questionnaire })
  if (!definitions) throw new Error('The questionnaire does not belong to the tiny plan')
  const newWave = async () => {
    const wave = await createWave(database, { title: 'Đợt thử', ...definitions, demo: 0 })
    const link = await createLink(database, { wave: wave.id, label: 'Quầy số 1' })
    return { wave, link }
  }
  const { wave, link } = await newWave()
  await openWave(database, wave, '2026-05-04')
  const draft = await newWave()

  const compressed = compressing((request) => app.fetch(request), BEST)
  const server = serve({ fetch: (request) => compressed(request), port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://localhost:${port}`

  return {
    address: `${origin}/s/${link.code}`,
    wave: wave.id,
    draftAddress: `${origin}/s/${draft.link.code}`,
    publicAddress: `${origin}/`,
    /** Bodies that wait in the inbox of the open wave. */
    inbox: async () => {
      const rows = await database.query
        .selectFrom('inbox')
        .select('body')
        .where('wave', '=', wave.id)
        .execute()
      return rows.map(
        ({ body }) => JSON.parse(body) as { readonly answers: Readonly<Record<string, unknown>> },
      )
    },
    emptyInbox: () => database.query.deleteFrom('inbox').where('wave', '=', wave.id).execute(),
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await testApp.close()
      folder.remove()
    },
  }
}
