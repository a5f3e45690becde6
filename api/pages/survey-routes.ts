import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { digestOf } from '../digest.ts'
import type { Dependencies } from '../dependencies.ts'
import { Problem } from '../http/problem.ts'
import { noteOpening } from '../links/note-opening.ts'
import { submissionRoutes } from '../submissions/submission-routes.ts'
import { firstPage, surveyPolicy } from './first-page.ts'
import { readFormDraft } from './form-draft.ts'
import { formPage } from './form-page.ts'
import { sendForm } from './form-sending.ts'
import { actOnForm, formSurvey } from './form-survey.ts'
import { respondShell } from './respond-shell.ts'
import { withSimulatedBanner } from './simulated-banner.ts'
import { surveyLanguage } from './survey-language.ts'
import { surveyPages } from './survey-page-store.ts'
import { unknownLinkPage } from './unknown-link-page.ts'

const LARGEST_FORM = 256 * 1024

/** The survey behind a link, at the link's own address and, for other languages, below it. */
export function surveyRoutes(dependencies: Dependencies) {
  const { database, asset, config } = dependencies
  const shellOf = respondShell(asset)
  const findPage = surveyPages(database)
  const submissions = submissionRoutes(dependencies)

  async function unknownLink(c: Context) {
    const shell = await shellOf()
    const page = unknownLinkPage(shell)
    c.header('content-security-policy', surveyPolicy(shell.styleHash))
    return c.html(config.demo ? withSimulatedBanner(page) : page, 404)
  }

  async function find({ link, language: asked }: { link: string; language?: string | undefined }) {
    const page = await findPage(link)
    const language = page && surveyLanguage(page.questionnaire, asked)
    return page && language && { page, language }
  }

  const post = async (path: string, body: string): Promise<Response> =>
    submissions.request(path, { method: 'POST', body, headers: { 'content-type': 'application/json' } })

  return (
    new Hono()
      .get('/:link/:language?', async (c) => {
        const found = await find(c.req.param())
        if (!found) return unknownLink(c)
        // Switching the language is no other visit.
        if (found.language === 'vi') await noteOpening(dependencies, found.page.head)
        const { html, policy } = firstPage(found.page, found.language, await shellOf())
        // The same for everybody until the wave closes: kept, and asked about, never taken for granted.
        const tag = `W/"${(await digestOf(html)).slice(0, 32)}"`
        c.header('content-security-policy', policy)
        c.header('cache-control', 'no-cache')
        c.header('etag', tag)
        return c.req.header('if-none-match') === tag ? c.body(null, 304) : c.html(html)
      })

      // Browsers without script walk through the same survey page by page.
      .post('/:link/:language?', bodyLimit({ maxSize: LARGEST_FORM, onError: tooLarge }), async (c) => {
        requireOwnForm(c, config.origin)
        const found = await find(c.req.param())
        if (!found) return unknownLink(c)
        const { page, language } = found
        const shell = await shellOf()
        const fields = new URLSearchParams(await c.req.text())
        const survey = formSurvey(page, language, readFormDraft(fields.get('draft')))
        if (page.head.state === 'open') actOnForm(survey, fields)
        const outcome = survey.view === 'sending' ? await sendForm(survey, page.head, post) : undefined
        c.header('content-security-policy', surveyPolicy(shell.styleHash))
        return c.html(formPage(page, survey, { shell, ...(outcome !== undefined && { outcome }) }))
      })
  )
}

function tooLarge(): never {
  throw new Problem('too_large')
}

/**
 * A form of ours, not another site's. The page names no referrer, so most browsers send `null` for
 * its origin, and some none: there is nothing here that a cookie would open.
 */
function requireOwnForm(c: Context, origin: string): void {
  const from = c.req.header('origin')
  if (from !== undefined && from !== 'null' && from !== origin && from !== new URL(c.req.url).origin) {
    throw new Problem('bad_origin')
  }
  const [type] = (c.req.header('content-type') ?? '').split(';')
  if (type?.trim().toLowerCase() !== 'application/x-www-form-urlencoded')
    throw new Problem('unsupported_type')
}
