import type { MiddlewareHandler } from 'hono'
import type { Config } from '../dependencies.ts'
import { Problem } from './problem.ts'

/** Names of the machine itself: a proxy or a health check on it may use them. */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Refuses requests for another host's pages, whoever led them here. */
export function knownHost({ origin }: Pick<Config, 'origin'>): MiddlewareHandler {
  const own = new URL(origin).host
  return async (c, next) => {
    const { host, hostname } = new URL(c.req.url)
    if (host !== own && !LOOPBACK.has(hostname)) throw new Problem('misdirected')
    await next()
  }
}
