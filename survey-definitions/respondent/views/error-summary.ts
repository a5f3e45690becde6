import { el, type Markup } from '../markup.ts'
import type { Texts } from '../texts/texts.ts'
import { list } from './pieces.ts'

/** What to put right, on top of the page; each line leads to its field, and whoever shows it moves the focus here. */
export function errorSummary(
  texts: Texts,
  errors: readonly { readonly field: string; readonly message: string }[],
): Markup {
  return el(
    'section',
    { class: 'error-summary', 'aria-labelledby': 'errors', tabindex: -1 },
    el('h2', { id: 'errors' }, texts.problemTitle),
    list(errors.map(({ field, message }) => el('a', { href: `#${field}` }, message))),
  )
}

/** The same words again by the field. */
export function fieldError(texts: Texts, id: string, message: string): Markup {
  return el(
    'p',
    { id, class: 'field-error' },
    el('span', { class: 'visually-hidden' }, texts.errorPrefix),
    message,
  )
}
