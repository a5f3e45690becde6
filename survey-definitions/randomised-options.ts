import type { LocalizedText } from './language.ts'
import type { CodedItem, Item, ListExperimentItem, Option, RandomisedItem } from './questionnaire-schema.ts'
import { ARMS, listAnswer, statementsShown } from './list-experiment.ts'

/** Whether chance stands between the truth and the answer. */
export function isRandomised(item: Item): item is RandomisedItem {
  return item.kind === 'list-experiment' || item.kind === 'crosswise' || item.kind === 'randomised'
}

/** Whether an answer is one code of `optionsOf`. */
export function isCoded(item: Item): item is CodedItem {
  return item.kind === 'single' || isRandomised(item)
}

/** What an item shows besides its question: the statements that the question is about. */
export function statementsOf(item: Item): readonly LocalizedText[] {
  if (item.kind === 'list-experiment') return statementsShown(item, 'treatment')
  return item.kind === 'crosswise' ? [item.sensitiveStatement, item.innocuousStatement] : []
}

/**
 * What a firm can answer where chance has a part in it: `control-0` to `treatment-5` for the arms
 * and counts of a list experiment, `same` or `different`, `yes` or `no`.
 */
export function randomisedOptions(item: RandomisedItem): readonly Option[] {
  if (item.kind === 'list-experiment') return listOptions(item)
  if (item.kind === 'crosswise') return [option('same', item.same), option('different', item.different)]
  return [option('yes', item.yes), option('no', item.no)]
}

function listOptions(item: ListExperimentItem): readonly Option[] {
  return ARMS.flatMap((arm) => {
    const shown = statementsShown(item, arm).length
    // "2/4" reads the same in every language, and tells the arms apart.
    return Array.from({ length: shown + 1 }, (_, count) =>
      option(listAnswer(arm, count), { vi: `${count}/${shown}` }),
    )
  })
}

function option(code: string, label: Option['label']): Option {
  return { code, label, role: 'answer', exclusive: false }
}
