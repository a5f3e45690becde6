import { inLanguage, type Language } from '../../survey-definitions/language.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { type Child, el } from '../../survey-definitions/respondent/markup.ts'
import { say } from '../../survey-definitions/respondent/say.ts'
import type { LetterTexts } from '../../survey-definitions/respondent/texts/texts.ts'
import { button, heading, list, localized } from '../../survey-definitions/respondent/views/pieces.ts'
import type { SurveyHead } from './survey-page-store.ts'

interface Letter {
  readonly head: SurveyHead
  readonly questionnaire: Questionnaire
  readonly language: Language
  readonly texts: LetterTexts
  /** What is wrong with the form that was posted, to stand above its fields. */
  readonly problem?: Child
}

/** The letter: who asks, why, how long, what is not stored, what nobody can prevent; consent, unticked. */
export function letterView({ head, questionnaire, language, texts, problem }: Letter): Child {
  const { title, minutes } = questionnaire
  return [
    // Shown by the script where the device has answers.
    el(
      'section',
      { id: 'resume', 'aria-labelledby': 'resume-title' },
      el('h2', { id: 'resume-title' }, texts.resumeTitle),
      button('view hub', 'button', texts.resume),
    ),
    heading(localized(title, language)),
    el('p', {}, texts.greeting),
    el('p', {}, say(texts.from, inLanguage(head.department, language))),
    el('p', {}, texts.why),
    el('p', {}, say(texts.time, minutes)),
    // The style has this painted after the first lines.
    el(
      'div',
      { class: 'rest' },
      el('h2', {}, texts.notStoredTitle),
      list(texts.notStored),
      el('h2', {}, texts.afterwardsTitle),
      el('p', {}, texts.afterwards),
      el('h2', {}, texts.notPreventedTitle),
      list(texts.notPrevented),
      el('p', {}, texts.advice),
      el(
        'div',
        { id: 'ticks' },
        problem,
        tick('consent', texts.consent),
        tick('shared', texts.shared),
        button('begin', 'button', texts.begin),
      ),
    ),
  ]
}

/** A wave that takes no answers says so. */
export function notOpenView(state: 'draft' | 'closed', texts: LetterTexts): Child {
  return state === 'draft'
    ? [heading(texts.notOpenTitle), el('p', {}, texts.notOpen)]
    : [heading(texts.closedTitle), el('p', {}, texts.closed)]
}

function tick(id: string, words: string): Child {
  return el(
    'label',
    { class: 'choice' },
    el('input', { id, type: 'checkbox', name: id, value: 'yes' }),
    el('span', {}, words),
  )
}
