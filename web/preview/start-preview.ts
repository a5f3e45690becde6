import { checkAnswers } from '../../survey-definitions/check-answers.ts'
import { LANGUAGES } from '../../survey-definitions/language.ts'
import { pathOf, type Progress, type Survey } from '../../survey-definitions/respondent/survey.ts'
import { start } from '../respond/later.ts'
import type { Page } from '../respond/page.ts'
import { newSubmissionKey } from '../respond/submission-key.ts'
import { freeItem } from './free-item.ts'
import type { FromFrame, ToFrame } from './messages.ts'

/** In the place of fetching the later script: it is here, and with it the line to the desk. */
export function loadLater(page: Page): void {
  start(page)
  const showView = followDesk(page)
  addEventListener('message', ({ data, source, origin }: MessageEvent<ToFrame>) => {
    if (source !== parent || origin !== location.origin) return
    if (data.kind === 'resume') resume(page, data.progress)
    showView(data.kind === 'resume' ? data.progress.view : data.view)
  })
  addEventListener('click', keepHere, true)
  tell({ kind: 'ready' })
}

/** Tells the desk of everything that is done; answers what shows a view, on the way or off it. */
function followDesk(page: Page): (view: string) => void {
  const { survey } = page
  const asked = survey.questionnaire
  const { draw, changed } = page
  let freed = ''

  page.draw = () => {
    // An item off the way is asked for as long as it is looked at.
    if (freed && survey.view.split(' ')[1] !== freed) {
      Object.assign(survey, { questionnaire: asked })
      freed = ''
    }
    draw()
    tell({ kind: 'progress', progress: progressOf(survey) })
  }
  page.changed = () => {
    changed()
    tell({ kind: 'progress', progress: progressOf(survey) })
  }

  return (view) => {
    const [name, code = ''] = view.split(' ')
    if (view !== 'intro' && !survey.key) survey.key = newSubmissionKey()
    Object.assign(survey, { questionnaire: asked })
    const path = pathOf(survey)
    const isOff = !path.some(({ items }) => items.some((item) => item.code === code))
    freed = isOff && (name === 'item' || name === 'change') ? code : ''
    if (freed) {
      const open = path.map(({ section }) => section.code)
      Object.assign(survey, { questionnaire: freeItem(asked, freed, open) })
    }
    page.press(`view ${view}`)
  }
}

/** Goes on with the answers of an earlier page: what still fits, where the definition has changed. */
function resume({ survey }: Page, progress: Progress): void {
  const { kept } = checkAnswers(survey.questionnaire, progress.answers)
  Object.assign(survey, progress, { answers: kept })
}

function progressOf({ key, answers, typed, seen, done, skipped, arms, view }: Survey): Progress {
  return { key, answers, typed, seen, done, skipped, arms, view }
}

/** Links lead nowhere from here: languages are the desk's to fetch, other sites nobody's. */
function keepHere(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.hash) return
  event.preventDefault()
  event.stopPropagation()
  const language = LANGUAGES.find((one) => one === link.hreflang)
  tell(language ? { kind: 'language', language } : { kind: 'leave' })
}

function tell(message: FromFrame): void {
  // Only the desk may frame this page: the server says so.
  parent.postMessage(message, location.origin)
}
