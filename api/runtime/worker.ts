import type { D1Database, Fetcher } from '@cloudflare/workers-types'
import { createApp } from '../app.ts'
import { openD1 } from '../db/d1.ts'
import { publishBuiltIns } from '../definitions/built-in-definitions.ts'
import type { Dependencies } from '../dependencies.ts'
import { releaseAll } from '../releases/release-wave.ts'

interface Bindings {
  readonly DB: D1Database
  readonly ASSETS: Fetcher
  /** Address people reach the deployment under, such as https://pci.langson.example. */
  readonly ORIGIN: string
  readonly DEMO: 'yes' | 'no'
}

interface Ready {
  readonly dependencies: Dependencies
  readonly app: ReturnType<typeof createApp>
}

let ready: Promise<Ready> | undefined

/** The Cloudflare Workers entry that wrangler.toml names. One app an isolate. */
export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    const { app } = await prepared(bindings)
    return app.fetch(request)
  },
  /** The cron trigger: releases every wave that has enough submissions. */
  async scheduled(_event: unknown, bindings: Bindings): Promise<void> {
    const { dependencies } = await prepared(bindings)
    await releaseAll(dependencies)
  },
}

/** Prepared once an isolate; a database that fails now may answer the next request. */
async function prepared(bindings: Bindings): Promise<Ready> {
  ready ??= prepare(bindings)
  try {
    return await ready
  } catch (error) {
    ready = undefined
    throw error
  }
}

async function prepare({ DB, ASSETS, ORIGIN, DEMO }: Bindings): Promise<Ready> {
  const dependencies: Dependencies = {
    database: openD1(DB),
    config: { origin: new URL(ORIGIN).origin, engine: 'd1', demo: DEMO === 'yes' },
    now: () => new Date(),
    logError: (error, where) => console.error(where.method, where.path, error),
    asset: async (path) => {
      const response = await ASSETS.fetch(new URL(path, 'http://assets').href)
      return response.ok
        ? new Response(await response.arrayBuffer(), {
            headers: { 'content-type': response.headers.get('content-type') ?? 'application/octet-stream' },
          })
        : undefined
    },
  }
  await publishBuiltIns(dependencies.database)
  return { dependencies, app: createApp(dependencies) }
}
