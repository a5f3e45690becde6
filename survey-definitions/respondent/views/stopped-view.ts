import { type Child, el } from '../markup.ts'
import { itemsOnPath, type Survey } from '../survey.ts'
import type { LaterTexts } from '../texts/texts.ts'
import { itemLinks } from './final-view.ts'
import { actions, button, heading } from './pieces.ts'

/** Why sending the same again cannot help; each has its words under this name. */
export type StopCode = keyof LaterTexts &
  (
    | 'key_reused'
    | 'closedMeanwhile'
    | 'not_open'
    | 'not_found'
    | 'unknown_version'
    | 'bad_answers'
    | 'refusedByServer'
  )

/** Says why the answers were not received, and which of them are to blame. */
export function stoppedView(survey: Survey, code: StopCode, items: readonly string[]): Child {
  const { texts } = survey
  const blamed = itemsOnPath(survey).filter((item) => items.includes(item.code))
  const canRetry = code === 'not_open' || code === 'refusedByServer'
  return [
    heading(code === 'key_reused' ? texts.receivedEarlier : texts.stoppedTitle),
    el('p', { class: 'lead' }, texts[code]),
    blamed.length > 0 && itemLinks(survey, blamed),
    actions(
      canRetry && button('send', 'button', texts.tryNow),
      button('view final', 'button second', texts.edit),
    ),
  ]
}
