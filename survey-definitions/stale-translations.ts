import type { Questionnaire } from './questionnaire-schema.ts'
import { type PlacedText, textsOf } from './texts-of.ts'
import type { TranslationRecord } from './translation-record-schema.ts'

/** A translation that nobody has looked at since its Vietnamese source changed. */
export interface StaleTranslation {
  readonly path: string
  readonly language: 'en' | 'zh'
  readonly source: string
  readonly translation: string
}

const TRANSLATIONS = ['en', 'zh'] as const

/** The translations whose source is not the one that the record says they were made from. */
export function staleTranslations(
  questionnaire: Questionnaire,
  { sources }: Pick<TranslationRecord, 'sources'>,
): readonly StaleTranslation[] {
  return textsOf(questionnaire).flatMap(({ path, text }) =>
    TRANSLATIONS.flatMap((language) => {
      const translation = text[language]
      const recorded = Object.hasOwn(sources, path) ? sources[path]?.[language] : undefined
      if (translation === undefined || recorded === sourceDigest(text.vi)) return []
      return [{ path, language, source: text.vi, translation }]
    }),
  )
}

/** The record of a questionnaire whose translations all say what their sources say today. */
export function recordTranslations(questionnaire: Questionnaire): TranslationRecord {
  return {
    format: 'pci-pulse/translations/1',
    questionnaire: questionnaire.id,
    sources: Object.fromEntries(
      textsOf(questionnaire)
        .filter(({ text }) => TRANSLATIONS.some((language) => text[language] !== undefined))
        .map(({ path, text }) => [path, digestsOf(text)]),
    ),
  }
}

function digestsOf(text: PlacedText['text']): TranslationRecord['sources'][string] {
  const digest = sourceDigest(text.vi)
  return {
    ...(text.en !== undefined && { en: digest }),
    ...(text.zh !== undefined && { zh: digest }),
  }
}

/**
 * A text as eight hexadecimal digits: FNV-1a over its UTF-16 code units. It notices a change; it
 * does not guard against a forger.
 *
 * @example
 * sourceDigest('a') // => 'e40c292c'
 */
export function sourceDigest(text: string): string {
  let hash = 0x811c9dc5
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
