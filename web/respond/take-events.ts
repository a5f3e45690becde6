import { act, itemsInView, takeEntries } from '../../survey-definitions/respondent/act.ts'
import { isWord } from '../../survey-definitions/respondent/answering.ts'
import { isChosen } from '../../survey-definitions/respondent/fields/choice-field.ts'
import { charactersLeft } from '../../survey-definitions/respondent/fields/text-field.ts'
import { newSubmissionKey } from './submission-key.ts'
import { go, type Survey } from '../../survey-definitions/respondent/survey.ts'
import type { Page } from './page.ts'
import { keepViewHistory } from './view-history.ts'

/**
 * The tap is painted first: keeping takes a phone longer than showing. No frame is waited for, which a
 * hidden page never gets.
 */
const PAINT_MS = 20

/** Answers what a person does: presses and entries. What the form would post is done here instead. */
export function takeEvents(page: Page): void {
  const { survey } = page
  const [form] = document.forms
  if (!form) return
  const history = keepViewHistory(page)

  page.press = (value) => {
    if (value === 'back' && history.goBack()) return
    const isDone = (value === 'begin' && begin(survey, form)) || act(survey, page.acts, value)
    // What only the later script can do is done as soon as it is there.
    if (!isDone) page.pending = value
    history.note()
    page.draw()
    sync(survey, form)
    if (value.startsWith('clear')) document.getElementById(`${value.slice(6)}-0`)?.focus()
    page.changed()
  }

  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('click', (event) => {
    const { target } = event
    const pressed =
      target instanceof Element && target.closest<HTMLButtonElement | HTMLAnchorElement>('button, a')
    if (!pressed) return
    event.preventDefault()
    if ('value' in pressed) page.press(pressed.value)
    // The address stays as it is.
    else if (pressed.hash) document.getElementById(pressed.hash.slice(1))?.focus()
    else leave(page, pressed.href)
  })
  form.addEventListener('input', ({ target }) => {
    const entries = new FormData(form)
    const ticked = target instanceof HTMLInputElement && target.type === 'checkbox' ? target.value : undefined
    takeEntries(survey, (name) => entries.getAll(name).map(String), ticked)
    sync(survey, form)
    setTimeout(() => {
      page.keep()
      page.changed()
    }, PAINT_MS)
  })
}

/** Nothing without consent. From here on there is a key and, unless the device is shared, a draft. */
function begin(survey: Survey, form: HTMLFormElement): boolean {
  const ticked = new FormData(form)
  if (!ticked.has('consent')) return false
  survey.keeping = ticked.has('shared') ? 'memory' : 'device'
  survey.key = newSubmissionKey()
  go(survey, 'hub')
  return true
}

/** Brings what is ticked and counted in line with the answers: one choice may have undone another. */
function sync(survey: Survey, form: HTMLFormElement): void {
  for (const item of itemsInView(survey)) {
    if (item.kind === 'note') continue
    const answer = survey.answers[item.code]
    for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${item.code}"]`)) {
      // A radio button or a checkbox; else what is typed, which is only ever emptied.
      if (/o/.test(field.type)) field.checked = isChosen(answer, field.value)
      else if (isWord(item, answer)) field.value = ''
      const counter = document.getElementById(`${item.code}-counter`)
      if (counter && 'rows' in field) counter.textContent = charactersLeft(survey.texts, item, field.value)
    }
    document.getElementById(`${item.code}-clear`)?.classList.toggle('not-yet', answer === undefined)
  }
}

/** Leaves at once. The browser's Back then finds the letter, not the question. */
function leave({ survey, draw }: Page, elsewhere: string): void {
  document.body.hidden = true
  addEventListener('pageshow', () => (document.body.hidden = false))
  go(survey, 'intro')
  draw()
  location.replace(elsewhere)
}
