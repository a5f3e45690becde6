import { Hono } from 'hono'
import { z } from 'zod'
import type { Dependencies } from '../dependencies.ts'
import { jsonBody } from '../http/json-body.ts'
import { Problem } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { shortText } from '../short-text.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { requireWave } from '../waves/require-wave.ts'
import { createLink, deleteLink, listLinks, viewLink } from './link-store.ts'

const NewLink = z.strictObject({ label: shortText(80) })

/** The ways into one wave; mounted under /api/waves/:wave/links. */
export const linkRoutes = (dependencies: Dependencies) => {
  const { database, config } = dependencies
  const staffOnly = requireStaff(dependencies)
  const wave = requireWave(dependencies)

  return new Hono()
    .get('/', staffOnly, wave, async (c) => {
      const links = await listLinks(database, c.get('wave').id)
      return c.json(links.map((link) => viewLink(link, config)))
    })

    .post('/', staffOnly, wave, jsonBody(), validate('json', NewLink), async (c) => {
      const { label } = c.req.valid('json')
      const link = await createLink(database, { wave: c.get('wave').id, label })
      return c.json(viewLink(link, config), 201)
    })

    .delete('/:code', staffOnly, wave, async (c) => {
      const { code } = c.req.param()
      if (!(await deleteLink(database, { wave: c.get('wave').id, code }))) throw new Problem('not_found')
      return c.body(null, 204)
    })
}
