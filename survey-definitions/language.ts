/** Languages a text may be written in. Vietnamese is always there. */
export const LANGUAGES = ['vi', 'en', 'zh'] as const

export type Language = (typeof LANGUAGES)[number]

/** One text in Vietnamese and, where translated, in English and Chinese. */
export interface LocalizedText {
  readonly vi: string
  readonly en?: string | undefined
  readonly zh?: string | undefined
}

/**
 * The text in the language asked for, in Vietnamese where it has no translation.
 *
 * @example
 * inLanguage({ vi: 'Có', en: 'Yes' }, 'en') // => 'Yes'
 */
export function inLanguage(text: LocalizedText, language: Language): string {
  return text[language] ?? text.vi
}
