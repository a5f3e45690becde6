import { inLanguage, type Language, LANGUAGES } from '../../survey-definitions/language.ts'
import { type Child, el } from '../../survey-definitions/respondent/markup.ts'
import type { LetterTexts } from '../../survey-definitions/respondent/texts/texts.ts'
import { localized } from '../../survey-definitions/respondent/views/pieces.ts'
import { accessibilityPath } from './accessibility-page.ts'
import { htmlOf } from './html.ts'
import { LANGUAGE_NAMES } from './language-names.ts'
import type { RespondShell } from './respond-shell.ts'
import type { SurveyHead } from './survey-page-store.ts'

/** What one answer of the server to a respondent's browser consists of. */
export interface SurveyDocument {
  readonly head: SurveyHead
  readonly shell: RespondShell
  readonly language: Language
  /** Languages the questionnaire is written in. */
  readonly languages: readonly Language[]
  readonly texts: LetterTexts
  readonly title: string
  readonly main: Child
  readonly foot?: Child
  /** What the style must know: `begun` once there are answers, `turned` past the letter. */
  readonly look?: string
  /** The page's data as JSON, and the script that reads it; none for a browser without scripts. */
  readonly data?: string
  readonly script?: string
  /** Fields that are not seen: what a form without script carries from page to page. */
  readonly hidden?: Child
}

/** The page as one HTML text: style, script and data inside it, and nothing to fetch. */
export function surveyDocument({
  shell,
  language,
  title,
  data,
  script,
  look,
  ...document
}: SurveyDocument): string {
  return [
    `<!doctype html><html lang="${language}"${look === undefined ? '' : ` class="${look}"`}><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="format-detection" content="telephone=no"><link rel="icon" href="data:,">',
    htmlOf(el('title', {}, title)),
    `<style>${shell.style}</style>${script === undefined ? laterStyle(shell) : ''}</head><body>`,
    htmlOf(bodyOf({ language, ...document })),
    data === undefined || script === undefined
      ? ''
      : `<script type="application/json" id="survey">${inertJson(data)}</script><script>${script}</script>`,
    '</body></html>',
  ].join('')
}

/** A page without script has the whole style at once. */
function laterStyle({ laterStyle: address }: RespondShell): string {
  return htmlOf(el('link', { rel: 'stylesheet', href: address }))
}

function bodyOf(
  document: Pick<SurveyDocument, 'head' | 'language' | 'languages' | 'texts' | 'main' | 'foot' | 'hidden'>,
): Child {
  const { head, language, texts, main, foot, hidden } = document
  const isCarrying = hidden !== undefined && hidden !== false
  return [
    head.demo && el('p', { class: 'simulated' }, texts.simulated),
    el(
      'div',
      { class: 'page' },
      el(
        'header',
        {},
        el(
          'div',
          { class: 'office' },
          el('p', { class: 'province' }, localized(head.province, language)),
          el('p', {}, inLanguage(head.department, language)),
        ),
        !isCarrying && languageSwitch(document),
      ),
      el(
        'form',
        { id: 'form', method: 'post', action: pathOf(head, language), novalidate: true, autocomplete: 'off' },
        hidden,
        el('main', {}, main),
        el('footer', { class: 'no-print' }, foot),
      ),
      // After the form: its first button is the one that Enter presses.
      isCarrying && languageSwitch(document),
      // Outside the form too: there a link is a way out at once.
      el('aside', { class: 'about' }, el('a', { href: accessibilityPath(language) }, texts.accessibility)),
    ),
    el('output', { class: 'visually-hidden' }),
  ]
}

function languageSwitch({
  head,
  language,
  languages,
  texts,
  hidden,
}: Pick<SurveyDocument, 'head' | 'language' | 'languages' | 'texts' | 'hidden'>): Child {
  const others = LANGUAGES.filter((one) => one !== language && languages.includes(one))
  return (
    others.length > 0 &&
    el(
      'nav',
      { class: 'no-print', 'aria-label': texts.language },
      others.map((one) => languageLink(pathOf(head, one), one, hidden !== undefined && hidden !== false)),
    )
  )
}

/** Without script a form carries the answers: there the switch posts it too. */
function languageLink(path: string, language: Language, isCarrying: boolean): Child {
  const name = LANGUAGE_NAMES[language]
  if (!isCarrying) return el('a', { href: path, lang: language, hreflang: language }, name)
  const attributes = { form: 'form', formaction: path, name: 'do', value: 'stay', class: 'link' }
  return el('button', { ...attributes, lang: language }, name)
}

/** Vietnamese is at the link's own address, as it is printed under the code. */
function pathOf({ link }: SurveyHead, language: Language): string {
  return language === 'vi' ? `/s/${link}` : `/s/${link}/${language}`
}

/** JSON that cannot end its script element, nor a line where old browsers think one ends. */
function inertJson(json: string): string {
  return json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}
