import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { answerableItems, optionsOf } from '../../survey-definitions/routing-path.ts'
import { AnalysisError } from '../analysis-error.ts'
import { choiceCell, choiceCells } from '../answer-column.ts'
import { indicatorSources } from '../indicator-source.ts'
import type { ReleasedResponse } from '../sample.ts'
import { CHUNK_FIRMS, type Codes, type ColumnChunk, type ColumnSource } from './column-source.ts'
import { ValueCodes } from './value-codes.ts'

/** What a stream of responses becomes columns by. */
export interface StreamInput {
  /** Called once a pass; the same firms in the same order each time. */
  readonly responses: () => Iterable<ReleasedResponse>
  /** Items that margins are of. */
  readonly stratifiers: readonly string[]
  /** 65,536 when not said. */
  readonly chunkFirms?: number
}

/**
 * Responses as a source of columns of which one chunk is held at a time, however many they are.
 *
 * Cost: O(firms · indicators) a pass; memory that of a chunk, and of the numbers that occur.
 *
 * @throws {AnalysisError} `unknown-margin-item` unless all stratifiers are single choices
 * @example
 * const responses = () => [{ channel: 'open', answers: {} }]
 * const source = streamColumns(pulse, { responses, stratifiers: [] })
 * estimateColumns(source, { edition: pci2017 }).firms // => 1
 */
export function streamColumns(questionnaire: Questionnaire, input: StreamInput): ColumnSource {
  const stratifiers = input.stratifiers.map((item) => ({ item, options: optionsOfItem(questionnaire, item) }))
  const cellOf = stratifiers.map(({ options }) => choiceCell(options))
  const sources = indicatorSources(questionnaire)
  const values = sources.map(({ as }) => new ValueCodes(as))

  function write(chunk: WritableChunk, answers: ReleasedResponse['answers']): void {
    const firm = chunk.firms++
    for (const [k, { item }] of stratifiers.entries()) {
      const answer = Object.hasOwn(answers, item) ? answers[item] : undefined
      const column = chunk.stratifiers[k]
      if (column) column[firm] = cellOf[k]?.(answer ?? 'blank') ?? -1
    }
    for (const [k, { valueOf }] of sources.entries()) {
      writeCode(chunk.indicators, k, { firm, code: values[k]?.codeOf(valueOf(answers)) ?? 0 })
    }
  }

  return {
    stratifiers,
    indicators: sources.map(({ indicator, item, as }, k) => ({
      indicator,
      item,
      as,
      numbers: values[k]?.numbers ?? [],
    })),
    *chunks() {
      const length = input.chunkFirms ?? CHUNK_FIRMS
      const chunk: WritableChunk = {
        firms: 0,
        stratifiers: stratifiers.map(({ options }) => choiceCells(options.length, length)),
        indicators: sources.map(() => new Uint8Array(length)),
      }
      for (const { answers } of input.responses()) {
        write(chunk, answers)
        if (chunk.firms < length) continue
        yield chunk
        chunk.firms = 0
      }
      if (chunk.firms > 0) yield chunk
    },
  }
}

interface WritableChunk extends ColumnChunk {
  firms: number
  readonly indicators: Codes[]
}

/** Columns are as narrow as their codes allow, and grow wider with them. */
function writeCode(columns: Codes[], place: number, { firm, code }: { firm: number; code: number }): void {
  let column = columns[place]
  if (!column) return
  if (code >= 2 ** (8 * column.BYTES_PER_ELEMENT)) {
    column = code < 2 ** 16 ? Uint16Array.from(column) : Uint32Array.from(column)
    columns[place] = column
  }
  column[firm] = code
}

function optionsOfItem(questionnaire: Questionnaire, code: string): readonly string[] {
  const item = answerableItems(questionnaire).find((one) => one.code === code)
  if (item?.kind === 'single') return optionsOf(questionnaire, item).map((option) => option.code)
  throw new AnalysisError('unknown-margin-item', `no single-choice item has the code ${code}`)
}
