import type { Page } from './page.ts'

/** What the later script must export. */
export interface Later {
  readonly start: (page: Page) => void
}

const RETRY_MS = 5_000

/** Fetches what is needed only sometimes, once the page stands, and until it is there. */
export function loadLater(page: Page): void {
  let attempt = 0
  const load = (): void => {
    // Browsers remember a script that could not be fetched, by its address.
    const address = page.data.later + (attempt > 0 ? `?${attempt}` : '')
    attempt += 1
    import(/* @vite-ignore */ address).then(
      (later: Later) => later.start(page),
      () => setTimeout(load, RETRY_MS),
    )
  }
  if (document.readyState === 'complete') load()
  else addEventListener('load', load)
}
