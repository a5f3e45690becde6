import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type DeskSite, openDeskSite, openStaff, type Staff } from './desk-site.ts'

/** One desk and one browser for all tests of a file. */
export function servedDesk() {
  let site: DeskSite
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
    site = await openDeskSite()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  return {
    site: () => site,
    browser: () => browser,
    /** A browser of its own that has been enrolled. */
    enter: (): Promise<Staff> => openStaff(browser, site),
  }
}
