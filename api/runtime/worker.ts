import type { D1Database, Fetcher } from '@cloudflare/workers-types'
import { createApp } from '../app.ts'
import { openD1 } from '../db/d1.ts'
import { isOverloaded } from '../db/overloaded.ts'
import { publishBuiltIns } from '../definitions/built-in-definitions.ts'
import type { Dependencies } from '../dependencies.ts'
import { Problem } from '../http/problem.ts'
import { releaseAll } from '../releases/release-wave.ts'
import { compressing, QUICK } from './compression.ts'

interface Bindings {
  readonly DB: D1Database
  readonly ASSETS: Fetcher
  /** Address people reach the deployment under, such as https://pci.langson.example. */
  readonly ORIGIN: string
  readonly DEMO: 'yes' | 'no'
}

/** Cloudflare writes what it takes itself into the header, and here what the browser takes. */
type ClientRequest = Request & { readonly cf?: { readonly clientAcceptEncoding?: string } }

interface Service {
  readonly dependencies: Dependencies
  readonly serve: (request: ClientRequest) => Response | Promise<Response>
}

let service: Service | undefined
let arePublished = false

/** The Cloudflare Workers entry that wrangler.toml names. One app an isolate. */
export default {
  async fetch(request: ClientRequest, bindings: Bindings): Promise<Response> {
    service ??= serviceOver(bindings)
    try {
      await publishOnce(service.dependencies)
    } catch (error) {
      service.dependencies.logError(error, { method: 'START', path: 'publish' })
      return new Problem(isOverloaded(error) ? 'retry_later' : 'internal_error').toResponse()
    }
    return service.serve(request)
  },
  /** The cron trigger: releases every wave that has enough submissions. */
  async scheduled(_event: unknown, bindings: Bindings): Promise<void> {
    service ??= serviceOver(bindings)
    await publishOnce(service.dependencies)
    await releaseAll(service.dependencies)
  },
}

/**
 * Requests that arrive together each publish, which is idempotent: a request of an isolate must not
 * wait for another's, which may be cut off.
 */
async function publishOnce({ database }: Dependencies): Promise<void> {
  if (arePublished) return
  await publishBuiltIns(database)
  arePublished = true
}

function serviceOver({ DB, ASSETS, ORIGIN, DEMO }: Bindings): Service {
  const dependencies: Dependencies = {
    database: openD1(DB),
    config: { origin: new URL(ORIGIN).origin, engine: 'd1', demo: DEMO === 'yes' },
    now: () => new Date(),
    logError: (error, where) => console.error(where.method, where.path, error),
    asset: (path) => assetOf(ASSETS, path),
  }
  return { dependencies, serve: serving(createApp(dependencies)) }
}

/**
 * Cloudflare compresses everything by itself, for speed: a tenth is saved by compressing what
 * respondents wait for here. Quickly too, for a new isolate serves many a first visit.
 */
function serving(app: ReturnType<typeof createApp>): Service['serve'] {
  const compressed = compressing((request) => app.fetch(request), QUICK)
  return (request) => {
    const isSurvey = new URL(request.url).pathname.startsWith('/s/')
    return isSurvey ? compressed(request, request.cf?.clientAcceptEncoding) : app.fetch(request)
  }
}

async function assetOf(assets: Fetcher, path: string): Promise<Response | undefined> {
  const file = await assets.fetch(new URL(path, 'http://assets').href)
  if (!file.ok) return undefined
  const type = file.headers.get('content-type') ?? 'application/octet-stream'
  return new Response(await file.arrayBuffer(), { headers: { 'content-type': type } })
}
