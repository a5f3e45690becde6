import type { Glossary, Term } from './glossary-schema.ts'
import type { Questionnaire } from './questionnaire-schema.ts'
import { type PlacedText, textsOf } from './texts-of.ts'

/** A translation that lacks the glossary's word for a term of its source. */
export interface GlossaryBreach {
  readonly path: string
  readonly language: 'en' | 'zh'
  readonly term: string
  /** The forms, one of which should be there. */
  readonly forms: readonly string[]
  readonly translation: string
}

const TRANSLATIONS = ['en', 'zh'] as const

/**
 * The translations that do not use the glossary's term where the Vietnamese has it. Where one term
 * holds another (a firm in this line of business, a firm), only the longer one is asked for.
 */
export function glossaryBreaches(
  questionnaire: Questionnaire,
  { terms }: Glossary,
): readonly GlossaryBreach[] {
  const longestFirst = terms.toSorted((a, b) => b.vi.length - a.vi.length)
  return textsOf(questionnaire).flatMap((placed) => {
    const found = termsIn(placed.text.vi, longestFirst)
    return TRANSLATIONS.flatMap((language) => found.flatMap((term) => breachOf(placed, term, language)))
  })
}

/** Terms of a text; each takes its letters with it, so that shorter ones do not find themselves in it. */
function termsIn(source: string, longestFirst: readonly Term[]): readonly Term[] {
  let rest = source.toLowerCase()
  return longestFirst.filter(({ vi }) => {
    const term = new RegExp(`(?<![\\p{L}\\d])${escaped(vi.toLowerCase())}(?![\\p{L}\\d])`, 'gu')
    const without = rest.replace(term, '·')
    const isThere = without !== rest
    rest = without
    return isThere
  })
}

function breachOf({ path, text }: PlacedText, term: Term, language: 'en' | 'zh'): readonly GlossaryBreach[] {
  const translation = text[language]
  const forms = term[language]
  if (translation === undefined || forms === undefined) return []
  const lower = translation.toLowerCase()
  if (forms.some((form) => lower.includes(form.toLowerCase()))) return []
  if (term.except.some((exception) => exception.path === path && exception.language === language)) return []
  return [{ path, language, term: term.vi, forms, translation }]
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
}
