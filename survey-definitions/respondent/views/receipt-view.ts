import { type Child, el } from '../markup.ts'
import type { Texts } from '../texts/texts.ts'
import { heading, list } from './pieces.ts'

/** Shown only after the server has confirmed; lives only while the page is open. */
export function receiptView(texts: Texts, receipt: string, actions?: Child): Child {
  return [
    heading(texts.receiptTitle),
    el('p', { class: 'lead' }, texts.thanks),
    el(
      'div',
      { class: 'receipt' },
      el('h2', { id: 'receipt-code' }, texts.code),
      el(
        'p',
        { class: 'receipt-code', 'aria-labelledby': 'receipt-code' },
        groupedCode(receipt)
          .split(' ')
          .map((group) => [el('span', {}, group), ' ']),
      ),
      el('p', { class: 'quiet' }, texts.aboutCode),
    ),
    el('h2', {}, texts.nextTitle),
    list(texts.next),
    actions,
  ]
}

/**
 * A receipt in groups that can be read and written down.
 *
 * @example
 * groupedCode('ABCDEFGHJKMNPQRSTVWXYZ0123') // => 'ABCDE FGHJK MNPQR STVWX YZ0123'
 */
export function groupedCode(receipt: string): string {
  return receipt.replace(/^(.{5})(.{5})(.{5})(.{5})/, '$1 $2 $3 $4 ')
}
