import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { LANGUAGES } from '../../survey-definitions/language.ts'
import { readDraft } from '../definitions/check-draft.ts'
import { findPlan } from '../definitions/definition-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { Problem } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { previewPage, previewPolicy } from './preview-page.ts'
import { previewShell } from './preview-shell.ts'

const LARGEST_FORM = 1024 * 1024

const PreviewForm = z.strictObject({
  /** The questionnaire as JSON. */
  text: z.string(),
  /** Whose plan says who asks. */
  plan: z.string(),
  language: z.enum(LANGUAGES),
  channel: z.enum(['open', 'interviewer']),
})

/** A definition as firms would see it, for the frame on the desk. Nothing of it is kept. */
export function previewRoutes(dependencies: Dependencies) {
  const { database, asset } = dependencies
  const shellOf = previewShell(asset)
  const limit = bodyLimit({ maxSize: LARGEST_FORM, onError: tooLarge })

  return new Hono().post(
    '/page',
    requireStaff(dependencies),
    limit,
    validate('form', PreviewForm),
    async (c) => {
      const { text, plan: hash, language, channel } = c.req.valid('form')
      const { questionnaire } = readDraft(text)
      const plan = await findPlan(database, hash)
      if (!plan || !questionnaire?.languages.includes(language)) throw new Problem('unknown_definition')
      const shell = await shellOf()
      c.header('content-security-policy', previewPolicy(shell))
      c.header('x-frame-options', 'SAMEORIGIN')
      return c.html(await previewPage({ questionnaire, plan, language, channel }, shell))
    },
  )
}

function tooLarge(): never {
  throw new Problem('too_large')
}
