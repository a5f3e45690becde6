import type { MiddlewareHandler } from 'hono'
import type { Config } from '../dependencies.ts'
import { Problem } from './problem.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses requests that change something unless a page of ours sent them. Hono's own csrf()
 * lets another site's `application/json` through.
 */
export function requireOrigin({ origin }: Config): MiddlewareHandler {
  return async (c, next) => {
    if (!SAFE_METHODS.has(c.req.method) && c.req.header('origin') !== origin) {
      throw new Problem('bad_origin')
    }
    await next()
  }
}
