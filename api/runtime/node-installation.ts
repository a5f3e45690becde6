import { existsSync } from 'node:fs'
import process from 'node:process'
import { type NodeConfig, readConfig } from './node-config.ts'
import { openMigrated } from './node-database.ts'

export interface Installation {
  readonly config: NodeConfig
  readonly database: ReturnType<typeof openMigrated>
}

/**
 * The installation that the environment names. Where it cannot be opened, the process ends with the
 * reason in one line: nobody who mistyped a port wants a stack trace.
 */
export function openInstallation({ demo, isNew }: { demo: boolean; isNew: boolean }): Installation {
  try {
    const config = readConfig(process.env, demo)
    if (!isNew && !existsSync(config.databasePath)) {
      throw new Error(`there is no installation at ${config.databasePath}: set DATA_DIR, or start it first`)
    }
    return { config, database: openMigrated(config.databasePath) }
  } catch (error) {
    return cannotGoOn(error instanceof Error ? error.message : String(error))
  }
}

/** Ends the process with a reason in one line. */
export function cannotGoOn(reason: string): never {
  console.error(`Nhịp PCI cannot go on: ${reason}`)
  process.exit(1)
}
