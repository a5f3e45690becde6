import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Language } from '../../survey-definitions/language.ts'
import { openQuestionnaireSite } from '../e2e/questionnaire-site.ts'
import { publishedQuestionnaire } from '../support/definition-files.ts'
import type { Shot } from './contact-sheet.ts'
import { tourWhole } from './full-tour.ts'

const WIDEST_FIRST = [1440, 768] as const
const TALLEST = 20

/** Column of the sheet, and what stands beside other pictures in one. */
const SHOWN = 172
const SHOWN_SMALL = 84

interface Pictured {
  readonly view: string
  readonly look: string
  readonly path: string
  readonly height: number
}

/**
 * Every view of the whole published questionnaire on a phone, in Vietnamese; and of the tallest also on
 * wider screens, in the dark and in the other languages.
 */
export async function fullQuestionnaireShots(browser: Browser, folder: string): Promise<readonly Shot[]> {
  const questionnaire = publishedQuestionnaire('pci-full')
  const site = await openQuestionnaireSite()
  try {
    const { address } = await site.open(questionnaire)
    const pictured = async (language: Language) => {
      const pictures: Pictured[] = []
      const look = async (page: Page, view: string) => {
        pictures.push(...(await picturesOf(page, { view, language, folder })))
      }
      await tourWhole({ browser, address, questionnaire, language, look })
      return pictures
    }
    return shotsOf({ vi: await pictured('vi'), en: await pictured('en'), zh: await pictured('zh') })
  } finally {
    await site.close()
  }
}

/** One view on a phone, and in Vietnamese also on wider screens and in the dark. */
async function picturesOf(
  page: Page,
  { view, language, folder }: { readonly view: string; readonly language: Language; readonly folder: string },
): Promise<readonly Pictured[]> {
  const take = async (look: string) => {
    const path = join(folder, `full ${language} ${view} ${look}.png`.replaceAll(/[ ,:]+/g, '-'))
    // What stays in sight while one scrolls stands where it begins.
    await page.evaluate(() => scrollTo(0, 0))
    await page.screenshot({ path, fullPage: true })
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    return { view, look: `${language} ${look}`, path, height }
  }
  const pictures: Pictured[] = []
  for (const width of language === 'vi' ? WIDEST_FIRST : []) {
    await page.setViewportSize({ width, height: 640 })
    pictures.push(await take(String(width)))
  }
  await page.setViewportSize({ width: 360, height: 640 })
  pictures.push(await take('360'))
  if (language !== 'vi') return pictures
  await page.emulateMedia({ colorScheme: 'dark' })
  pictures.push(await take('360 dark'))
  await page.emulateMedia({ colorScheme: 'light' })
  return pictures
}

function shotsOf({ vi, en, zh }: Readonly<Record<Language, readonly Pictured[]>>): readonly Shot[] {
  const all = vi.filter(({ look }) => look === 'vi 360')
  const tallest = all.toSorted((one, other) => other.height - one.height).slice(0, TALLEST)
  const others = tallest.flatMap(({ view }) =>
    [...vi, ...en, ...zh].filter(
      (picture) => picture.view === view && /vi (768|1440)|vi 360 dark|(en|zh) 360$/.test(picture.look),
    ),
  )
  return [
    ...all.map(({ view, path }) => ({ name: view, path, shownWidth: SHOWN })),
    ...others.map(({ view, look, path }) => ({
      name: `${view}: ${GROUPS[look] ?? look}`,
      path,
      shownWidth: SHOWN_SMALL,
    })),
  ]
}

/** What stands side by side. */
const GROUPS: Readonly<Record<string, string>> = {
  'vi 768': '768, 1440',
  'vi 1440': '768, 1440',
  'en 360': 'en, zh',
  'zh 360': 'en, zh',
  'vi 360 dark': 'dark',
}
