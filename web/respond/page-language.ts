import type { Language } from '../../survey-definitions/language.ts'

/** The languages the page itself speaks. */
export const PAGE_LANGUAGES = ['vi', 'en'] as const satisfies readonly Language[]

export type PageLanguage = (typeof PAGE_LANGUAGES)[number]

/** Each language by its own name, as the switch shows it. */
export const LANGUAGE_NAMES: Readonly<Record<PageLanguage, string>> = { vi: 'Tiếng Việt', en: 'English' }

export function isPageLanguage(value: unknown): value is PageLanguage {
  return value === 'vi' || value === 'en'
}
