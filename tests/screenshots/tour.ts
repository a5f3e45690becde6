import type { Page } from 'playwright-core'
import type { Language } from '../../survey-definitions/language.ts'

/** Called with every view of a page while it is on the screen. */
export type Look = (page: Page, view: string) => Promise<void>

export const PHONE = {
  viewport: { width: 360, height: 640 },
  locale: 'vi-VN',
  reducedMotion: 'reduce',
} as const

/** Presses the button that does this, the last where there are several. */
export function press(page: Page, act: string): Promise<void> {
  return page.locator(`button[value="${act}"]`).last().click()
}

/** Vietnamese stands at the shortest address. */
export function addressIn(address: string, language: Language): string {
  return language === 'vi' ? address : `${address}/${language}`
}
