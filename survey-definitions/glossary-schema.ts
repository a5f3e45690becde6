import { z } from 'zod'

/** The forms that one language has for a term: the term itself, then the variants that are let pass. */
const Forms = z.array(z.string().trim().min(1)).min(1)

/** One term with the words that translate it. A language left out is free to say it in its own way. */
export const Term = z.strictObject({
  /** As it stands in a text, capitals aside. */
  vi: z.string().trim().min(1),
  en: Forms.optional(),
  zh: Forms.optional(),
  /** What a translator must know. */
  note: z.string().optional(),
  /** Texts in which a translation may do without the term, by the path that `textsOf` gives them. */
  except: z
    .array(z.strictObject({ path: z.string(), language: z.enum(['en', 'zh']), why: z.string() }))
    .default([]),
})

/** The terms that every translation of a questionnaire uses. */
export const Glossary = z.strictObject({
  format: z.literal('pci-pulse/glossary/1'),
  terms: z.array(Term).min(1),
})

export type Term = z.infer<typeof Term>
export type Glossary = z.infer<typeof Glossary>
