interface Watched {
  readonly firstPaintMs: number
  readonly readyMs: number
  /** When the document could be answered, painted or not, in milliseconds since 1970. */
  readonly readyAt: number
  readonly blockingMs: number
  readonly layoutShift: number
}

interface Sums {
  blocking: number
  shift: number
}

/**
 * Runs in the page before anything of it: notes tasks that block, what shifts without anybody having
 * touched it, and when the page can be answered.
 */
export function watchPage(ready: string): void {
  const sums: Sums = { blocking: 0, shift: 0 }
  Object.assign(globalThis, { sums })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) sums.blocking += Math.max(0, duration - 50)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ('value' in entry && !('hadRecentInput' in entry && entry.hadRecentInput))
        sums.shift += Number(entry.value)
  }).observe({ type: 'layout-shift', buffered: true })

  const look = () => {
    if ('readyMs' in globalThis) return
    if (document.readyState !== 'loading' && document.querySelector(ready))
      Object.assign(globalThis, { readyMs: performance.now() })
    else requestAnimationFrame(look)
  }
  document.addEventListener('DOMContentLoaded', look)
}

/** Nobody answers what is not painted yet: a page is ready at its first paint at the earliest. */
export function readWatch(): Watched {
  const { sums, readyMs } = globalThis as unknown as { sums: Sums; readyMs: number }
  const [paint] = performance.getEntriesByName('first-contentful-paint')
  const firstPaintMs = paint?.startTime ?? Number.NaN
  return {
    firstPaintMs,
    readyAt: performance.timeOrigin + readyMs,
    readyMs: Math.max(readyMs, firstPaintMs),
    blockingMs: sums.blocking,
    layoutShift: sums.shift,
  }
}
