import { spawn, spawnSync } from 'node:child_process'
import process from 'node:process'
import type { D1Database } from '@cloudflare/workers-types'
import { getPlatformProxy } from 'wrangler'
import { openD1 } from '../db/d1.ts'
import { publishBuiltIns } from '../definitions/built-in-definitions.ts'
import { readConfig } from '../runtime/node-config.ts'
import { buildWebIfNeeded } from '../runtime/node-web.ts'
import { createEnrolment } from '../staff/enrolment.ts'
import { findSurveyLink, openFirstWave } from '../waves/first-wave.ts'

// The worker run locally: the built web, a local D1 with the schema and a first wave, and
// `wrangler dev` over both. It runs as a demonstration, because D1 takes no sensitive wave otherwise.
const { port, origin } = readConfig(process.env, true)

await buildWebIfNeeded()
const migrated = spawnSync('wrangler', ['d1', 'migrations', 'apply', 'pci-pulse', '--local'], {
  stdio: ['ignore', 'inherit', 'inherit'],
})
if (migrated.status !== 0) process.exit(migrated.status ?? 1)
await prepareDatabase()
spawn(
  'wrangler',
  ['dev', '--port', String(port), '--var', `ORIGIN:${origin}`, '--var', 'DEMO:yes', '--test-scheduled'],
  { stdio: 'inherit' },
).on('exit', (code) => process.exit(code ?? 0))

async function prepareDatabase(): Promise<void> {
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>()
  const installation = {
    database: openD1(env.DB),
    config: { origin, engine: 'd1' as const, demo: true },
    now: () => new Date(),
  }
  await publishBuiltIns(installation.database)
  await openFirstWave(installation)
  console.log(`\n  Survey  ${(await findSurveyLink(installation))?.url ?? 'no open wave'}`)
  console.log(`  Desk    ${(await createEnrolment(installation)).url}\n`)
  await dispose()
}
