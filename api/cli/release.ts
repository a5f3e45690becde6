import process from 'node:process'
import { releaseAll } from '../releases/release-wave.ts'
import { openInstallation } from '../runtime/node-installation.ts'

// Releases every wave of the installation in DATA_DIR that has ten submissions or more waiting.
const { config, database } = openInstallation({ demo: process.argv.includes('--demo'), isNew: false })
const releases = await releaseAll({
  database,
  config: { origin: config.origin, engine: 'sqlite', demo: config.demo },
  now: () => new Date(),
  logError: (error, where) => console.error(where.method, where.path, error),
  asset: async () => undefined,
})
for (const { wave, number, released } of releases)
  console.log(`${wave}: release ${number}, ${released} responses`)
if (releases.length === 0) console.log('No wave has ten submissions waiting.')
await database.close()
