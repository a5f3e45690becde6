import type { Item } from '../../../survey-definitions/questionnaire-schema.ts'

/** Ids inside one item's field. An item code is safe in an id. */
export const hintId = (item: Item): string => `${item.code}-hint`
export const problemId = (item: Item): string => `${item.code}-problem`

/** The id of one choice, or of the one input. */
export const inputId = (item: Item, choice: number | string): string => `${item.code}-${choice}`

/** Where the error summary leads: the input, or the first choice. */
export const firstFieldId = (item: Item): string => inputId(item, 0)
