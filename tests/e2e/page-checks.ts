import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** What has to be true of every view, whoever looks at it and however. */
export async function checkView(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const visible = (element: Element) => element.getClientRects().length > 0
    const all = (selector: string) => [...document.querySelectorAll(selector)].filter(visible)
    const nameOf = (field: Element) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
        ? [...(field.labels ?? [])].map((label) => label.textContent?.trim() ?? '').join(' ')
        : ''
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    const targets = all(
      'button:not(.visually-hidden), summary, label.choice, label.point, .input, nav a, a.button',
    )
    const described = [...document.querySelectorAll('[aria-describedby], [aria-labelledby]')].flatMap(
      (element) =>
        `${element.getAttribute('aria-describedby') ?? ''} ${element.getAttribute('aria-labelledby') ?? ''}`
          .split(' ')
          .filter(Boolean),
    )
    return {
      headings: all('h1').length,
      title: document.title,
      language: document.documentElement.lang,
      unnamed: all('input, textarea').filter((field) => nameOf(field) === '').length,
      emptyButtons: all('button').filter((button) => button.textContent?.trim() === '').length,
      repeatedIds: ids.filter((id, index) => ids.indexOf(id) !== index),
      lostReferences: described.filter((id) => document.getElementById(id) === null),
      small: targets
        .filter((target) => target.getBoundingClientRect().height < 43.9)
        .map((target) => `${target.className} ${target.textContent ?? ''}`),
      overflow: document.documentElement.scrollWidth - innerWidth,
      liveRegions: document.querySelectorAll('output, [role=status], [role=alert], [aria-live]').length,
      mains: all('main').length,
    }
  })
  expect(found).toEqual({
    headings: 1,
    title: expect.stringMatching(/\S/),
    language: expect.stringMatching(/^(vi|en|zh)$/),
    unnamed: 0,
    emptyButtons: 0,
    repeatedIds: [],
    lostReferences: [],
    small: [],
    overflow: expect.toSatisfy((pixels: number) => pixels <= 0),
    liveRegions: 1,
    mains: 1,
  })
}

/** Moves the focus with Tab until it is there: what cannot be reached by keyboard fails. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Not reached by Tab: ${target.toString()}`)
}
