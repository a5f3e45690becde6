import { type Answer, type Answers, isMissing } from './answers.ts'
import type { Rule } from './rule-schema.ts'

/**
 * Whether a rule holds for these answers. A comparison with a missing answer is false, so a
 * question that depends on it is not asked.
 *
 * @example
 * holds({ is: ['land', 'yes'] }, { land: 'yes' }) // => true
 */
export function holds(rule: Rule, answers: Answers): boolean {
  if ('all' in rule) return rule.all.every((part) => holds(part, answers))
  if ('any' in rule) return rule.any.some((part) => holds(part, answers))
  if ('not' in rule) return !holds(rule.not, answers)
  if ('answered' in rule) return !isMissing(ownAnswer(answers, rule.answered))
  return compares(rule, answers)
}

type Comparison = Exclude<
  Rule,
  | { readonly all: unknown }
  | { readonly any: unknown }
  | { readonly not: unknown }
  | { readonly answered: unknown }
>

function compares(rule: Comparison, answers: Answers): boolean {
  if ('is' in rule) return substantive(answers, rule.is[0]) === rule.is[1]
  if ('oneOf' in rule) {
    const answer = substantive(answers, rule.oneOf[0])
    return typeof answer === 'string' && rule.oneOf[1].includes(answer)
  }
  if ('includes' in rule) {
    const answer = substantive(answers, rule.includes[0])
    return Array.isArray(answer) && answer.includes(rule.includes[1])
  }
  const [item, bound] = 'atLeast' in rule ? rule.atLeast : rule.atMost
  const answer = substantive(answers, item)
  if (typeof answer !== 'number') return false
  return 'atLeast' in rule ? answer >= bound : answer <= bound
}

/** The items a rule looks at, each once. */
export function itemsOf(rule: Rule): readonly string[] {
  if ('all' in rule) return [...new Set(rule.all.flatMap(itemsOf))]
  if ('any' in rule) return [...new Set(rule.any.flatMap(itemsOf))]
  if ('not' in rule) return itemsOf(rule.not)
  if ('answered' in rule) return [rule.answered]
  const [operands] = Object.values(rule)
  return [operands[0]]
}

function substantive(answers: Answers, item: string): Answer | undefined {
  const answer = ownAnswer(answers, item)
  return isMissing(answer) ? undefined : answer
}

function ownAnswer(answers: Answers, item: string): Answer | undefined {
  return Object.hasOwn(answers, item) ? answers[item] : undefined
}
