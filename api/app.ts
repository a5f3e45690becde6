import { Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { isOverloaded } from './db/overloaded.ts'
import { definitionRoutes } from './definitions/definition-routes.ts'
import type { Dependencies } from './dependencies.ts'
import { exportRoutes } from './exports/export-routes.ts'
import { forecastRoutes } from './forecasts/forecast-routes.ts'
import { hardValueRoutes } from './hard-values/hard-value-routes.ts'
import { healthRoutes } from './health/health-routes.ts'
import { knownHost } from './http/known-host.ts'
import { Problem } from './http/problem.ts'
import { securityHeaders } from './http/security-headers.ts'
import { linkRoutes } from './links/link-routes.ts'
import { marginRoutes } from './margins/margin-routes.ts'
import { officialScoreRoutes } from './official-scores/official-score-routes.ts'
import { pageRoutes } from './pages/page-routes.ts'
import { releaseRoutes } from './releases/release-routes.ts'
import { scaleFileRoutes } from './scale-files/scale-file-routes.ts'
import { snapshotRoutes } from './snapshots/snapshot-routes.ts'
import { staffRoutes } from './staff/staff-routes.ts'
import { submissionRoutes } from './submissions/submission-routes.ts'
import { waveRoutes } from './waves/wave-routes.ts'

const LONGEST_ADDRESS = 4096
const RETRY_SECONDS = '5'

/** The whole service over its dependencies. Knows no runtime: see runtime/ for those that serve it. */
export function createApp(dependencies: Dependencies) {
  const app = new Hono()

  app.use(securityHeaders)
  app.use(knownHost(dependencies.config))
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (_, methods) =>
        new Problem('method_not_allowed').toResponse({ allow: methods.join(', ') }),
    }),
  )
  app.use(async (c, next) => {
    if (c.req.url.length > LONGEST_ADDRESS) throw new Problem('uri_too_long')
    await next()
  })

  app.notFound(() => new Problem('not_found').toResponse())
  app.onError((error, c) => {
    if (error instanceof Problem) return error.toResponse()
    // The path as it was registered: what a request carries is never logged.
    dependencies.logError(error, { method: c.req.method, path: c.req.routePath })
    if (isOverloaded(error)) return new Problem('retry_later').toResponse({ 'retry-after': RETRY_SECONDS })
    return new Problem('internal_error').toResponse()
  })

  return app
    .route('/api/health', healthRoutes(dependencies))
    .route('/api/waves', submissionRoutes(dependencies))
    .route('/api/waves/:wave/releases', releaseRoutes(dependencies))
    .route('/api/waves/:wave/links', linkRoutes(dependencies))
    .route('/api/waves/:wave/margins', marginRoutes(dependencies))
    .route('/api/waves/:wave/hard-values', hardValueRoutes(dependencies))
    .route('/api/waves/:wave/scale-file', scaleFileRoutes(dependencies))
    .route('/api/waves/:wave/exports', exportRoutes(dependencies))
    .route('/api/waves/:wave', snapshotRoutes(dependencies))
    .route('/api/waves', waveRoutes(dependencies))
    .route('/api/definitions', definitionRoutes(dependencies))
    .route('/api/official-scores', officialScoreRoutes(dependencies))
    .route('/api/forecasts', forecastRoutes(dependencies))
    .route('/api/staff', staffRoutes(dependencies))
    .route('/', pageRoutes(dependencies))
}
