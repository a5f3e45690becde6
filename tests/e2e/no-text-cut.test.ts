import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LANGUAGES } from '../../survey-definitions/language.ts'
import { answerableItems } from '../../survey-definitions/routing-path.ts'
import { tourWhole } from '../screenshots/full-tour.ts'
import { launchBrowser } from '../support/browser.ts'
import { publishedQuestionnaire } from '../support/definition-files.ts'
import { inspector } from './inspector.ts'
import { layoutFaults } from './layout-checks.ts'
import { openQuestionnaireSite, type QuestionnaireSite } from './questionnaire-site.ts'

const WIDTHS = [320, 360, 768, 1440]

const questionnaire = publishedQuestionnaire('pci-full')

let site: QuestionnaireSite
let browser: Browser
let address: string

beforeAll(async () => {
  site = await openQuestionnaireSite()
  browser = await launchBrowser()
  ;({ address } = await site.open(questionnaire))
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it.each(LANGUAGES)(
  'cuts, covers and crowds nothing of the whole questionnaire in %s, on any width',
  { timeout: 300_000 },
  async (language) => {
    const { look, faults, views } = inspector(faultsAtWidths)
    await tourWhole({ browser, address, questionnaire, language, look })
    const items = answerableItems(questionnaire).map(({ code }) => code)
    expect(views).toEqual(expect.arrayContaining(['letter', 'hub', 'final']))
    expect(views.flatMap((view) => view.split(' '))).toEqual(expect.arrayContaining(items))
    expect(faults).toEqual([])
  },
)

async function faultsAtWidths(page: Page): Promise<readonly string[]> {
  const faults: string[] = []
  for (const width of WIDTHS) {
    // Tall enough for the longest view: what is out of the window cannot be seen to be covered.
    await page.setViewportSize({ width, height: 4000 })
    faults.push(...(await layoutFaults(page)).map((fault) => `${width} px: ${fault}`))
  }
  return faults
}
