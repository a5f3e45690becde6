import type { Browser, CDPSession, Page } from 'playwright-core'
import { watchTraffic } from './traffic.ts'
import { readWatch, watchPage } from './watch-page.ts'

/** A line, as the browser's developer tools name it. Latency counts once a request. */
export interface Line {
  readonly name: string
  readonly kilobitsPerSecond: number
  readonly latencyMs: number
}

export const LINES = [
  { name: 'slow 3G', kilobitsPerSecond: 400, latencyMs: 2000 },
  { name: 'fast 3G', kilobitsPerSecond: 1440, latencyMs: 562 },
  { name: 'fast 4G', kilobitsPerSecond: 8100, latencyMs: 165 },
] as const satisfies readonly Line[]

const CPU_SLOWDOWN = 6
const TAPS = 9

/** A page to visit: where it is, when an answer can be given, and what a tap on an answer is. */
export interface Subject {
  readonly name: string
  readonly url: string
  /** Leads from the page as it comes to its first question. */
  readonly toFirstQuestion: (page: Page) => Promise<void>
  /** Present, with the document parsed and its scripts run, once a firm can go on from the first view. */
  readonly ready: string
  /** One of several choices of the first question. */
  readonly choice: string
}

export interface Measurement {
  readonly requests: number
  /** Thousands of bytes of bodies, as they came over the line, before the page was ready. */
  readonly kilobytes: number
  readonly firstPaintMs: number
  readonly readyMs: number
  /** What tasks took beyond 50 ms each, until nothing more was loading. */
  readonly blockingMs: number
  readonly tapToPaintMs: number
  readonly heapMegabytes: number
  readonly layoutShift: number
}

/** One visit of a fresh browser context over a line, with the processor slowed six times. */
export async function measurePage(browser: Browser, subject: Subject, line: Line): Promise<Measurement> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'vi-VN' })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  const cdp = await context.newCDPSession(page)
  const traffic = await watchTraffic(cdp)
  await throttle(cdp, line)
  await page.addInitScript(watchPage, subject.ready)
  await page.goto(subject.url, { waitUntil: 'commit' })
  await page.waitForFunction(
    () => 'readyMs' in globalThis && performance.getEntriesByName('first-contentful-paint').length > 0,
  )
  await traffic.quiet()
  const { firstPaintMs, readyMs, readyAt, blockingMs } = await page.evaluate(readWatch)
  await subject.toFirstQuestion(page)
  const tapToPaintMs = await tapToPaint(page, subject.choice)
  const { layoutShift } = await page.evaluate(readWatch)
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  await context.close()
  return {
    ...traffic.before(readyAt),
    firstPaintMs,
    readyMs,
    blockingMs,
    tapToPaintMs,
    heapMegabytes: usedSize / 1e6,
    layoutShift,
  }
}

async function throttle(cdp: CDPSession, { kilobitsPerSecond, latencyMs }: Line): Promise<void> {
  const bytesPerSecond = (kilobitsPerSecond * 1000) / 8
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
}

/** Median time from a tap on a choice to the second frame after it. */
async function tapToPaint(page: Page, choice: string): Promise<number> {
  const times = await page.evaluate(
    async ({ selector, count }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const taken: number[] = []
      for (let tap = 0; tap < count; tap += 1) {
        await frame()
        const choices = document.querySelectorAll<HTMLElement>(selector)
        const start = performance.now()
        choices[tap % choices.length]?.click()
        await frame()
        await frame()
        taken.push(performance.now() - start)
      }
      return taken
    },
    { selector: choice, count: TAPS },
  )
  return times.toSorted((a, b) => a - b)[Math.floor(TAPS / 2)] ?? Number.NaN
}
