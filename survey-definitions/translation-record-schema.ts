import { z } from 'zod'

const Digest = z.string().regex(/^[0-9a-f]{8}$/, 'eight hexadecimal digits')

/** Which Vietnamese text each translation of a questionnaire was made from. */
export const TranslationRecord = z.strictObject({
  format: z.literal('pci-pulse/translations/1'),
  questionnaire: z.string(),
  /** By the path of a text, then by language: the digest of the source as it was then. */
  sources: z.record(z.string(), z.strictObject({ en: Digest.optional(), zh: Digest.optional() })),
})

export type TranslationRecord = z.infer<typeof TranslationRecord>
