import process from 'node:process'
import { serve } from '@hono/node-server'
import { createApp } from '../../api/app.ts'
import { openMigrated } from '../../api/runtime/node-database.ts'

// Serves a prepared database file until it is killed. Arguments: file, port.
const [, , path = '', port = ''] = process.argv
const app = createApp({
  database: openMigrated(path),
  config: { origin: `http://localhost:${port}`, engine: 'sqlite', demo: false },
  now: () => new Date(),
  logError: (error) => console.error(error),
  asset: async () => undefined,
})
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' }, () => process.send?.('listening'))
