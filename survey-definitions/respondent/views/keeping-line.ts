import { type Child, el } from '../markup.ts'
import { say } from '../say.ts'
import { answeredCount, type Survey } from '../survey.ts'
import { button } from './pieces.ts'

/** What is true of the answers. */
function keepingText(survey: Survey): string {
  const { texts, keeping } = survey
  const count = answeredCount(survey)
  if (keeping === 'memory') return say(texts.keptInMemory, count)
  if (keeping === 'refused') return say(texts.keepingRefused, count)
  return count === 0 ? texts.noAnswers : say(texts.keptOnDevice, count)
}

/** What is true of the answers, and the way to be rid of them; on every view that has any. */
export function keepingLine(survey: Survey): Child {
  const { key, view, keeping, texts } = survey
  return (
    key !== '' &&
    !view.startsWith('erase') && [
      el('p', { class: keeping === 'device' ? '' : 'unsafe' }, keepingText(survey)),
      button('view erase', 'link', texts.eraseLink),
    ]
  )
}
