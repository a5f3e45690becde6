import { type Answer, type Answers, isMissing } from '../../../survey-definitions/answers.ts'
import type { Item, Questionnaire, Section } from '../../../survey-definitions/questionnaire-schema.ts'
import { routingPath } from '../../../survey-definitions/routing-path.ts'
import { itemsOf } from '../../../survey-definitions/rule.ts'
import type { Rule } from '../../../survey-definitions/rule-schema.ts'
import { optionLabel } from '../rule-words.ts'

/** One item among all, with where it stands for the answers given so far. */
export interface PlacedItem {
  readonly number: number
  readonly item: Item
  readonly isOnPath: boolean
  /** What its rule, or its section's, looks at and finds; nothing for an item on the way. */
  readonly because: readonly string[]
}

export interface PlacedSection {
  readonly section: Section
  readonly isOnPath: boolean
  readonly items: readonly PlacedItem[]
}

/** Every item of a questionnaire, numbered as on paper: which are asked now, and why the others are not. */
export function wayThrough(questionnaire: Questionnaire, answers: Answers): readonly PlacedSection[] {
  const path = routingPath(questionnaire, answers)
  const onPath = new Set(path.flatMap(({ items }) => items.map(({ code }) => code)))
  const numbers = new Map(
    questionnaire.sections
      .flatMap(({ items }) => items)
      .filter(({ kind }) => kind !== 'note')
      .map(({ code }, place) => [code, place + 1]),
  )
  const found = (code: string) => {
    const answer = onPath.has(code) ? answers[code] : undefined
    return `câu ${numbers.get(code) ?? code} ${
      onPath.has(code) ? answerWords(questionnaire, code, answer) : 'cũng không được hỏi'
    }`
  }
  const because = (...rules: readonly (Rule | undefined)[]) =>
    [...new Set(rules.flatMap((rule) => (rule ? itemsOf(rule) : [])))].map(found)

  return questionnaire.sections.map((section) => {
    const isOpen = path.some((one) => one.section === section)
    return {
      section,
      isOnPath: isOpen,
      items: section.items.map((item) => {
        const isOnPath = onPath.has(item.code)
        return {
          number: numbers.get(item.code) ?? 0,
          item,
          isOnPath,
          because: isOnPath ? [] : because(isOpen ? undefined : section.showIf, item.showIf),
        }
      }),
    }
  })
}

function answerWords(questionnaire: Questionnaire, code: string, answer: Answer | undefined): string {
  if (answer === undefined) return 'chưa được trả lời'
  if (isMissing(answer)) return answer === 'refused' ? 'không muốn trả lời' : 'trả lời không biết'
  const chosen = typeof answer === 'string' || typeof answer === 'number' ? [answer] : answer
  return `đang là ${chosen.map((one) => `“${typeof one === 'number' ? one : optionLabel(questionnaire, code, one)}”`).join(', ')}`
}
