import type { Language } from '../language.ts'

/**
 * A number as people type it, or undefined. The comma is decimal in Vietnamese and the point in
 * English and Chinese, but the other one is understood wherever it cannot mean thousands.
 *
 * @example
 * readNumber('7,5', { kind: 'decimal' }, 'vi') // => 7.5
 * readNumber('1.500', { kind: 'integer' }, 'vi') // => 1500
 */
export function readNumber(
  text: string,
  { kind }: { readonly kind: string },
  language: Language,
): number | undefined {
  const compact = text.replace(/[\s\u00A0\u202F]/g, '')
  const [thousands, decimal] = language === 'vi' ? '.,' : ',.'
  const plain =
    isGrouped(compact, thousands) || (kind === 'integer' && isGrouped(compact, decimal))
      ? compact.replace(/[.,]/g, '')
      : withoutGroups(compact, thousands)
  const normal = plain.replace(',', '.').replace('\u2212', '-')
  return /^-?\d+(\.\d*)?$/.test(normal) ? Number(normal) : undefined
}

/** A number as the language writes it, without thousands marks: what a field can take back. */
export function writeNumber(number: number, language: Language): string {
  const text = String(number)
  return language === 'vi' ? text.replace('.', ',') : text
}

function isGrouped(text: string, mark: string | undefined): boolean {
  return new RegExp(`^\\d{1,3}(\\${mark}\\d{3})+$`).test(text)
}

/** Removes thousands marks that stand before a decimal part, as in 1.234,5. */
function withoutGroups(text: string, mark: string | undefined): string {
  const [whole = '', ...parts] = text.split(/(?=[.,]\d*$)/)
  return isGrouped(whole, mark) ? whole.replace(/[.,]/g, '') + parts.join('') : text
}
