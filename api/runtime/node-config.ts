import { join } from 'node:path'
import { z } from 'zod'

const Environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(8787),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
})

/** What the embedded server runs with. */
export interface NodeConfig {
  readonly port: number
  readonly host: string
  /** The one file that holds everything. */
  readonly databasePath: string
  readonly origin: string
  readonly demo: boolean
}

/**
 * The one place that reads the environment.
 *
 * @throws {Error} in plain words, naming the variable that cannot be used
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  demo: boolean,
): NodeConfig {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(`The environment variable ${issue?.path.join('.')} cannot be used: ${issue?.message}`)
  }
  const { PORT, HOST, DATA_DIR, ORIGIN } = parsed.data
  return {
    port: PORT,
    host: HOST,
    databasePath: join(DATA_DIR, demo ? 'demo.db' : 'pci-pulse.db'),
    origin: ORIGIN === undefined ? `http://localhost:${PORT}` : new URL(ORIGIN).origin,
    demo,
  }
}
