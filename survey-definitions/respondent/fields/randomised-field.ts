import { isRandomised } from '../../randomised-options.ts'
import { ARMS, type Arm, armAndCount, drawArm, listAnswer, statementsShown } from '../../list-experiment.ts'
import { tossFor } from '../../forced-response.ts'
import type { AnswerableItem, ForcedResponseItem, ListExperimentItem } from '../../questionnaire-schema.ts'
import { optionsOf } from '../../routing-path.ts'
import { type Child, el } from '../markup.ts'
import type { Survey } from '../survey.ts'
import { localized } from '../views/pieces.ts'
import { choice, clearAnswer, fieldset, missingChoices, type Setting } from './field-parts.ts'
import { isChosen } from './choice-field.ts'

/** Questions that hide their answer; undefined for an item of any other kind. */
export function randomisedField(survey: Survey, item: AnswerableItem, setting: Setting): Child {
  if (!isRandomised(item)) return undefined
  const { language } = survey
  const answer = survey.answers[item.code]
  const shown = shownFor(survey, item)
  return fieldset(
    survey,
    item,
    setting,
    shown.before,
    shown.options.map(({ code, label }, place) =>
      choice(item, {
        type: 'radio',
        code,
        place,
        label: localized(label, language),
        isChosen: isChosen(answer, code),
      }),
    ),
    missingChoices(survey, item, 'radio'),
    clearAnswer(survey, item),
  )
}

/** Why there is only this to say of a coin: it is tossed here, kept here and never sent. */
function shownFor(
  survey: Survey,
  item: Extract<AnswerableItem, { kind: 'list-experiment' | 'crosswise' | 'randomised' }>,
) {
  const { language, questionnaire } = survey
  if (item.kind === 'list-experiment') return listShown(survey, item)
  const options = optionsOf(questionnaire, item)
  if (item.kind === 'randomised') return { before: tossShown(survey, item), options }
  const statements = [item.sensitiveStatement, item.innocuousStatement]
  return {
    before: el(
      'ol',
      { class: 'statements' },
      statements.map((text) => el('li', {}, localized(text, language))),
    ),
    options,
  }
}

/** The statements of this firm's arm, which the device draws once: turning back shows the same list. */
function listShown(survey: Survey, item: ListExperimentItem) {
  const arm = armOf(survey, item)
  const statements = statementsShown(item, arm)
  return {
    before: el(
      'ul',
      { class: 'statements' },
      statements.map((text) => el('li', {}, localized(text, survey.language))),
    ),
    options: Array.from({ length: statements.length + 1 }, (_, count) => ({
      code: listAnswer(arm, count),
      label: { vi: String(count), [survey.language]: String(count) },
    })),
  }
}

function armOf(survey: Survey, { code }: ListExperimentItem): Arm {
  const answer = survey.answers[code]
  const answered = typeof answer === 'string' ? armAndCount(answer)?.arm : undefined
  const drawn = answered ?? ARMS.find((arm) => arm === survey.arms[code]) ?? drawArm(Math.random)
  survey.arms = { ...survey.arms, [code]: drawn }
  return drawn
}

/** What the toss says, while the item is in sight: it is part of nothing that is kept or sent. */
function tossShown(survey: Survey, item: ForcedResponseItem): Child {
  const { texts } = survey
  survey.toss ??= tossFor(item, Math.random)
  const words = { truth: texts.tossTruth, yes: texts.tossYes, no: texts.tossNo }
  return el('p', { class: 'notice' }, words[survey.toss])
}
