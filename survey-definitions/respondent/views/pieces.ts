import { inLanguage, type Language, type LocalizedText } from '../../language.ts'
import type { Section } from '../../questionnaire-schema.ts'
import { type Child, el, type Markup } from '../markup.ts'
import type { Survey } from '../survey.ts'

/** Who runs the page that Leave quickly opens: anybody may have it open. */
export const ELSEWHERE = 'https://nchmf.gov.vn/'

/** The view's one h1, which takes the focus when the page is turned. */
export function heading(...children: readonly Child[]): Markup {
  return el('h1', { tabindex: -1 }, ...children)
}

/** A text of the questionnaire; Vietnamese, and marked as such, where it has no translation. */
export function localized(text: LocalizedText, language: Language): Child {
  return text[language] === undefined ? el('span', { lang: 'vi' }, text.vi) : inLanguage(text, language)
}

/** What a press does is named by the button's value, in the browser and in a posted form alike. */
export function button(act: string, look: string, ...children: readonly Child[]): Markup {
  return el('button', { name: 'do', value: act, class: look }, ...children)
}

export const actions = (...children: readonly Child[]): Markup => el('div', { class: 'actions' }, ...children)

export const list = (lines: readonly Child[]): Markup =>
  el(
    'ul',
    {},
    lines.map((line) => el('li', {}, line)),
  )

/** A framed passage with a heading of its own, which names it. */
export function notice(id: string, title: string, ...children: readonly Child[]): Markup {
  return el('section', { class: 'notice', 'aria-labelledby': id }, el('h2', { id }, title), children)
}

/** Back; in a sensitive section beside the way out, which stays in sight. */
export function turnRow({ texts }: Survey, section?: Section): Markup {
  return el(
    'div',
    { class: section?.sensitive ? 'turn exits' : 'turn' },
    button('back', 'link back', texts.back),
    section?.sensitive &&
      el('a', { id: 'exit', class: 'button warning', href: ELSEWHERE, rel: 'noreferrer' }, texts.exit),
  )
}
