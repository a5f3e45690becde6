import { z } from 'zod'
import { cleanText } from '../survey-definitions/clean-text.ts'

/** A name or label typed by staff: one line, cleaned like a respondent's text, never empty. */
export function shortText(maxLength: number) {
  return z.string().transform((raw, context) => {
    const cleaned = cleanText(raw, maxLength)
    if ('text' in cleaned && cleaned.text !== '' && !cleaned.text.includes('\n')) return cleaned.text
    context.addIssue({ code: 'custom', message: 'a text' })
    return z.NEVER
  })
}
