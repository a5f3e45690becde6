import { inLanguage } from '../../language.ts'
import type { AnswerableItem } from '../../questionnaire-schema.ts'
import { answerText } from '../fields/answer-text.ts'
import { type Child, el } from '../markup.ts'
import { say } from '../say.ts'
import type { Survey } from '../survey.ts'
import { placeOf } from '../walking.ts'
import { hubView } from './hub-view.ts'
import { actions, button, heading, localized, turnRow } from './pieces.ts'

/** Every question of a section with its answer, each to be changed. */
export function checkView(survey: Survey): Child {
  const { texts, language } = survey
  const onPath = placeOf(survey)?.onPath
  if (!onPath) return hubView(survey)
  const { section, items } = onPath
  return [
    turnRow(survey, section),
    heading(say(texts.checkTitle, inLanguage(section.title, language))),
    el('p', {}, texts.nothingSent),
    el(
      'dl',
      { class: 'answers' },
      items.map((item) => item.kind !== 'note' && answerRow(survey, item)),
    ),
    actions(button(`finish ${section.code}`, 'button', texts.finish)),
  ]
}

function answerRow(survey: Survey, item: AnswerableItem): Child {
  const questionId = `question-${item.code}`
  const changeId = `change-${item.code}`
  return el(
    'div',
    {},
    el('dt', { id: questionId }, localized(item.text, survey.language)),
    el('dd', {}, answerText(survey, item)),
    el(
      'dd',
      { class: 'change' },
      el(
        'button',
        {
          name: 'do',
          value: `view change ${item.code}`,
          class: 'link',
          id: changeId,
          'aria-labelledby': `${changeId} ${questionId}`,
        },
        survey.texts.change,
      ),
    ),
  )
}
