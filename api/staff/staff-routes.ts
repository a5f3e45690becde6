import { Hono } from 'hono'
import { z } from 'zod'
import type { Dependencies } from '../dependencies.ts'
import { jsonBody } from '../http/json-body.ts'
import { requireOrigin } from '../http/origin.ts'
import { Problem } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { shortText } from '../short-text.ts'
import type { StaffView } from '../views.ts'
import { requireStaff } from './require-staff.ts'
import { FORGET_SESSION, sessionCookie } from './session-cookie.ts'
import { closeSession, openSession } from './session.ts'
import { redeemEnrolment } from './enrolment.ts'

const SignIn = z.strictObject({ token: z.string().max(200), name: shortText(80) })

/** Onto the desk by a one-time enrolment link, and off it again. */
export const staffRoutes = (dependencies: Dependencies) => {
  const { database, config, now } = dependencies
  const staffOnly = requireStaff(dependencies)

  return new Hono()
    .post('/session', requireOrigin(config), jsonBody(), validate('json', SignIn), async (c) => {
      const { token, name } = c.req.valid('json')
      const staff = await redeemEnrolment(database, { token, name, now: now() })
      if (!staff) throw new Problem('bad_token')
      const id = await openSession(database, staff, now())
      return c.json<StaffView, 201>({ name: staff.name }, 201, { 'set-cookie': sessionCookie(id) })
    })

    .get('/session', staffOnly, (c) => c.json<StaffView>({ name: c.get('staff').name }))

    .delete('/session', staffOnly, async (c) => {
      await closeSession(database, c.get('sessionId'))
      return c.body(null, 204, {
        'set-cookie': FORGET_SESSION,
        'clear-site-data': '"cache","storage"',
      })
    })
}
