import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openRespondSite, type RespondSite } from './respond-site.ts'
import { openRespondent, type Respondent } from './respondent.ts'

/** One site and one browser for all tests of a file; firms come and go, and what they sent with them. */
export function servedSurvey() {
  let site: RespondSite
  let browser: Browser
  beforeAll(async () => {
    site = await openRespondSite()
    browser = await launchBrowser()
  })
  afterEach(() => site.emptyInbox())
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
  return {
    site: () => site,
    visit: (options?: BrowserContextOptions): Promise<Respondent> =>
      openRespondent(browser, site.address, options),
  }
}
