import { type Child, isMarkup, type Markup } from '../../survey-definitions/respondent/markup.ts'

const VOID = new Set(['input', 'meta', 'link', 'br'])

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * The HTML of an element, every text and attribute escaped.
 *
 * @example
 * htmlOf(el('p', { class: 'lead' }, 'a < b')) // => '<p class="lead">a &lt; b</p>'
 */
export function htmlOf(child: Child): string {
  if (child === undefined || child === false) return ''
  if (isMarkup(child)) return elementOf(child)
  return typeof child === 'object' ? child.map(htmlOf).join('') : escaped(child)
}

function elementOf({ tag, attributes, children }: Markup): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`))
    .join('')
  const start = `<${tag}${written}>`
  return VOID.has(tag) ? start : `${start}${htmlOf(children)}</${tag}>`
}

function escaped(text: string | number): string {
  return String(text).replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? '')
}
