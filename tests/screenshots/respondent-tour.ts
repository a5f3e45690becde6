import { readFile } from 'node:fs/promises'
import type { Browser, Page, Route } from 'playwright-core'
import { accessibilityPath } from '../../api/pages/accessibility-page.ts'
import type { Language } from '../../survey-definitions/language.ts'
import { TEXTS } from '../../survey-definitions/respondent/texts/all-texts.ts'
import { ELSEWHERE } from '../../survey-definitions/respondent/views/pieces.ts'
import { openRespondSite } from '../e2e/respond-site.ts'
import { addressIn, type Look, PHONE, press as pressOn } from './tour.ts'

export type TourSite = Awaited<ReturnType<typeof openRespondSite>>

/** Where the tour opens the carry-file, as somebody opens it from a folder. */
const CARRIED = 'http://localhost:1/carried.html'

interface Tour {
  readonly browser: Browser
  readonly site: TourSite
  readonly language: Language
  readonly look: Look
}

/** Goes through the page as it is with scripts, by what its buttons do, whatever the language. */
export async function tourPage(tour: Tour): Promise<void> {
  const { browser, site, language, look } = tour
  const context = await browser.newContext({ ...PHONE, acceptDownloads: true })
  const page = await context.newPage()
  const address = addressIn(site.address, language)
  const press = (act: string) => pressOn(page, act)
  const onView = (view: string) => look(page, view)
  const next = async (view: string) => {
    await press('next')
    await onView(view)
  }

  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await onView('letter')
  await press('begin')
  await page.locator('.error-summary').waitFor()
  await onView('letter, not agreed')
  await page.locator('#consent').check()
  await press('begin')
  await onView('hub, fresh')
  await press('open profile')
  await onView('note')
  await next('single')
  await press('next')
  await page.locator('.error-summary').waitFor()
  await onView('single, missed')
  await page.locator('#land-0').check()
  await onView('single, answered')
  await next('check')
  await press('finish profile')
  await press('open experience')
  await onView('section')
  await press('enter experience')
  await onView('integer')
  await page.locator('#days-0').fill('400')
  await press('next')
  await page.locator('.error-summary').waitFor()
  await onView('integer, out of range')
  await page.locator('#days-0').fill('12')
  await next('multiple')
  await page.locator('#problems-0').check()
  await next('decimal')
  await next('scale')
  await page.locator('#fair-3').check()
  await onView('scale, answered')
  await next('text')
  await page.locator('#office-0').fill('Văn phòng đăng ký đất đai huyện Cao Lộc')
  await press('next')
  await page.locator('.error-summary').waitFor()
  await onView('text, too long')
  await page.locator('#office-0').fill('Văn phòng đất đai')
  await next('long-text')
  await next('check, long')
  await press('finish experience')
  await onView('hub, started')
  await press('view final')
  await onView('final, missed')
  await press('back')
  await press('open informal')
  await onView('section, sensitive')
  await press('enter informal')
  await onView('single, sensitive')
  await press('next')
  await press('finish informal')
  await press('open indirect')
  await press('enter indirect')
  await onView('list-experiment')
  await next('crosswise')
  await next('randomised')
  await press('view erase')
  await onView('erase')
  await press('back')
  await leaveQuickly(page)
  await onView('letter, resumed')
  await press('view hub')
  await press('view final')
  await press('refuse-all')
  await page.locator('details summary').last().click()
  await onView('final')
  await tourCarryFile(page, look)
  await tourSending(page, tour)
  await context.close()
}

/** Back from the page that Leave quickly opens leads to the letter. */
async function leaveQuickly(page: Page): Promise<void> {
  await page.route(ELSEWHERE, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Thời tiết</h1>' }),
  )
  await page.locator('#exit').click()
  await page.waitForURL(ELSEWHERE)
  await page.goBack()
  await page.locator('#resume').waitFor()
}

async function tourCarryFile(page: Page, look: Look): Promise<void> {
  const downloading = page.waitForEvent('download')
  await page.locator('button[value=carry-out]').click()
  const body = await readFile(await (await downloading).path(), 'utf8')
  const file = await page.context().newPage()
  await file.route(CARRIED, (route) => route.fulfill({ contentType: 'text/html', body }))
  await file.goto(CARRIED)
  await look(file, 'carry-file')
  await file.close()
}

/** Every state of sending, brought about by what the network does. */
async function tourSending(page: Page, { look, language }: Tour): Promise<void> {
  const press = (act: string) => pressOn(page, act)
  const reply = async (handle: (route: Route) => Promise<void>) => {
    await page.unroute('**/submissions')
    await page.route('**/submissions', handle)
  }
  const held: Route[] = []
  await reply(async (route) => void held.push(route))
  await press('send')
  await look(page, 'sending')
  await reply((route) => route.fulfill({ status: 503 }))
  for (const route of held) await route.abort('connectionreset')
  await page.locator('button[value=send]').waitFor()
  await look(page, 'waiting')
  await reply((route) =>
    route.fulfill({ status: 410, contentType: 'application/problem+json', body: '{"code":"closed"}' }),
  )
  await press('send')
  await page.getByRole('heading', { name: TEXTS[language].later.stoppedTitle }).waitFor()
  await look(page, 'stopped')
  await page.unroute('**/submissions')
  await press('view final')
  await press('send')
  await page.locator('.receipt').waitFor()
  await look(page, 'receipt')
}

/** The same survey as form posts: no script reaches the browser. */
export async function tourForm({ browser, site, language, look }: Tour): Promise<void> {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  await page.route('**/s/*', withoutScripts)
  await page.route('**/s/*/*', withoutScripts)
  const press = (act: string) => pressOn(page, act)
  const onView = async (view: string) => {
    await page.waitForLoadState('load')
    await look(page, `form: ${view}`)
  }
  await page.goto(addressIn(site.address, language))
  await onView('letter')
  await press('begin')
  await onView('letter, not agreed')
  await page.locator('#consent').check()
  await press('begin')
  await onView('hub')
  await press('open profile')
  await press('next')
  await press('next')
  await onView('single, missed')
  await page.locator('#land-0').check()
  await press('next')
  await onView('check')
  await press('finish profile')
  await press('view final')
  await press('refuse-all')
  await onView('final')
  await press('view erase')
  await onView('erase')
  await press('back')
  await press('send')
  await onView('receipt')
  await context.close()
}

async function withoutScripts(route: Route): Promise<void> {
  if (route.request().method() !== 'GET') return route.continue()
  const response = await route.fetch()
  const body = (await response.text()).replaceAll(/<script\b.*?<\/script>/gs, '')
  await route.fulfill({ response, body })
}

/** Pages without a form: a survey that is not open, an address that leads nowhere, who can answer. */
export async function tourClosed({ browser, site, language, look }: Tour): Promise<void> {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  await page.goto(addressIn(site.draftAddress, language))
  await look(page, 'not open')
  await page.goto(new URL('/s/khong-co', site.address).href)
  await look(page, 'unknown link')
  await page.goto(new URL(accessibilityPath(language), site.address).href)
  await look(page, 'accessibility')
  await context.close()
}
