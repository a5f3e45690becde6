import process from 'node:process'
import { parseArgs } from 'node:util'
import { readConfig } from '../runtime/node-config.ts'
import { openMigrated } from '../runtime/node-database.ts'
import { openInstallation } from '../runtime/node-installation.ts'
import { createEnrolment } from '../staff/enrolment.ts'

// Prints a new one-time link into the desk of the installation in DATA_DIR, also while it runs. With
// --d1 it prints, for a deployment on Workers at ORIGIN, the statement to run on its database as well.
const { values: flags } = parseArgs({
  options: { demo: { type: 'boolean', default: false }, d1: { type: 'boolean', default: false } },
})
const { config, database } = flags.d1
  ? { config: readConfig(process.env, flags.demo), database: openMigrated(':memory:') }
  : openInstallation({ demo: flags.demo, isNew: false })
const { url } = await createEnrolment({
  database,
  config: { origin: config.origin, engine: 'sqlite', demo: config.demo },
  now: () => new Date(),
})
console.log(url)
if (flags.d1) {
  const { token_hash, expires_at } = await database.query
    .selectFrom('enrolment')
    .selectAll()
    .executeTakeFirstOrThrow()
  const insert = `INSERT INTO enrolment (token_hash, expires_at) VALUES ('${token_hash}', '${expires_at}')`
  console.log(`npx wrangler d1 execute pci-pulse --remote --command "${insert}"`)
}
await database.close()
