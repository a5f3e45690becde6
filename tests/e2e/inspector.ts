import type { Page } from 'playwright-core'

/** Collects what a check says of every view, so that one run names all faults. */
export function inspector(check: (page: Page) => Promise<readonly string[]>) {
  const faults: string[] = []
  const views: string[] = []
  return {
    faults,
    views,
    look: async (page: Page, view: string): Promise<void> => {
      views.push(view)
      faults.push(...(await check(page)).map((fault) => `${view}: ${fault}`))
    },
  }
}
