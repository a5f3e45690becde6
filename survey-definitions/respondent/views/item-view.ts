import { drawField } from '../fields/fields.ts'
import { type Child, el } from '../markup.ts'
import type { Survey } from '../survey.ts'
import { placeOf } from '../walking.ts'
import { hubView, minutesText } from './hub-view.ts'
import { actions, button, heading, localized, turnRow } from './pieces.ts'

/** One question, or a few facts of the firm. Nothing is checked before Continue, and Back checks nothing at all. */
export function itemView(survey: Survey): Child {
  const { texts, language, problems } = survey
  const place = placeOf(survey)
  if (!place) return hubView(survey)
  const { section } = place.onPath
  return [
    // Enter in a field presses the first button of a form: this one, not Back.
    el(
      'button',
      { name: 'do', value: 'next', class: 'visually-hidden', tabindex: -1, 'aria-hidden': 'true' },
      texts.continue,
    ),
    turnRow(survey, section),
    problems.length > 0 && survey.checking?.summaryOf(survey, place.items),
    el(
      'p',
      { class: 'caption' },
      el('span', {}, localized(section.title, language)),
      ' ',
      el('span', { class: 'minutes' }, minutesText(survey)),
    ),
    place.items.map((item, number) =>
      item.kind === 'note'
        ? el('div', { class: 'note' }, heading(localized(item.text, language)))
        : drawField(survey, item, {
            isBelow: number > 0,
            isWrong: problems.some((problem) => problem.item === item.code),
          }),
    ),
    actions(button('next', 'button', texts.continue), button('view hub', 'link', texts.sections)),
  ]
}
