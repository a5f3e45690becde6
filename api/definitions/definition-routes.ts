import { Hono } from 'hono'
import type { Dependencies } from '../dependencies.ts'
import { Problem } from '../http/problem.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { findDefinition, listDefinitions } from './definition-store.ts'

/** The published definitions: editions, plans, questionnaires. */
export const definitionRoutes = (dependencies: Dependencies) => {
  const { database } = dependencies
  const staffOnly = requireStaff(dependencies)

  return new Hono()
    .get('/', staffOnly, async (c) => c.json(await listDefinitions(database)))

    .get('/:hash', staffOnly, async (c) => {
      const body = await findDefinition(database, c.req.param('hash'))
      if (body === undefined) throw new Problem('not_found')
      return c.body(body, 200, { 'content-type': 'application/json; charset=utf-8' })
    })
}
