import type { Answers } from './answers.ts'
import type { AnswerableItem, Item, Option, Questionnaire, Section } from './questionnaire-schema.ts'
import { isRandomised, randomisedOptions } from './randomised-options.ts'
import { holds } from './rule.ts'

/** One section as this firm meets it: only the items on its way. */
export interface SectionOnPath {
  readonly section: Section
  readonly items: readonly Item[]
}

/**
 * The sections and items on a firm's way through the questionnaire, in order. Rules look only
 * at earlier items that are themselves on the path, so the way is found in one pass.
 */
export function routingPath(questionnaire: Questionnaire, answers: Answers): readonly SectionOnPath[] {
  const onPath: Record<string, Answers[string]> = {}
  const path: SectionOnPath[] = []
  for (const section of questionnaire.sections) {
    if (section.showIf && !holds(section.showIf, onPath)) continue
    const items: Item[] = []
    for (const item of section.items) {
      if (item.showIf && !holds(item.showIf, onPath)) continue
      items.push(item)
      const answer = Object.hasOwn(answers, item.code) ? answers[item.code] : undefined
      if (answer !== undefined) onPath[item.code] = answer
    }
    if (items.length > 0) path.push({ section, items })
  }
  return path
}

/** Every item that takes an answer, in the questionnaire's order. */
export function answerableItems(questionnaire: Questionnaire): readonly AnswerableItem[] {
  return questionnaire.sections.flatMap(({ items }) => items).filter((item) => item.kind !== 'note')
}

/**
 * The choices of an item, written in it or in the scale it names, or what its design lets a firm
 * answer; none for other kinds.
 */
export function optionsOf(questionnaire: Questionnaire, item: Item): readonly Option[] {
  if (isRandomised(item)) return randomisedOptions(item)
  if (item.kind !== 'single' && item.kind !== 'multiple') return []
  return item.options ?? (item.scale === undefined ? [] : (questionnaire.scales[item.scale] ?? []))
}
