import type { Rule } from '../../../survey-definitions/rule-schema.ts'
import type { NumberedItem } from './numbered-items.ts'

/**
 * A condition by the numbers and marks on paper.
 *
 * @example
 * paperCondition({ is: ['land', 'yes'] }, numberedItems(questionnaire)) // => 'câu 2 = 1'
 */
export function paperCondition(rule: Rule, items: readonly NumberedItem[]): string {
  if ('all' in rule) return rule.all.map((part) => paperCondition(part, items)).join(' và ')
  if ('any' in rule) return rule.any.map((part) => paperCondition(part, items)).join(' hoặc ')
  if ('not' in rule) return `không phải (${paperCondition(rule.not, items)})`
  const numbered = (code: string) => items.find(({ item }) => item.code === code)
  const question = (code: string) => `câu ${numbered(code)?.number ?? code}`
  if ('answered' in rule) return `${question(rule.answered)} có trả lời`
  if ('atLeast' in rule) return `${question(rule.atLeast[0])} từ ${rule.atLeast[1]} trở lên`
  if ('atMost' in rule) return `${question(rule.atMost[0])} không quá ${rule.atMost[1]}`
  const [code, chosen] = 'is' in rule ? rule.is : 'oneOf' in rule ? rule.oneOf : rule.includes
  const marks = [chosen]
    .flat()
    .map((one) => numbered(code)?.options.find((option) => option.code === one)?.mark)
  return `${question(code)} ${'includes' in rule ? 'có' : '='} ${marks.join(' hoặc ')}`
}
