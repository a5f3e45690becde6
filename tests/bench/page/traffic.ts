import type { CDPSession } from 'playwright-core'

const QUIET_MS = 500

interface Request {
  /** Seconds since 1970. */
  readonly sentAt: number
  headerBytes: number
  bytes: number
  isSettled: boolean
}

/** Counts what comes over the line of one page. What other hosts would be asked for is blocked, and not counted. */
export async function watchTraffic(cdp: CDPSession) {
  const requests = new Map<string, Request>()
  let lastAt = Date.now()
  await cdp.send('Network.enable')
  await cdp.send('Network.setBlockedURLs', { urls: ['*://fonts.gstatic.com/*'] })
  cdp.on('Network.requestWillBeSent', ({ requestId, request, wallTime }) => {
    if (!request.url.startsWith('http')) return
    requests.set(requestId, { sentAt: wallTime, headerBytes: 0, bytes: 0, isSettled: false })
    lastAt = Date.now()
  })
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    const request = requests.get(requestId)
    if (request) request.headerBytes = response.encodedDataLength
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    settle(requestId, encodedDataLength),
  )
  cdp.on('Network.loadingFailed', ({ requestId }) => settle(requestId, 0))

  function settle(requestId: string, total: number): void {
    const request = requests.get(requestId)
    if (!request) return
    lastAt = Date.now()
    Object.assign(request, { isSettled: true, bytes: Math.max(0, total - request.headerBytes) })
  }

  return {
    /** Resolves when nothing has been under way for half a second. */
    quiet: async (): Promise<void> => {
      const isQuiet = () =>
        Date.now() - lastAt > QUIET_MS && [...requests.values()].every(({ isSettled }) => isSettled)
      while (!isQuiet()) await new Promise((resolve) => setTimeout(resolve, 50))
    },
    /** What was asked for before a moment, in milliseconds since 1970. */
    before: (moment: number): { readonly requests: number; readonly kilobytes: number } => {
      const asked = [...requests.values()].filter(({ sentAt, bytes }) => sentAt * 1000 < moment && bytes > 0)
      return {
        requests: asked.length,
        kilobytes: asked.reduce((sum, { bytes }) => sum + bytes, 0) / 1000,
      }
    },
  }
}
