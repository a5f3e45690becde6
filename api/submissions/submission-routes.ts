import { Hono } from 'hono'
import { z } from 'zod'
import type { Dependencies } from '../dependencies.ts'
import { jsonBody } from '../http/json-body.ts'
import { validate } from '../http/validate.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { SentAnswers, takeSubmission } from './take-submission.ts'

const SentByFirm = SentAnswers.extend({
  channel: z.literal('open', { error: 'bad_channel' }).default('open'),
})

/**
 * Where answers arrive: from a firm's browser, which is asked for no session and looked at for none,
 * and from staff who type what a firm wrote on paper or said in an interview.
 */
export function submissionRoutes(dependencies: Dependencies) {
  const take = takeSubmission(dependencies)
  const staffOnly = requireStaff(dependencies)

  return new Hono()
    .post('/:wave/submissions', jsonBody(), validate('json', SentByFirm), async (c) => {
      const { taken, isNew } = await take({ ...c.req.valid('json'), wave: c.req.param('wave') })
      return c.json(taken, isNew ? 201 : 200)
    })

    .post('/:wave/entries', staffOnly, jsonBody(), validate('json', SentAnswers), async (c) => {
      const wave = c.req.param('wave')
      const { taken, isNew } = await take({ ...c.req.valid('json'), wave, channel: 'interviewer' })
      return c.json(taken, isNew ? 201 : 200)
    })
}
