import type { Answer, Missing } from '../survey-definitions/answers.ts'
import type { AnswerableItem, Counting, Questionnaire } from '../survey-definitions/questionnaire-schema.ts'
import { answerableItems, optionsOf } from '../survey-definitions/routing-path.ts'
import { type AnswerColumn, type ColumnWriter, createColumnWriter } from './answer-column.ts'
import type { Codes } from './columns/column-source.ts'
import { sortedCodes, ValueCodes } from './columns/value-codes.ts'
import { GrowingColumn } from './growing-column.ts'
import { type IndicatorSource, indicatorSources } from './indicator-source.ts'

/** One firm's answers as they were released: every stored item says something. */
export interface ReleasedResponse {
  readonly channel: string
  readonly answers: Readonly<Record<string, Answer | Missing>>
}

/** All released responses of one questionnaire, a column an item and a column an indicator. */
export interface Sample {
  readonly firms: number
  /** Firms by channel. */
  readonly channels: Readonly<Record<string, number>>
  /** By which channel each firm came. */
  readonly channelOf: ChannelColumn
  /** Answers by item code, in the questionnaire's order; free text and notes have none. */
  readonly columns: ReadonlyMap<string, AnswerColumn>
  /** Each firm's value by indicator. */
  readonly indicators: ReadonlyMap<string, IndicatorColumn>
}

/** A cell a firm: the place of its channel among the names, which come in no order of meaning. */
interface ChannelColumn {
  readonly names: readonly string[]
  readonly codes: Uint8Array
}

/** Each firm's value of one indicator. */
export interface IndicatorColumn {
  /** The item that feeds it; the first, where several do. */
  readonly item: string
  readonly as: Counting['as']
  /** The numbers that occur, ascending; of a share always 0 and 1. */
  readonly numbers: Float64Array
  /** A cell a firm: 0 where it does not count, k + 1 for the number at place k. */
  readonly codes: Codes
}

/**
 * One indicator's values firm by firm, NaN where a firm does not count.
 *
 * Unit: the indicator's. Cost: O(firms).
 *
 * @example
 * indicatorValues({ numbers: Float64Array.of(0, 1), codes: Uint8Array.of(2, 0, 1) }) // => [1, NaN, 0]
 */
export function indicatorValues({
  numbers,
  codes,
}: Pick<IndicatorColumn, 'numbers' | 'codes'>): Float64Array {
  return Float64Array.from(codes, (code) => numbers[code - 1] ?? Number.NaN)
}

/** Collects responses, any number at a time, into one sample. */
export interface SampleBuilder {
  add(responses: Iterable<ReleasedResponse>): void
  sample(): Sample
}

/**
 * All responses as one sample. An item left out of a response's answers counts as blank.
 *
 * Cost: one pass, O(responses · items).
 *
 * @throws {AnalysisError} `too-many-options` for a multiple choice of more than 32 options
 * @example
 * sampleOf(pulse, [{ channel: 'open', answers: { fair: 'agree' } }]).firms // => 1
 */
export function sampleOf(questionnaire: Questionnaire, responses: Iterable<ReleasedResponse>): Sample {
  const builder = createSampleBuilder(questionnaire)
  builder.add(responses)
  return builder.sample()
}

/**
 * A sample that grows by chunks; the chunks' sizes change nothing in the result.
 *
 * Cost: O(items) a response; memory a byte or two a choice, eight a number.
 *
 * @throws {AnalysisError} `too-many-options` for a multiple choice of more than 32 options
 * @example
 * const builder = createSampleBuilder(pulse)
 * builder.add([{ channel: 'open', answers: {} }])
 * builder.add([{ channel: 'panel', answers: {} }])
 * builder.sample().channels // => { open: 1, panel: 1 }
 */
export function createSampleBuilder(questionnaire: Questionnaire): SampleBuilder {
  const channels = new Map<string, number>()
  const channelNames: string[] = []
  const channelCodes = new GrowingColumn((length) => new Uint8Array(length))
  const items = answerableItems(questionnaire).filter(isStored)
  const columns = items.map((item) => createColumnWriter(item, optionsOf(questionnaire, item)))
  const indicators = indicatorSources(questionnaire).map(indicatorWriter)
  let firms = 0

  function addOne({ channel, answers }: ReleasedResponse): void {
    if (!channels.has(channel)) channelNames.push(channel)
    channels.set(channel, (channels.get(channel) ?? 0) + 1)
    channelCodes.push(channelNames.indexOf(channel))
    for (const column of columns) writeAnswer(column, answers)
    for (const { source, values, codes } of indicators) codes.push(values.codeOf(source.valueOf(answers)))
    firms++
  }

  return {
    add(responses) {
      for (const response of responses) addOne(response)
    },
    sample: () => ({
      firms,
      channels: Object.fromEntries([...channels].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      channelOf: { names: [...channelNames], codes: channelCodes.cells() },
      columns: new Map(columns.map((column) => [column.item, column.column()])),
      indicators: new Map(
        indicators.map(({ source, values, codes }) => [
          source.indicator,
          { item: source.item, as: source.as, ...sortedCodes(values.numbers, codes.cells()) },
        ]),
      ),
    }),
  }
}

interface IndicatorWriter {
  readonly source: IndicatorSource
  readonly values: ValueCodes
  readonly codes: GrowingColumn<Uint8Array> | GrowingColumn<Uint32Array>
}

/** A share has two numbers, so its codes are small from the start. */
function indicatorWriter(source: IndicatorSource): IndicatorWriter {
  const codes =
    source.as === 'share'
      ? new GrowingColumn((length) => new Uint8Array(length))
      : new GrowingColumn((length) => new Uint32Array(length))
  return { source, values: new ValueCodes(source.as), codes }
}

function writeAnswer(column: ColumnWriter, answers: ReleasedResponse['answers']): void {
  const answer = Object.hasOwn(answers, column.item) ? answers[column.item] : undefined
  column.push(answer ?? 'blank')
}

function isStored(item: AnswerableItem): boolean {
  return item.kind !== 'text' && item.kind !== 'long-text'
}
