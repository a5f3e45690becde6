import { type Language, LANGUAGES } from '../../survey-definitions/language.ts'
import { el } from '../../survey-definitions/respondent/markup.ts'
import { list } from '../../survey-definitions/respondent/views/pieces.ts'
import { ACCESSIBILITY_TEXTS } from './accessibility-texts.ts'
import { LANGUAGE_NAMES } from './language-names.ts'
import { plainPage } from './plain-page.ts'
import type { RespondShell } from './respond-shell.ts'

/** Who can answer, who cannot yet, and how to say so without being known. */
export function accessibilityPage(language: Language, shell: RespondShell): string {
  const texts = ACCESSIBILITY_TEXTS[language]
  const others = LANGUAGES.filter((one) => one !== language)
  const main = [
    el(
      'header',
      {},
      el('div', { class: 'office' }, el('p', {}, 'Nhịp PCI')),
      el(
        'nav',
        {},
        others.map((one) =>
          el('a', { href: accessibilityPath(one), lang: one, hreflang: one }, LANGUAGE_NAMES[one]),
        ),
      ),
    ),
    el(
      'main',
      {},
      el('h1', {}, texts.title),
      el('p', { class: 'lead' }, texts.lead),
      el('h2', {}, texts.doneTitle),
      list(texts.done),
      el('h2', {}, texts.gapsTitle),
      list(texts.gaps),
      el('h2', {}, texts.helpTitle),
      list(texts.help),
      el('p', {}, texts.whyNoForm),
    ),
  ]
  return plainPage({ title: texts.title, language, main }, shell)
}

/** Vietnamese stands at the shortest address, as everywhere. */
export function accessibilityPath(language: Language): string {
  return language === 'vi' ? '/accessibility' : `/accessibility/${language}`
}
