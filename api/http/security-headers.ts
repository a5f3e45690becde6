import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const YEAR_SECONDS = 31_536_000

const pageHeaders = secureHeaders({
  // The respondent's page has a policy of its own, with the hashes of what stands inside it.
  overwrite: false,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    // The desk looks at a questionnaire in a frame: see pages/preview-page.ts.
    frameSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  },
  strictTransportSecurity: `max-age=${YEAR_SECONDS}; includeSubDomains`,
  xFrameOptions: 'DENY',
  permissionsPolicy: {
    camera: [],
    microphone: [],
    geolocation: [],
    payment: [],
    usb: [],
    serial: [],
    displayCapture: [],
  },
})

/** Headers of every answer. What says nothing of caching is not cached. */
export const securityHeaders: MiddlewareHandler = (c, next) =>
  pageHeaders(c, async () => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    c.header('x-robots-tag', 'noindex')
  })
