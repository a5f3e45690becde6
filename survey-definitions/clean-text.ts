/** A text fit to store, or why it is not. */
export type CleanedText = { readonly text: string } | { readonly code: 'bad_text' | 'too_long' }

const LONE_SURROGATE = /\p{Surrogate}/u
const CONTROL = /(?![\t\n])\p{Control}/u
const STACKED_MARKS = /\p{Mark}{5}/u
/** More marks in a row than any script writes (UAX #15, stream-safe text); sorting them is quadratic. */
const ENDLESS_MARKS = /\p{Mark}{31}/u

/**
 * Characters that cannot be seen but change what is shown. A joiner between two pictographs is
 * matched together with the first of them, to be kept. (No lookbehind: older phones lack it.)
 */
const INVISIBLE =
  /(\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?\u200D(?=\p{Extended_Pictographic}))|[\u200B-\u200D\u202A-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu

/**
 * The text in NFC, trimmed, without invisible controls. Refuses control characters, letters
 * buried under more than four marks, and more than `maxLength` code points.
 *
 * @example
 * cleanText(' Công\u200B ty ', 200) // => { text: 'Công ty' }
 */
export function cleanText(raw: string, maxLength: number): CleanedText {
  const lines = raw.replaceAll('\r\n', '\n')
  if (LONE_SURROGATE.test(lines) || CONTROL.test(lines)) return { code: 'bad_text' }
  // Composed after the removal: an invisible character may stand between a letter and its mark.
  const visible = lines.replace(INVISIBLE, (_, joined?: string) => joined ?? '')
  if (ENDLESS_MARKS.test(visible)) return { code: 'bad_text' }
  const text = visible.normalize('NFC').trim()
  if (STACKED_MARKS.test(text)) return { code: 'bad_text' }
  return Array.from(text).length > maxLength ? { code: 'too_long' } : { text }
}
