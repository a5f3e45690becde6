import process from 'node:process'
import { readConfig } from '../runtime/node-config.ts'
import { openMigrated } from '../runtime/node-database.ts'
import { createEnrolment } from '../staff/enrolment.ts'

// Prints a new one-time link into the desk of the installation in DATA_DIR, also while it runs.
const config = readConfig(process.env, process.argv.includes('--demo'))
const database = openMigrated(config.databasePath)
const { url } = await createEnrolment({
  database,
  config: { origin: config.origin, engine: 'sqlite', demo: config.demo },
  now: () => new Date(),
})
console.log(url)
await database.close()
