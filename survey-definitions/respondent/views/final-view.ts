import type { Item } from '../../questionnaire-schema.ts'
import { type Child, el } from '../markup.ts'
import { say } from '../say.ts'
import { missedItems, openSections } from '../section-progress.ts'
import { answeredCount, type Survey } from '../survey.ts'
import { sectionRow } from './hub-view.ts'
import { actions, button, heading, list, localized, notice, turnRow } from './pieces.ts'

/** What is left, what will be sent, and Send. */
export function finalView(survey: Survey): Child {
  const { texts } = survey
  const count = answeredCount(survey)
  const missed = missedItems(survey)
  const open = openSections(survey)
  return [
    turnRow(survey),
    heading(texts.finalTitle),
    el('p', { class: 'lead' }, count === 0 ? texts.finalNothing : say(texts.finalLead, count)),
    missed.length > 0 && missedNotice(survey, missed),
    open.length > 0 && [
      el('h2', {}, texts.openTitle),
      el('p', {}, texts.open),
      el(
        'ol',
        { class: 'unnumbered' },
        open.map((onPath) => sectionRow(survey, onPath)),
      ),
    ],
    el('h2', {}, texts.whatTitle),
    list(texts.what),
    missed.length === 0 &&
      count > 0 && [el('p', {}, texts.noReturn), actions(button('send', 'button', texts.send))],
  ]
}

/** Questions to go to, each in full. */
export function itemLinks(survey: Survey, items: readonly Item[]): Child {
  return el(
    'ul',
    { class: 'links' },
    items.map((item) =>
      el('li', {}, button(`view item ${item.code}`, 'link', localized(item.text, survey.language))),
    ),
  )
}

/** Routing cannot do without these: answer them, or say once that one would rather not. */
function missedNotice(survey: Survey, missed: readonly Item[]): Child {
  const { texts } = survey
  return notice(
    'missed',
    texts.missedTitle,
    el('p', {}, texts.missed),
    el('details', {}, el('summary', {}, say(texts.showMissed, missed.length)), itemLinks(survey, missed)),
    button('refuse-all', 'button second', texts.refuseAll),
  )
}
