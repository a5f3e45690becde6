import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { jsonFault } from './json-scan.ts'
import { Problem } from './problem.ts'

const KILOBYTE = 1024

/**
 * The gates before a JSON body is looked at, cheap ones first: content type and encoding, size,
 * UTF-8, JSON, and what parsing would hide. `validate('json', schema)` comes after it.
 */
export function jsonBody(mostBytes = 64 * KILOBYTE): MiddlewareHandler {
  const limit = bodySize(mostBytes)
  return async (c, next) => {
    requireType(c, 'application/json')
    return limit(c, async () => {
      checkJson(await utf8Body(c))
      await next()
    })
  }
}

/** The same gates for CSV, whose text `c.req.text()` then gives. */
export function csvBody(mostBytes = 256 * KILOBYTE): MiddlewareHandler {
  const limit = bodySize(mostBytes)
  return async (c, next) => {
    requireType(c, 'text/csv')
    return limit(c, async () => {
      await utf8Body(c)
      await next()
    })
  }
}

/** Hono's own JSON readers take any content type, and text in another charset as if it were UTF-8. */
function requireType(c: Context, expected: string): void {
  const [type, ...parameters] = (c.req.header('content-type') ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase())
  if (type !== expected || parameters.length > 1) throw new Problem('unsupported_type')
  const [parameter] = parameters
  if (parameter !== undefined && !/^charset="?utf-8"?$/.test(parameter)) {
    throw new Problem(parameter.startsWith('charset=') ? 'unsupported_charset' : 'unsupported_type')
  }
  if (c.req.header('content-encoding') !== undefined) throw new Problem('unsupported_encoding')
}

function bodySize(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Problem('too_large')
    },
  })
}

/** The body's text without a byte order mark; bytes stay cached for those who read it after. */
async function utf8Body(c: Context): Promise<string> {
  const bytes = await c.req.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem('bad_utf8')
  }
}

function checkJson(text: string): void {
  try {
    JSON.parse(text)
  } catch {
    throw new Problem('bad_json')
  }
  const fault = jsonFault(text)
  if (fault !== undefined) throw new Problem(fault)
}
