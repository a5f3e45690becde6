import { type Child, el } from '../markup.ts'
import type { Survey } from '../survey.ts'
import { canSkip, placeOf } from '../walking.ts'
import { hubView } from './hub-view.ts'
import { actions, button, heading, list, localized, notice, turnRow } from './pieces.ts'

/** The opening of a section; a sensitive one has its own notice. Either can be skipped whole. */
export function sectionView(survey: Survey): Child {
  const { texts, language } = survey
  const onPath = placeOf(survey)?.onPath
  if (!onPath) return hubView(survey)
  const { section } = onPath
  const isSkipped = survey.skipped.includes(section.code)
  return [
    turnRow(survey, section),
    heading(localized(section.title, language)),
    section.intro && el('p', { class: 'lead' }, localized(section.intro, language)),
    section.sensitive && notice('notice', texts.sensitiveTitle, list(texts.sensitive)),
    isSkipped && el('p', { class: 'quiet' }, texts.isSkipped),
    actions(
      button(`enter ${section.code}`, 'button', isSkipped ? texts.enterAgain : texts.enter),
      !isSkipped && canSkip(onPath) && button(`skip ${section.code}`, 'button second', texts.skip),
    ),
  ]
}
