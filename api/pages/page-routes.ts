import { Hono } from 'hono'
import { findDefinition } from '../definitions/definition-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { Problem } from '../http/problem.ts'
import { LANGUAGES } from '../../survey-definitions/language.ts'
import { accessibilityPage } from './accessibility-page.ts'
import { surveyPolicy } from './first-page.ts'
import { previewRoutes } from './preview-routes.ts'
import { respondShell } from './respond-shell.ts'
import { withSimulatedBanner } from './simulated-banner.ts'
import { surveyRoutes } from './survey-routes.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'

/** Names the build gives its files: no other path reaches a file. */
const ASSET = /^\/assets\/[\w-]+(?:\.[\w-]+)+$/

/** What browsers open: the survey behind a link, the desk, the public page and their files. */
export function pageRoutes(dependencies: Dependencies) {
  const { database, asset, config } = dependencies
  const marked = (html: string) => (config.demo ? withSimulatedBanner(html) : html)

  const shellOf = respondShell(asset)

  async function builtFile(path: string): Promise<Response> {
    const file = await asset(path)
    if (!file) throw new Problem('not_found')
    return file
  }

  async function pageAt(path: string): Promise<string> {
    return marked(await (await builtFile(path)).text())
  }

  return new Hono()
    .get('/', async (c) => c.html(await pageAt('/public/index.html')))

    .route('/s', surveyRoutes(dependencies))

    .get('/accessibility/:language?', async (c) => {
      const { language: asked = 'vi' } = c.req.param()
      const language = LANGUAGES.find((one) => one === asked)
      if (!language) throw new Problem('not_found')
      const shell = await shellOf()
      c.header('content-security-policy', surveyPolicy(shell.styleHash))
      return c.html(marked(accessibilityPage(language, shell)))
    })

    .get('/respond-worker.js', async (c) => {
      const file = await builtFile('/respond/worker.js')
      return c.body(await file.text(), 200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'no-cache',
      })
    })

    .get('/q/:file', async (c) => {
      const hash = /^([a-f0-9]{64})\.json$/.exec(c.req.param('file'))?.[1]
      const body = hash && (await findDefinition(database, hash))
      if (!body) throw new Problem('not_found')
      return c.body(body, 200, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': FOR_EVER,
      })
    })

    .route('/desk/preview', previewRoutes(dependencies))
    .get('/desk', async (c) => c.html(await pageAt('/desk/index.html')))
    .get('/desk/*', async (c) => c.html(await pageAt('/desk/index.html')))

    .get('/assets/:file', async (c) => {
      if (!ASSET.test(c.req.path)) throw new Problem('not_found')
      const file = await builtFile(c.req.path)
      const type = file.headers.get('content-type') ?? 'application/octet-stream'
      return new Response(file.body, { headers: { 'content-type': type, 'cache-control': FOR_EVER } })
    })
}
