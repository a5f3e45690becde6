import { chmodSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Browser, Page } from 'playwright-core'
import { LANGUAGES } from '../../survey-definitions/language.ts'
import { openRespondSite } from '../e2e/respond-site.ts'
import { launchBrowser } from '../support/browser.ts'
import { temporaryFolder } from '../support/databases.ts'
import { contactSheet, type Shot } from './contact-sheet.ts'
import { tourClosed, tourForm, tourPage } from './respondent-tour.ts'

// node tests/screenshots/take-screenshots.ts [FOLDER]
// Every kind of view of the respondent's page at three widths, in three languages, light and dark.
// The contact sheet goes to docs/images; with a FOLDER, the single pictures in full size go there.
const SHEET = join(import.meta.dirname, '../../docs/images/respondent-contact-sheet.jpg')
const WIDTHS = [360, 768, 1440]
const SCHEMES = ['light', 'dark'] as const
/** Widest pages are shown smaller, so that all that is in one row reads alike. */
const SHOWN_WIDTHS = [108, 150, 216]

const [, , folder] = process.argv
const kept = temporaryFolder()
const site = await openRespondSite()
const browser = await launchBrowser()
try {
  const shots: Shot[] = []
  for (const language of LANGUAGES) {
    const look = async (page: Page, view: string) => {
      shots.push(...(await shotsOf(page, `${language} ${view}`)))
    }
    for (const tour of [tourPage, tourForm, tourClosed]) await tour({ browser, site, language, look })
  }
  await writeSheet(browser, shots)
  console.log(`${shots.length} pictures; ${SHEET}: ${(statSync(SHEET).size / 1e6).toFixed(2)} MB`)
} finally {
  await browser.close()
  await site.close()
  kept.remove()
}

/** A view at every width, light and dark, from its top to its end. */
async function shotsOf(page: Page, name: string): Promise<readonly Shot[]> {
  const shots: Shot[] = []
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const [place, width] of WIDTHS.entries()) {
      await page.setViewportSize({ width, height: 640 })
      const path = join(folder ?? kept.path, `${name} ${colorScheme} ${width}.png`.replaceAll(/[ ,:]+/g, '-'))
      await page.screenshot({ path, fullPage: true })
      shots.push({ name, path, shownWidth: SHOWN_WIDTHS[place] ?? width })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 360, height: 640 })
  return shots
}

async function writeSheet(chromium: Browser, shots: readonly Shot[]): Promise<void> {
  const page = await chromium.newPage({ viewport: { width: 2040, height: 1000 } })
  await page.route('http://localhost:1/*', (route) => {
    const place = Number(new URL(route.request().url()).pathname.slice(1))
    const shot = shots[place]
    return shot
      ? route.fulfill({ contentType: 'image/png', body: readFileSync(shot.path) })
      : route.fulfill({ contentType: 'text/html', body: contactSheet(shots) })
  })
  await page.goto('http://localhost:1/sheet')
  await page.screenshot({ path: SHEET, fullPage: true, type: 'jpeg', quality: 20 })
  // The database that served the views lets nobody else read what is written after it.
  chmodSync(SHEET, 0o644)
}
