import type { Path } from './definition-error.ts'
import type { Item, Questionnaire, Section } from './questionnaire-schema.ts'
import type { Rule } from './rule-schema.ts'

/** An item with its place in the questionnaire. */
export interface PlacedItem {
  readonly item: Item
  readonly section: Section
  readonly path: Path
  /** Its number in the order of asking, from 0. */
  readonly position: number
}

/** Every item in the order of asking, with its place in the file. */
export function placedItems(questionnaire: Questionnaire): readonly PlacedItem[] {
  return questionnaire.sections
    .flatMap((section, sectionIndex) =>
      section.items.map((item, itemIndex) => ({
        item,
        section,
        path: ['sections', sectionIndex, 'items', itemIndex],
      })),
    )
    .map((placed, position) => Object.assign(placed, { position }))
}

/** All that must hold for an item to be asked, as far as its own rules say. */
export function conditionsOf({ item, section }: PlacedItem): readonly Rule[] {
  return [section.showIf, item.showIf].filter((rule) => rule !== undefined)
}
