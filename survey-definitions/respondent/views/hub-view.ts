import { inLanguage } from '../../language.ts'
import type { SectionOnPath } from '../../routing-path.ts'
import { type Child, el, type Markup } from '../markup.ts'
import { say } from '../say.ts'
import { nextOpenSection, remainingMinutes, statusOf } from '../section-progress.ts'
import { pathOf, type Survey } from '../survey.ts'
import { button, heading, localized } from './pieces.ts'

/** All sections with how far each is, and the way on. */
export function hubView(survey: Survey): Child {
  const { texts } = survey
  const path = pathOf(survey)
  const next = nextOpenSection(survey)
  const isFresh = path.every((onPath) => statusOf(survey, onPath) === 'not-started')
  const send = button('view final', next ? 'button second' : 'button', texts.checkAndSend)
  const resume =
    next && (isFresh ? texts.start : say(texts.resumeSection, inLanguage(next.title, survey.language)))
  return [
    heading(texts.sections),
    el('p', { class: 'lead capitalised' }, next ? minutesText(survey) : texts.allDone),
    next && resume ? button(`open ${next.code}`, 'button', resume) : send,
    el(
      'ol',
      { class: 'sections' },
      path.map((onPath) => sectionRow(survey, onPath)),
    ),
    next && [el('p', { class: 'quiet' }, texts.anyOrder), send],
  ]
}

/** One section in a list: the whole line opens it, and says how far it is. */
export function sectionRow(survey: Survey, onPath: SectionOnPath): Markup {
  const { code, title } = onPath.section
  const status = statusOf(survey, onPath)
  return el(
    'li',
    {},
    button(
      `open ${code}`,
      'row',
      el('span', { class: 'name' }, localized(title, survey.language)),
      ' ',
      el('span', { class: `status ${status}` }, survey.texts[status]),
    ),
  )
}

export function minutesText(survey: Survey): string {
  const minutes = Math.round(remainingMinutes(survey))
  return minutes < 1 ? survey.texts.lastMinute : say(survey.texts.minutesLeft, minutes)
}
