import type { Language } from '../../survey-definitions/language.ts'

/** Each language by its own name, as the switch shows it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  vi: 'Tiếng Việt',
  en: 'English',
  zh: '中文',
}
