import { join } from 'node:path'
import process from 'node:process'
import type { Page } from 'playwright-core'
import { LANGUAGES } from '../../survey-definitions/language.ts'
import { openRespondSite } from '../e2e/respond-site.ts'
import { launchBrowser } from '../support/browser.ts'
import { temporaryFolder } from '../support/databases.ts'
import { type Shot, writeSheet } from './contact-sheet.ts'
import { fullQuestionnaireShots } from './full-questionnaire-shots.ts'
import { tourClosed, tourForm, tourPage } from './respondent-tour.ts'

// node tests/screenshots/take-screenshots.ts [FOLDER]
// Every kind of view of the respondent's page at three widths, in three languages, light and dark; and
// every view of the whole published questionnaire, whose words are the longest. The contact sheets go to
// docs/images; with a FOLDER, the single pictures in full size go there.
const IMAGES = join(import.meta.dirname, '../../docs/images')
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
  const path = join(IMAGES, 'respondent-contact-sheet.jpg')
  console.log(await writeSheet(browser, { shots, path, setting: 'rows' }))
  const full = await fullQuestionnaireShots(browser, folder ?? kept.path)
  const fullPath = join(IMAGES, 'full-questionnaire-contact-sheet.jpg')
  console.log(await writeSheet(browser, { shots: full, path: fullPath, setting: 'columns' }))
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
      // What sticks to the window would stand in mid-page.
      await page.evaluate(() => scrollTo(0, 0))
      await page.screenshot({ path, fullPage: true })
      shots.push({ name, path, shownWidth: SHOWN_WIDTHS[place] ?? width })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 360, height: 640 })
  return shots
}
