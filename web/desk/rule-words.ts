import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'
import type { Rule } from '../../survey-definitions/rule-schema.ts'
import { itemByCode } from './definition-lookup.ts'

/**
 * A condition in plain words, with the questions' own wording.
 *
 * @example
 * ruleWords({ is: ['land', 'yes'] }, questionnaire) // => 'câu “Có thuê đất không?” chọn “Có”'
 */
export function ruleWords(rule: Rule, questionnaire: Questionnaire): string {
  if ('all' in rule) return rule.all.map((part) => ruleWords(part, questionnaire)).join(' và ')
  if ('any' in rule) return rule.any.map((part) => ruleWords(part, questionnaire)).join(' hoặc ')
  if ('not' in rule) return `không phải (${ruleWords(rule.not, questionnaire)})`
  if ('answered' in rule) return `có trả lời câu ${quoted(questionnaire, rule.answered)}`
  if ('atLeast' in rule) return `câu ${quoted(questionnaire, rule.atLeast[0])} từ ${rule.atLeast[1]} trở lên`
  if ('atMost' in rule) return `câu ${quoted(questionnaire, rule.atMost[0])} không quá ${rule.atMost[1]}`
  return choiceWords(rule, questionnaire)
}

type ChoiceRule = Extract<
  Rule,
  { readonly is: unknown } | { readonly oneOf: unknown } | { readonly includes: unknown }
>

function choiceWords(rule: ChoiceRule, questionnaire: Questionnaire): string {
  const [item, chosen] = 'is' in rule ? rule.is : 'oneOf' in rule ? rule.oneOf : rule.includes
  const codes = typeof chosen === 'string' ? [chosen] : chosen
  const labels = codes.map((code) => `“${optionLabel(questionnaire, item, code)}”`)
  return `câu ${quoted(questionnaire, item)} chọn ${labels.join(' hoặc ')}`
}

function quoted(questionnaire: Questionnaire, code: string): string {
  return `“${itemByCode(questionnaire, code)?.text.vi ?? code}”`
}

/** The words of one option of one question. */
export function optionLabel(questionnaire: Questionnaire, itemCode: string, option: string): string {
  const item = itemByCode(questionnaire, itemCode)
  const found = item && optionsOf(questionnaire, item).find(({ code }) => code === option)
  return found?.label.vi ?? option
}
