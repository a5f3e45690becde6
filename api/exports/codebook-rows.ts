import { canonicalJson } from '../../survey-definitions/canonical-json.ts'
import { LANGUAGES, type LocalizedText } from '../../survey-definitions/language.ts'
import type {
  AnswerableItem,
  Counting,
  Option,
  Questionnaire,
} from '../../survey-definitions/questionnaire-schema.ts'
import { statementsOf } from '../../survey-definitions/randomised-options.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'
import type { Cell } from '../csv/csv-writer.ts'

export const CODEBOOK_HEADER = [
  'item',
  'kind',
  'section',
  'text_vi',
  'text_en',
  'text_zh',
  'option',
  'option_vi',
  'option_en',
  'option_zh',
  'role',
  'unit',
  'min',
  'max',
  'missing',
  'indicator',
  'counting',
  'base',
] as const

/** What every code in the other exports means: a row an option, one row for an item without. */
export function codebookRows(questionnaire: Questionnaire): readonly (readonly Cell[])[] {
  return questionnaire.sections.flatMap(({ code: section, items }) =>
    items.flatMap((item) => (item.kind === 'note' ? [] : rowsOf(questionnaire, section, item))),
  )
}

function rowsOf(
  questionnaire: Questionnaire,
  section: string,
  item: AnswerableItem,
): readonly (readonly Cell[])[] {
  const before = [item.code, item.kind, section, ...textsOf([item.text, ...statementsOf(item)])]
  const after = [...numberCells(item), item.missing.join(' '), ...countingCells(item.indicators)]
  const options = optionsOf(questionnaire, item)
  if (options.length === 0) return [[...before, null, null, null, null, null, ...after]]
  return options.map((option) => [...before, ...optionCells(option), ...after])
}

function optionCells({ code, label, role }: Option): readonly Cell[] {
  return [code, ...textsOf([label]), role]
}

function numberCells(item: AnswerableItem): readonly Cell[] {
  if (item.kind === 'scale') return [null, 1, 5]
  if (item.kind !== 'integer' && item.kind !== 'decimal') return [null, null, null]
  return [item.unit?.vi ?? null, item.min, item.max]
}

/** An item may feed several indicators: their cells keep one order. */
function countingCells(countings: readonly Counting[]): readonly Cell[] {
  return [
    countings.map(({ indicator }) => indicator),
    countings.map(wordsOf),
    countings.map(({ base }) => (base ? canonicalJson(base) : '')),
  ].map((cells) => cells.join('; '))
}

/** Such as `share of agree strongly-agree`, `share above 10`, `median`. */
function wordsOf({ as, options, atLeast, above }: Counting): string {
  if (options) return `${as} of ${options.join(' ')}`
  if (atLeast !== undefined) return `${as} at least ${atLeast}`
  return above === undefined ? as : `${as} above ${above}`
}

/** The texts in Vietnamese, English and Chinese, each after the other; none where one is missing. */
function textsOf(texts: readonly LocalizedText[]): readonly Cell[] {
  return LANGUAGES.map((language) => {
    const own = texts.map((text) => text[language])
    return own.includes(undefined) ? null : own.join(' · ')
  })
}
