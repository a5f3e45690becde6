import { type Answer, isMissing, type Missing } from '../../survey-definitions/answers.ts'
import type { Item, Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { answerableItems } from '../../survey-definitions/routing-path.ts'
import type { Rule } from '../../survey-definitions/rule-schema.ts'
import { holds, itemsOf } from '../../survey-definitions/rule.ts'

type FileAnswers = Readonly<Record<string, Answer | Missing>>

/** A firm's answers as far as it was asked. */
export interface AnswersOnPath {
  readonly answers: FileAnswers
  /** Answers to questions that its own answers lead past. */
  readonly offPath: number
}

/**
 * Leaves out what a firm cannot have been asked: those items become `not-asked`. A rule about an
 * item on which the file is silent may have held: free texts are in no file, and answers that
 * divide the population may have been blanked.
 *
 * @example
 * pathOf(questionnaire)({ land: 'no', days: 12 }) // => { answers: { land: 'no', days: 'not-asked' }, offPath: 1 }
 */
export function pathOf(questionnaire: Questionnaire): (answers: FileAnswers) => AnswersOnPath {
  const maySilence = new Set(
    answerableItems(questionnaire)
      .filter(mayBeSilent)
      .map(({ code }) => code),
  )
  return (answers) => {
    const onPath: Record<string, Answer | Missing> = {}
    let offPath = 0
    const mayHold = (rule: Rule | undefined): boolean =>
      rule === undefined ||
      holds(rule, onPath) ||
      itemsOf(rule).some((item) => maySilence.has(item) && (onPath[item] ?? 'blank') === 'blank')
    for (const section of questionnaire.sections) {
      const isSectionAsked = mayHold(section.showIf)
      for (const item of section.items) {
        const answer = Object.hasOwn(answers, item.code) ? answers[item.code] : undefined
        if (answer === undefined) continue
        const isAsked = isSectionAsked && mayHold(item.showIf)
        onPath[item.code] = isAsked ? answer : 'not-asked'
        offPath += Number(!isAsked && saysSomething(answer))
      }
    }
    return { answers: onPath, offPath }
  }
}

function mayBeSilent(item: Item): boolean {
  return item.kind === 'text' || item.kind === 'long-text' || (item.kind !== 'note' && item.stratifier)
}

function saysSomething(answer: Answer | Missing): boolean {
  return !isMissing(answer) || answer === 'dont-know' || answer === 'refused'
}
