import type { Acts } from '../../survey-definitions/respondent/act.ts'
import { answerText } from '../../survey-definitions/respondent/fields/answer-text.ts'
import { type Child, el } from '../../survey-definitions/respondent/markup.ts'
import { say } from '../../survey-definitions/respondent/say.ts'
import { checkAnswers } from '../../survey-definitions/check-answers.ts'
import { answeredCount, go, pathOf, type Survey } from '../../survey-definitions/respondent/survey.ts'
import { button, localized } from '../../survey-definitions/respondent/views/pieces.ts'
import { announce } from './announce.ts'
import { CARRY_FILE_STYLE } from './carry-file-style.ts'
import { toDom } from './dom.ts'
import { parseDraft } from './draft.ts'
import type { Page } from './page.ts'

/** The draft inside the file: a block of JSON that no reader sees. */
const BLOCK = /<script type="application\/json" id="draft">([^<]*)<\/script>/

/** The offer to take the answers along. */
export function carryOffer({ texts }: Survey): Child {
  return el(
    'details',
    { class: 'no-print' },
    el('summary', {}, texts.carryTitle),
    el('p', {}, texts.carry),
    button('carry-out', 'button second', texts.carryOut),
  )
}

/** Lets the answers leave in a file that can be read, and come back from it. */
export function carryFiles(page: Page): Acts {
  const { survey } = page
  const { texts } = survey
  const attributes = { type: 'file', accept: '.html,text/html', id: 'carry', class: 'visually-hidden' }
  const offer = toDom(
    el(
      'p',
      { class: 'carry' },
      el('input', attributes),
      el('label', { for: 'carry', class: 'link' }, texts.carryIn),
    ),
  )
  // At the end of the page, where it moves nothing, and apart from the letter, which has its language.
  if (page.data.state === 'open') document.querySelector('.about')?.append(offer)
  offer.addEventListener('change', ({ target }) => {
    const [file] = (target instanceof HTMLInputElement && target.files) || []
    void file?.text().then((html) => takeIn(page, html))
  })
  return { 'carry-out': () => download(page, carryFile(page)) }
}

/** A page that anybody can read, with the draft inside it. */
function carryFile({ survey, data }: Pick<Page, 'survey' | 'data'>): HTMLElement {
  const { texts, questionnaire, language, key, answers, typed, seen, done, skipped, arms } = survey
  const draft = { key, answers, typed, seen, done, skipped, arms, view: 'hub' }
  return toDom(
    el(
      'html',
      { lang: language },
      el(
        'head',
        {},
        el('meta', { charset: 'utf-8' }),
        el('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
        el('title', {}, texts.carryTitle),
        el('style', {}, CARRY_FILE_STYLE),
      ),
      el(
        'body',
        {},
        el(
          'main',
          {},
          el('h1', {}, localized(questionnaire.title, language)),
          el('p', {}, el('strong', {}, texts.carryHow)),
          pathOf(survey).map(({ section, items }) => [
            el('h2', {}, localized(section.title, language)),
            el(
              'dl',
              {},
              items.map(
                (item) =>
                  item.kind !== 'note' && [
                    el('dt', {}, localized(item.text, language)),
                    el('dd', {}, answerText(survey, item)),
                  ],
              ),
            ),
          ]),
        ),
        el(
          'script',
          { type: 'application/json', id: 'draft' },
          JSON.stringify({ wave: data.wave, hash: data.hash, draft }).replace(/</g, '\\u003c'),
        ),
      ),
    ),
  )
}

/** Takes the answers of a file into an untouched page: all of them, or what fits an other version. */
function takeIn(page: Page, html: string): void {
  const { survey, data } = page
  const carried = readCarried(html)
  if (!carried || carried.wave !== data.wave) return announceAloud(survey.texts.carryFailed)
  const { draft, hash } = carried
  const isSame = hash === data.hash
  Object.assign(
    survey,
    draft,
    isSame ? {} : { answers: checkAnswers(survey.questionnaire, draft.answers).kept, typed: {} },
  )
  go(survey, 'hub')
  page.draw()
  announceAloud(say(survey.texts.carriedIn, answeredCount(survey)))
  page.changed()
}

function readCarried(html: string) {
  try {
    const carried: { readonly wave: string; readonly hash: string; readonly draft: unknown } = JSON.parse(
      BLOCK.exec(html)?.[1] ?? '',
    )
    const draft = parseDraft(JSON.stringify(carried.draft))
    return draft && { wave: carried.wave, hash: carried.hash, draft }
  } catch {
    return undefined
  }
}

/** For those who see and those who listen. */
function announceAloud(text: string): void {
  announce(text)
  document.getElementById('carried')?.remove()
  document.querySelector('h1')?.after(toDom(el('p', { id: 'carried', class: 'notice' }, text)))
}

function download({ data }: Page, html: HTMLElement): void {
  const text = `<!doctype html>\n${html.outerHTML}`
  const address = URL.createObjectURL(new Blob([text], { type: 'text/html' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `pci-${data.hash.slice(0, 6)}.html`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
