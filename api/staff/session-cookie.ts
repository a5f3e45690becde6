import type { Context } from 'hono'
import { generateCookie } from 'hono/cookie'

const NAME = '__Host-sid='
const FORM = /^[a-z2-9]{26}$/

/** The browser keeps these rules: this host only, TLS (or localhost) only, out of scripts' reach. */
const ATTRIBUTES = { prefix: 'host', secure: true, httpOnly: true, sameSite: 'Strict' } as const

/** The session's id, when there is exactly one and it could be one of ours. */
export function sessionIdOf(c: Context): string | undefined {
  const ids = (c.req.header('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(NAME))
    .map((pair) => pair.slice(NAME.length))
  const [id] = ids
  return ids.length === 1 && id !== undefined && FORM.test(id) ? id : undefined
}

/** The header that makes the browser keep the session. */
export function sessionCookie(id: string): string {
  return generateCookie('sid', id, ATTRIBUTES)
}

/** The header that makes the browser forget it. */
export const FORGET_SESSION = generateCookie('sid', '', { ...ATTRIBUTES, maxAge: 0 })
