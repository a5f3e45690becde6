import type { Browser, BrowserContextOptions } from 'playwright-core'
import { expect } from 'vitest'
import { checkView, tabTo } from './page-checks.ts'

export type Respondent = Awaited<ReturnType<typeof openRespondent>>

/** What a page that keeps nothing keeps. */
export const NOTHING_KEPT = { local: 0, session: 0, cookies: '', caches: 0, workers: 0, databases: 0 }

/** Somebody with a phone, a keyboard and an address; whatever the page complains of is noted. */
export async function openRespondent(browser: Browser, address: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    locale: 'vi-VN',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) complaints.push(message.text())
  })

  /** Waits for the view with this heading, which must have the focus, and checks it. */
  async function onView(title: string): Promise<void> {
    await page.waitForFunction((text) => document.querySelector('h1')?.textContent?.trim() === text, title)
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    expect(page.url()).toBe(address)
    await checkView(page)
  }

  async function press(name: string): Promise<void> {
    await tabTo(page, page.getByRole('button', { name, exact: true }).first())
    await page.keyboard.press('Enter')
  }

  /** Opens a section from a list of sections. */
  async function open(section: string): Promise<void> {
    await tabTo(page, page.locator('.row', { hasText: section }).first())
    await page.keyboard.press('Enter')
    await onView(section)
  }

  /** The later script is there: what it adds to the page can be pressed. */
  async function whole(): Promise<void> {
    await page.waitForSelector('link[rel=stylesheet]', { state: 'attached' })
  }

  /** Ticks a box, or moves through radio buttons with the arrow keys as their group asks for. */
  async function choose(name: string): Promise<void> {
    const field = page.getByLabel(name, { exact: true })
    if ((await field.getAttribute('type')) !== 'radio') {
      await tabTo(page, field)
      return page.keyboard.press('Space')
    }
    await tabTo(page, page.locator('input[type=radio]').first())
    await page.keyboard.press('Space')
    while (!(await field.isChecked())) await page.keyboard.press('ArrowDown')
  }

  async function type(label: string, text: string): Promise<void> {
    const field = page.getByLabel(label)
    await tabTo(page, field)
    await field.fill('')
    await page.keyboard.type(text)
  }

  return {
    context,
    page,
    complaints,
    onView,
    whole,
    open,
    press,
    choose,
    type,
    heading: () => page.locator('h1').innerText(),
    /** Where a screen reader is: the summary of what is wrong. */
    onErrorSummary: async (): Promise<string> => {
      await page.waitForFunction(() => document.activeElement?.className === 'error-summary')
      await checkView(page)
      return page.locator('.error-summary a').innerText()
    },
    begin: async (): Promise<void> => {
      await page.goto(address)
      await whole()
      await choose('Tôi đã đọc và đồng ý trả lời.')
      await press('Bắt đầu')
      await onView('Các mục của phiếu')
    },
    /** From the list of sections to the first question that needs an answer. */
    goToLandQuestion: async (): Promise<void> => {
      await press('Bắt đầu trả lời')
      await onView('Xin trả lời cho năm vừa qua.')
      await press('Tiếp tục')
      await onView('Có làm thủ tục đất đai không?')
    },
    receiptCode: async (): Promise<string> =>
      (await page.locator('.receipt-code').innerText()).replaceAll(/\s/g, ''),
    /** What this browser keeps anywhere that a page can reach, once taking it away is done. */
    kept: async () => {
      await page.waitForTimeout(150)
      return page.evaluate(async () => ({
        local: Object.keys(localStorage).length,
        session: Object.keys(sessionStorage).length,
        cookies: document.cookie,
        caches: 'caches' in window ? (await caches.keys()).length : 0,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        databases: (await indexedDB.databases()).length,
      }))
    },
    leave: () => context.close(),
  }
}
