import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createApp } from '../../api/app.ts'
import type { Database } from '../../api/db/database.ts'
import { publishQuestionnaire } from '../../api/definitions/publish-definition.ts'
import { openMigrated } from '../../api/runtime/node-database.ts'
import { planWave } from '../../api/waves/plan-wave.ts'
import { closeWave, createWave, openWave } from '../../api/waves/wave-store.ts'
import { hashOf, publishTiny } from './app.ts'
import { builtShell, SHELL } from './built-shell.ts'
import { TINY_QUESTIONNAIRE } from './definitions.ts'
import { RANDOMISED_KINDS } from './randomised-kinds.ts'
import { openWorker } from './worker.ts'

const MINUTE = 60_000

export interface ServedApp {
  /** Where it listens on a real socket. */
  readonly url: URL
  readonly database: Database
  /** What it wrote to its log. */
  readonly log: () => string
  readonly close: () => Promise<void>
}

/** The same app on both runtimes it is made for. */
export const RUNTIMES: readonly { readonly name: string; readonly open: () => Promise<ServedApp> }[] = [
  { name: 'Node', open: serveOnNode },
  { name: 'workerd', open: serveOnWorkerd },
]

async function serveOnNode(): Promise<ServedApp> {
  const database = openMigrated(':memory:')
  const lines: string[] = []
  const app = createApp({
    database,
    config: { origin: 'http://localhost:9204', engine: 'sqlite', demo: false },
    now: () => new Date(),
    logError: (error, { method, path }) => lines.push(`${method} ${path} ${String(error)}`),
    asset: builtShell,
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    database,
    log: () => lines.join('\n'),
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await database.close()
    },
  }
}

async function serveOnWorkerd(): Promise<ServedApp> {
  const { url, database, log, close } = await openWorker({
    files: { '/respond/shell.json': JSON.stringify(SHELL) },
  })
  // Its first request publishes the built-in definitions.
  await fetch(new URL('/api/health', url))
  return { url, database, log, close }
}

export type Waves = Awaited<ReturnType<typeof addWaves>>

/** Waves in every state, and questionnaires that belong to them or not. */
export async function addWaves(database: Database) {
  const hashes = await publishTiny(database)
  const edited = { ...TINY_QUESTIONNAIRE, version: 2, title: { vi: 'Phiếu đã sửa' } }
  const newer = hashOf(await publishQuestionnaire(database, edited))
  const definitions = await planWave(database, hashes)
  if (!definitions) throw new Error('The tiny definitions do not belong together')

  const draft = () => createWave(database, { title: 'Đợt thử', ...definitions, demo: 1 })
  const openedWith = async (questionnaire_hash: string) => {
    const wave = await createWave(database, { title: 'Đợt thử', ...definitions, questionnaire_hash, demo: 1 })
    await openWave(database, wave, '2026-05-04')
    return wave.id
  }
  const opened = () => openedWith(hashes.questionnaire)
  const closed = async (agoMs: number) => {
    const wave = await opened()
    await closeWave(database, wave, new Date(Date.now() - agoMs))
    return wave
  }
  const open = await opened()
  const randomised = hashOf(await publishQuestionnaire(database, RANDOMISED_KINDS))
  return {
    open,
    /** A wave whose questions hide their answers. */
    randomised: await openedWith(randomised),
    randomisedQuestionnaire: randomised,
    draft: (await draft()).id,
    closedNow: await closed(1000),
    closedLongAgo: await closed(60 * MINUTE),
    questionnaire: hashes.questionnaire,
    /** Published, but never open in the wave. */
    ofAnotherWave: newer,
  }
}
