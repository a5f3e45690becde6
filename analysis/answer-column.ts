import type { Answer, Missing } from '../survey-definitions/answers.ts'
import type { AnswerableItem, Option } from '../survey-definitions/questionnaire-schema.ts'
import { AnalysisError } from './analysis-error.ts'
import { GrowingNumbers } from './growing-numbers.ts'

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
      readonly codes: Int16Array
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

/** A column fit for the kind of the item. An answer it cannot hold counts as blank. */
export function createColumnWriter(item: AnswerableItem, options: readonly Option[]): ColumnWriter {
  const codes = options.map(({ code }) => code)
  const cells = new GrowingNumbers()
  const place = placeIn(codes)
  if (item.kind === 'single') {
    return {
      item: item.code,
      push: (answer) => cells.push(missingCell(answer) ?? place(answer) ?? BLANK),
      column: () => ({ kind: 'choice', options: codes, codes: Int16Array.from(cells.numbers()) }),
    }
  }
  if (item.kind === 'multiple') {
    if (codes.length > MAX_OPTIONS) {
      throw new AnalysisError('too-many-options', `item ${item.code} has more than ${MAX_OPTIONS} options`)
    }
    return {
      item: item.code,
      push: (answer) => cells.push(missingCell(answer) ?? ticksOf(answer, place)),
      column: () => choicesColumn(codes, cells.numbers()),
    }
  }
  const missing = new GrowingNumbers()
  return {
    item: item.code,
    push(answer) {
      const isNumber = typeof answer === 'number'
      cells.push(isNumber ? answer : Number.NaN)
      missing.push(isNumber ? 0 : (missingCell(answer) ?? BLANK))
    },
    column: () => ({
      kind: 'numbers',
      numbers: cells.numbers(),
      missing: Int8Array.from(missing.numbers()),
    }),
  }
}

const BLANK = -1 - MISSING_KINDS.indexOf('blank')

/** The cell of a missing kind; undefined for a real answer. */
function missingCell(answer: Answer | Missing): number | undefined {
  const kind = MISSING_KINDS.findIndex((missing) => missing === answer)
  return kind < 0 ? undefined : -1 - kind
}

function placeIn(codes: readonly string[]): (answer: Answer) => number | undefined {
  const places = new Map(codes.map((code, place) => [code, place]))
  return (answer) => (typeof answer === 'string' ? places.get(answer) : undefined)
}

function ticksOf(answer: Answer, place: (code: Answer) => number | undefined): number {
  if (typeof answer !== 'object') return BLANK
  let ticks = 0
  for (const code of answer) {
    const option = place(code)
    if (option !== undefined) ticks |= 1 << option
  }
  return ticks >>> 0
}

function choicesColumn(options: readonly string[], cells: Float64Array): AnswerColumn {
  return {
    kind: 'choices',
    options,
    ticks: Uint32Array.from(cells, (cell) => Math.max(cell, 0)),
    missing: Int8Array.from(cells, (cell) => Math.min(cell, 0)),
  }
}
