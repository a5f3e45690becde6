import { Hono } from 'hono'
import { z } from 'zod'
import type { Dependencies } from '../dependencies.ts'
import { Problem } from '../http/problem.ts'
import { jsonBody } from '../http/json-body.ts'
import { validate } from '../http/validate.ts'
import type { CheckedDraftView } from '../views.ts'
import { checkDraft } from './check-draft.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { findDefinition, listDefinitions } from './definition-store.ts'

/** Several times the longest questionnaire there is, as text within JSON. */
const LARGEST_DRAFT = 1024 * 1024

/** One slip can break hundreds of places; nobody reads more than these. */
const MOST_ERRORS = 100

const Draft = z.strictObject({ text: z.string() })

/** The published definitions: editions, plans, questionnaires. */
export const definitionRoutes = (dependencies: Dependencies) => {
  const { database } = dependencies
  const staffOnly = requireStaff(dependencies)

  return (
    new Hono()
      .get('/', staffOnly, async (c) => c.json(await listDefinitions(database)))

      // What an author has on the desk: nothing of it is kept.
      .post(
        '/questionnaires/check',
        staffOnly,
        jsonBody(LARGEST_DRAFT),
        validate('json', Draft),
        async (c) => {
          const { questionnaire = null, errors } = await checkDraft(database, c.req.valid('json').text)
          return c.json({ questionnaire, errors: errors.slice(0, MOST_ERRORS) } satisfies CheckedDraftView)
        },
      )

      .get('/:hash', staffOnly, async (c) => {
        const body = await findDefinition(database, c.req.param('hash'))
        if (body === undefined) throw new Problem('not_found')
        return c.body(body, 200, { 'content-type': 'application/json; charset=utf-8' })
      })
  )
}
