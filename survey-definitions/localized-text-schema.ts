import { z } from 'zod'

/** A text people read: Vietnamese always, other languages where translated. */
export const LocalizedText = z.strictObject({
  vi: z.string().trim().min(1),
  en: z.string().trim().min(1).optional(),
  zh: z.string().trim().min(1).optional(),
})

/** Codes that stand in files, tables and URLs: lower-case letters, digits, hyphens. */
export const Code = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters, digits and hyphens')
