import type { Answer, Missing } from '../survey-definitions/answers.ts'
import type { AnswerableItem, Option } from '../survey-definitions/questionnaire-schema.ts'
import { isCoded } from '../survey-definitions/randomised-options.ts'
import { AnalysisError } from './analysis-error.ts'
import { GrowingColumn } from './growing-column.ts'

/** The kinds of missing answer; a column holds −1 for the first, −2 for the second, and so on. */
export const MISSING_KINDS = [
  'not-asked',
  'dont-know',
  'refused',
  'blank',
] as const satisfies readonly Missing[]

/** All answers to one item, a cell a firm; negative cells of `missing` say why there is none. */
export type AnswerColumn =
  | {
      readonly kind: 'choice'
      readonly options: readonly string[]
      /** Place of the chosen option, or −1 to −4 for the missing kinds. */
      readonly codes: Int8Array | Int16Array
    }
  | {
      readonly kind: 'choices'
      readonly options: readonly string[]
      /** Bit k is set when option k was ticked. */
      readonly ticks: Uint32Array
      /** 0, or −1 to −4 for the missing kinds. */
      readonly missing: Int8Array
    }
  | {
      readonly kind: 'numbers'
      /** NaN where missing. */
      readonly numbers: Float64Array
      readonly missing: Int8Array
    }

/** Takes one answer a firm and hands back the column. */
export interface ColumnWriter {
  readonly item: string
  push(answer: Answer | Missing): void
  column(): AnswerColumn
}

const MAX_OPTIONS = 32

/**
 * A column fit for the kind of the item. An answer it cannot hold counts as blank.
 *
 * Unit: places of options, ticks or the item's own. Cost: O(options), then constant an answer.
 *
 * @throws {AnalysisError} `too-many-options` for a multiple choice of more than 32 options
 * @example
 * const writer = createColumnWriter({ code: 'days', kind: 'integer' }, [])
 * writer.push(7)
 * writer.push('refused')
 * writer.column().numbers // => [7, NaN]
 */
export function createColumnWriter(item: AnswerableItem, options: readonly Option[]): ColumnWriter {
  const codes = options.map(({ code }) => code)
  if (isCoded(item)) return choiceWriter(item.code, codes)
  return item.kind === 'multiple' ? choicesWriter(item.code, codes) : numbersWriter(item.code)
}

/**
 * The cell of an answer to a single choice: the place of the option, or below nought for the four
 * missing kinds.
 *
 * Unit: none, a place. Cost: O(options), then constant an answer.
 *
 * @example
 * choiceCell(['small', 'large'])('large') // => 1
 */
export function choiceCell(options: readonly string[]): (answer: Answer | Missing) => number {
  const place = placeIn(options)
  return (answer) => missingCell(answer) ?? place(answer) ?? BLANK
}

/**
 * An array that holds the cells of a choice among so many options: of bytes where these suffice.
 *
 * Unit: places of options. Cost: O(length), all noughts.
 *
 * @example
 * choiceCells(129, 2).BYTES_PER_ELEMENT // => 2
 */
export function choiceCells(options: number, length: number): Int8Array | Int16Array {
  return options <= 128 ? new Int8Array(length) : new Int16Array(length)
}

function choiceWriter(item: string, options: readonly string[]): ColumnWriter {
  const cells = new GrowingColumn((length) => choiceCells(options.length, length))
  const cellOf = choiceCell(options)
  return {
    item,
    push: (answer) => cells.push(cellOf(answer)),
    column: () => ({ kind: 'choice', options, codes: cells.cells() }),
  }
}

function choicesWriter(item: string, options: readonly string[]): ColumnWriter {
  if (options.length > MAX_OPTIONS) {
    throw new AnalysisError('too-many-options', `item ${item} has more than ${MAX_OPTIONS} options`)
  }
  const ticks = new GrowingColumn((length) => new Uint32Array(length))
  const missing = missingColumn()
  const place = placeIn(options)
  return {
    item,
    push(answer) {
      const cell = typeof answer === 'object' ? 0 : (missingCell(answer) ?? BLANK)
      missing.push(cell)
      ticks.push(typeof answer === 'object' ? ticksOf(answer, place) : 0)
    },
    column: () => ({ kind: 'choices', options, ticks: ticks.cells(), missing: missing.cells() }),
  }
}

function numbersWriter(item: string): ColumnWriter {
  const numbers = new GrowingColumn((length) => new Float64Array(length))
  const missing = missingColumn()
  return {
    item,
    push(answer) {
      const isNumber = typeof answer === 'number'
      numbers.push(isNumber ? answer : Number.NaN)
      missing.push(isNumber ? 0 : (missingCell(answer) ?? BLANK))
    },
    column: () => ({ kind: 'numbers', numbers: numbers.cells(), missing: missing.cells() }),
  }
}

function missingColumn(): GrowingColumn<Int8Array> {
  return new GrowingColumn((length) => new Int8Array(length))
}

const BLANK = -1 - MISSING_KINDS.indexOf('blank')

const MISSING_CELLS: ReadonlyMap<unknown, number> = new Map(
  MISSING_KINDS.map((kind, place) => [kind, -1 - place]),
)

/** The cell of a missing kind; undefined for a real answer. */
function missingCell(answer: Answer | Missing): number | undefined {
  return MISSING_CELLS.get(answer)
}

function placeIn(codes: readonly string[]): (answer: Answer) => number | undefined {
  const places = new Map(codes.map((code, place) => [code, place]))
  return (answer) => (typeof answer === 'string' ? places.get(answer) : undefined)
}

function ticksOf(answer: readonly string[], place: (code: Answer) => number | undefined): number {
  let ticks = 0
  for (const code of answer) {
    const option = place(code)
    if (option !== undefined) ticks |= 1 << option
  }
  return ticks >>> 0
}
