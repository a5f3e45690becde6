import type { MiddlewareHandler } from 'hono'
import type { Dependencies } from '../dependencies.ts'
import { requireOrigin } from '../http/origin.ts'
import { Problem } from '../http/problem.ts'
import { findSessionStaff, type StaffMember } from './session.ts'
import { FORGET_SESSION, sessionIdOf } from './session-cookie.ts'

/** What a route behind `requireStaff` can ask its context for. */
export interface StaffEnv {
  Variables: { staff: StaffMember; sessionId: string }
}

/**
 * Lets only staff on: what changes anything must come from a page of ours, and every request needs
 * a session. Whatever is wrong with the session, the answer is the same.
 */
export function requireStaff({ database, config, now }: Dependencies): MiddlewareHandler<StaffEnv> {
  const fromOurPages = requireOrigin(config)
  return async (c, next) => {
    let refusal: Response | undefined
    await fromOurPages(c, async () => {
      const sessionId = sessionIdOf(c)
      const staff = sessionId && (await findSessionStaff(database, sessionId, now()))
      if (!sessionId || !staff) {
        refusal = new Problem('signed_out').toResponse({ 'set-cookie': FORGET_SESSION })
        return
      }
      c.set('sessionId', sessionId)
      c.set('staff', staff)
      await next()
    })
    return refusal
  }
}
