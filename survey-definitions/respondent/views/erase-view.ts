import { type Child, el } from '../markup.ts'
import { say } from '../say.ts'
import { answeredCount, type Survey } from '../survey.ts'
import { actions, button, heading, turnRow } from './pieces.ts'

/** Asks once before the answers are gone. */
export function eraseView(survey: Survey): Child {
  const { texts } = survey
  return [
    turnRow(survey),
    heading(texts.eraseTitle),
    el('p', {}, say(texts.eraseBody, answeredCount(survey))),
    actions(button('erase', 'button warning', texts.erase), button('back', 'button second', texts.cancel)),
  ]
}
