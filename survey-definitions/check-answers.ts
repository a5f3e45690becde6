import type { Answer, Answers } from './answers.ts'
import { type AnswerViolation, checkAnswer } from './check-answer.ts'
import type { Item, Questionnaire } from './questionnaire-schema.ts'
import { answerableItems, routingPath } from './routing-path.ts'

export interface Violation {
  /** The item's code, or the key that is no item's code. */
  readonly item: string
  readonly code: AnswerViolation | 'unknown_question' | 'required'
}

export interface CheckedAnswers {
  /** Cleaned answers on the firm's way, in the questionnaire's order. */
  readonly kept: Answers
  /** Items answered that are not on the firm's way. */
  readonly pruned: readonly string[]
  readonly violations: readonly Violation[]
}

/**
 * Checks all answers of one firm. An answer that cannot be taken counts as missing for the
 * routing; what is off the way is pruned whatever its value.
 */
export function checkAnswers(
  questionnaire: Questionnaire,
  answers: Readonly<Record<string, unknown>>,
): CheckedAnswers {
  const { cleaned, refused, unknown } = checkEach(questionnaire, answers)
  const path = routingPath(questionnaire, Object.fromEntries(cleaned))
  const onPath = path.flatMap(({ items }) => items)
  const codesOnPath = new Set(onPath.map(({ code }) => code))
  return {
    kept: Object.fromEntries([...cleaned].filter(([item]) => codesOnPath.has(item))),
    pruned: [...cleaned.keys(), ...refused.keys()].filter((item) => !codesOnPath.has(item)),
    violations: [
      ...unknown.map((item): Violation => ({ item, code: 'unknown_question' })),
      ...[...refused]
        .filter(([item]) => codesOnPath.has(item))
        .map(([item, code]): Violation => ({ item, code })),
      ...onPath
        .filter((item) => isRequired(item) && !cleaned.has(item.code) && !refused.has(item.code))
        .map(({ code: item }): Violation => ({ item, code: 'required' })),
    ],
  }
}

function checkEach(questionnaire: Questionnaire, answers: Readonly<Record<string, unknown>>) {
  const cleaned = new Map<string, Answer>()
  const refused = new Map<string, AnswerViolation>()
  const items = answerableItems(questionnaire)
  for (const item of items) {
    // Only own members: the name of something inherited may be an item's code.
    const answer = Object.hasOwn(answers, item.code) ? answers[item.code] : undefined
    if (answer === undefined) continue
    const checked = checkAnswer(questionnaire, item, answer)
    if (!checked.ok) refused.set(item.code, checked.code)
    else if (checked.answer !== undefined) cleaned.set(item.code, checked.answer)
  }
  const codes = new Set(items.map(({ code }) => code))
  return { cleaned, refused, unknown: Object.keys(answers).filter((key) => !codes.has(key)) }
}

function isRequired(item: Item): boolean {
  return item.kind !== 'note' && item.required
}
