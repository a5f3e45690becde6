import type { PageData } from '../../survey-definitions/respondent/page-data.ts'
import { unpackQuestionnaire } from '../../survey-definitions/respondent/unpack-questionnaire.ts'
import { announce } from './announce.ts'
import type { Page } from './page.ts'

/** What the later script of another language is asked for. */
interface OtherLanguage {
  readonly LATER_TEXTS: Page['survey']['texts']
}

/** What stands around the answers in the page's language. */
const WORDS_AROUND = ['header', '.about a']

/**
 * Switches the language and keeps every answer, wherever one is. An untouched letter is simply
 * opened in the other language; else the words come to the answers: where nothing is kept on the
 * device, another page would know nothing of them.
 */
export function switchLanguages(page: Page): void {
  document.querySelector('.page')?.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('nav a')
    if (!link || (!page.survey.key && !page.receipt)) return
    event.preventDefault()
    switchTo(page, link).catch(() => announce(page.survey.texts.loading))
  })
}

async function switchTo(page: Page, { href, lang, textContent }: HTMLAnchorElement): Promise<void> {
  const other = await fetchDocument(href)
  const data: PageData = JSON.parse(other.getElementById('survey')?.textContent ?? '')
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
  takeWords(page, other)
  page.draw()
  announce(textContent ?? '')
  document.querySelector<HTMLElement>('nav a')?.focus()
}

/** The letter and all that stands around the answers, as the other page has them. */
function takeWords(page: Page, other: Document): void {
  page.letter = [...(other.querySelector('main')?.childNodes ?? [])]
  page.title = other.title
  for (const place of WORDS_AROUND) {
    const words = other.querySelector(place)
    if (words) document.querySelector(place)?.replaceWith(words)
  }
  const carryIn = document.querySelector('.carry label')
  if (carryIn) carryIn.textContent = page.survey.texts.carryIn
}

/** The page at an address, its scripts not run. Text would have to be trusted before it is parsed. */
function fetchDocument(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.responseType = 'document'
    request.open('GET', address)
    request.addEventListener('load', () =>
      request.responseXML ? resolve(request.responseXML) : reject(new Error('No page')),
    )
    request.addEventListener('error', reject)
    request.send()
  })
}
