import process from 'node:process'
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { createApp } from '../app.ts'
import { publishBuiltIns } from '../definitions/built-in-definitions.ts'
import type { Dependencies } from '../dependencies.ts'
import { releaseAll } from '../releases/release-wave.ts'
import { openFirstWave } from '../waves/first-wave.ts'
import { BEST, compressing } from './compression.ts'
import { builtFiles } from './node-assets.ts'
import { everyDay } from './node-daily.ts'
import { fillDemo } from './node-demo.ts'
import { cannotGoOn, openInstallation } from './node-installation.ts'
import { buildWebIfNeeded } from './node-web.ts'
import { printWelcome } from './node-welcome.ts'

const { values: flags } = parseArgs({
  options: { demo: { type: 'boolean', default: false }, 'without-web': { type: 'boolean', default: false } },
})
const { config, database } = openInstallation({ demo: flags.demo, isNew: true })
const dependencies: Dependencies = {
  database,
  config: { origin: config.origin, engine: 'sqlite', demo: config.demo },
  now: () => new Date(),
  logError: (error, where) => console.error(where.method, where.path, error),
  asset: flags['without-web'] ? async () => undefined : builtFiles(await buildWebIfNeeded()),
}

await publishBuiltIns(database)
// A process that died between a release and the rewrite of its file is made up for at the next start.
await database.forgetOrder()
await openFirstWave(dependencies)
const app = createApp(dependencies)
if (config.demo) await fillDemo(dependencies, app)

const compressed = compressing((request) => app.fetch(request), BEST)
const server = serve(
  { fetch: (request) => compressed(request), port: config.port, hostname: config.host },
  () => {
    void printWelcome(dependencies, config)
  },
)
// Slow clients hold a connection, never a thread: cut them before they pile up.
if ('headersTimeout' in server) {
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
}
server.on('error', (error: NodeJS.ErrnoException) =>
  cannotGoOn(
    error.code === 'EADDRINUSE' ? `port ${config.port} is taken: set PORT to another` : error.message,
  ),
)

const daily = everyDay(dependencies.now, async () => {
  try {
    await releaseAll(dependencies)
  } catch (error) {
    dependencies.logError(error, { method: 'DAILY', path: 'release' })
  }
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    daily.stop()
    server.close(() => void database.close())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}
