import type { PageData } from '../../survey-definitions/respondent/page-data.ts'
import { unpackQuestionnaire } from '../../survey-definitions/respondent/unpack-questionnaire.ts'
import { announce } from './announce.ts'
import type { Page } from './page.ts'

/** What the later script of another language is asked for. */
interface OtherLanguage {
  readonly LATER_TEXTS: Page['survey']['texts']
}

const SURVEY = /<script type="application\/json" id="survey">([^<]*)<\/script>/
const HEADER = /<header>(.*?)<\/header>/
const LINK = /<a href="([^"]+)" lang="(\w+)"[^>]*>([^<]+)<\/a>/g

/**
 * Switches the language and keeps every answer, wherever one is. An untouched letter is simply
 * opened in the other language; else the words come to the answers: where nothing is kept on the
 * device, another page would know nothing of them.
 */
export function switchLanguages(page: Page): void {
  document.querySelector('nav')?.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a')
    if (!link || (!page.survey.key && !page.receipt)) return
    event.preventDefault()
    switchTo(page, link).catch(() => announce(page.survey.texts.loading))
  })
}

async function switchTo(page: Page, { href, lang, textContent }: HTMLAnchorElement): Promise<void> {
  const html = await (await fetch(href)).text()
  const data: PageData = JSON.parse(SURVEY.exec(html)?.[1] ?? '')
  const { LATER_TEXTS }: OtherLanguage = await import(/* @vite-ignore */ data.later)
  const { survey } = page
  page.data = data
  Object.assign(survey, {
    language: data.language,
    questionnaire: unpackQuestionnaire(data.form, data.language),
  })
  Object.assign(survey.texts, data.texts, LATER_TEXTS)
  document.documentElement.lang = lang
  history.replaceState(history.state, '', href)
  redrawHead(HEADER.exec(html)?.[1] ?? '')
  page.draw()
  announce(textContent ?? '')
  document.querySelector<HTMLElement>('nav a')?.focus()
}

/** Names and links as the other page has them. */
function redrawHead(html: string): void {
  const names = [...html.matchAll(/<p[^>]*>(?:<span[^>]*>)?([^<]+)/g)].map(([, name = '']) => name)
  document
    .querySelectorAll('header p')
    .forEach((place, index) => (place.textContent = unescaped(names[index] ?? '')))
  const links = [...html.matchAll(LINK)]
  document.querySelectorAll<HTMLAnchorElement>('nav a').forEach((link, index) => {
    const [, href = '', lang = '', name = ''] = links[index] ?? []
    Object.assign(link, { href, lang, textContent: name })
  })
}

function unescaped(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '',
  )
}
