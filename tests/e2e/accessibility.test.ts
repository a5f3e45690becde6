import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LANGUAGES } from '../../survey-definitions/language.ts'
import { tourClosed, tourForm, tourPage } from '../screenshots/respondent-tour.ts'
import { launchBrowser } from '../support/browser.ts'
import { axeFaults, overflowsOf, unseenFocus } from './accessibility-checks.ts'
import { inspector } from './inspector.ts'
import { openRespondSite, type RespondSite } from './respond-site.ts'

let site: RespondSite
let browser: Browser

beforeAll(async () => {
  site = await openRespondSite()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it.each(LANGUAGES)(
  'has nothing in %s that axe finds or that a small screen cuts, on any view, light and dark',
  { timeout: 300_000 },
  async (language) => {
    const { look, faults, views } = inspector(async (page) => [
      ...(await axeFaults(page)),
      ...(await overflowsOf(page)),
    ])
    for (const tour of [tourPage, tourForm, tourClosed]) await tour({ browser, site, language, look })
    expect(new Set(views).size).toBe(45)
    expect(faults).toEqual([])
  },
)

it('shows in forced colours where the focus is, on every view', { timeout: 300_000 }, async () => {
  const { look, faults } = inspector(async (page) => {
    await page.emulateMedia({ forcedColors: 'active' })
    const unseen = await unseenFocus(page)
    await page.emulateMedia({ forcedColors: 'none' })
    return unseen
  })
  for (const tour of [tourPage, tourForm]) await tour({ browser, site, language: 'vi', look })
  expect(faults).toEqual([])
})
