import { type Child, el } from '../../survey-definitions/respondent/markup.ts'
import type { Survey } from '../../survey-definitions/respondent/survey.ts'
import { actions, button, heading } from '../../survey-definitions/respondent/views/pieces.ts'
import { stoppedView } from '../../survey-definitions/respondent/views/stopped-view.ts'
import type { Sending } from './sending.ts'

/** Says what is true of the answers while they are on their way. */
export function sendingView(survey: Survey, sending: Sending): Child {
  const { texts, keeping } = survey
  if (sending.state === 'stopped') return stoppedView(survey, sending.code, sending.items)
  const isWaiting = sending.state === 'waiting'
  const why = isWaiting ? (sending.isOnline ? texts.unreachable : texts.offline) : texts.sending
  return [
    heading(isWaiting ? texts.waitingTitle : texts.sendingTitle),
    el('p', { class: 'lead' }, why),
    el('p', {}, keeping === 'device' ? texts.keepOpen : texts.keepOpenMemory),
    el('p', {}, texts.once),
    actions(
      isWaiting && button('send', 'button', texts.tryNow),
      button('view final', 'button second', texts.edit),
    ),
  ]
}
