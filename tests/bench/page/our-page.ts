import { get } from 'node:http'
import { createLink } from '../../../api/links/link-store.ts'
import { findNewest } from '../../../api/definitions/definition-store.ts'
import { publishQuestionnaire } from '../../../api/definitions/publish-definition.ts'
import { openMigrated } from '../../../api/runtime/node-database.ts'
import { planWave } from '../../../api/waves/plan-wave.ts'
import { createWave, openWave } from '../../../api/waves/wave-store.ts'
import type { Questionnaire } from '../../../survey-definitions/questionnaire-schema.ts'
import { hashOf } from '../../support/app.ts'
import { startProduct } from '../../support/product.ts'

/** The product as `npm start` runs it, with a wave of its own for a questionnaire. */
export async function serveOurs(questionnaire: Questionnaire) {
  const { origin, surveyLink, dataFile, stop } = await startProduct()
  const database = openMigrated(dataFile)
  const plan = await findNewest(database, 'plan', 'lang-son-2024')
  const hash = hashOf(await publishQuestionnaire(database, questionnaire))
  const definitions = plan && (await planWave(database, { plan: plan.hash, questionnaire: hash }))
  if (!definitions) throw new Error('The benchmark does not belong to the built-in plan')
  const wave = await createWave(database, { title: 'Benchmark', ...definitions, demo: 0 })
  const link = await createLink(database, { wave: wave.id, label: 'Benchmark' })
  await openWave(database, wave, new Date().toISOString().slice(0, 10))
  await database.close()
  return { url: `${origin}/s/${link.code}`, fullUrl: surveyLink, close: stop }
}

export interface Body {
  /** How the server compressed it. */
  readonly encoding: string
  /** Bytes over the line. */
  readonly bytes: number
}

/** What the server sends to a browser that can read everything. */
export function bodyOf(url: string): Promise<Body> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' } }, (reply) => {
      let bytes = 0
      reply.on('data', (chunk: Buffer) => (bytes += chunk.length))
      reply.on('end', () => resolve({ encoding: reply.headers['content-encoding'] ?? 'not at all', bytes }))
    }).on('error', reject)
  })
}
