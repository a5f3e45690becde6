import type { Answer, Answers, Missing } from '../survey-definitions/answers.ts'
import { type CountedItem, countedItems } from '../survey-definitions/counted-value.ts'
import type { AnswerableItem, Counting, Questionnaire } from '../survey-definitions/questionnaire-schema.ts'
import { answerableItems, optionsOf } from '../survey-definitions/routing-path.ts'
import { type AnswerColumn, type ColumnWriter, createColumnWriter } from './answer-column.ts'
import { GrowingNumbers } from './growing-numbers.ts'
import { type FirmValue, firmValueOf } from './firm-value.ts'

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
  /** Answers by item code, in the questionnaire's order; free text and notes have none. */
  readonly columns: ReadonlyMap<string, AnswerColumn>
  /** Each firm's value by indicator. */
  readonly indicators: ReadonlyMap<string, IndicatorColumn>
}

export interface IndicatorColumn {
  /** The item that feeds it; the first, where several do. */
  readonly item: string
  readonly as: Counting['as']
  /** NaN where the firm does not count. */
  readonly values: Float64Array
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
 * sampleOf(questionnaire, [{ channel: 'open', answers: { price: 'agree' } }]).firms // => 1
 */
export function sampleOf(questionnaire: Questionnaire, responses: Iterable<ReleasedResponse>): Sample {
  const builder = createSampleBuilder(questionnaire)
  builder.add(responses)
  return builder.sample()
}

/** A sample that grows by chunks; the chunks' sizes change nothing in the result. */
export function createSampleBuilder(questionnaire: Questionnaire): SampleBuilder {
  const channels = new Map<string, number>()
  const items = answerableItems(questionnaire).filter(isStored)
  const columns = items.map((item) => createColumnWriter(item, optionsOf(questionnaire, item)))
  const indicators = indicatorWriters(questionnaire)
  let firms = 0

  function addOne({ channel, answers }: ReleasedResponse): void {
    channels.set(channel, (channels.get(channel) ?? 0) + 1)
    for (const column of columns) writeAnswer(column, answers)
    for (const { values, sources } of indicators) values.push(firstValue(sources, answers))
    firms++
  }

  return {
    add(responses) {
      for (const response of responses) addOne(response)
    },
    sample: () => ({
      firms,
      channels: Object.fromEntries([...channels].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      columns: new Map(columns.map((column) => [column.item, column.column()])),
      indicators: new Map(
        indicators.map(({ indicator, item, as, values }) => [
          indicator,
          { item, as, values: values.numbers() },
        ]),
      ),
    }),
  }
}

interface IndicatorWriter {
  readonly indicator: string
  readonly item: string
  readonly as: Counting['as']
  readonly sources: readonly FirmValue[]
  readonly values: GrowingNumbers
}

function indicatorWriters(questionnaire: Questionnaire): readonly IndicatorWriter[] {
  const byIndicator = new Map<string, CountedItem[]>()
  for (const counted of countedItems(questionnaire)) {
    const { indicator } = counted.counting
    byIndicator.set(indicator, [...(byIndicator.get(indicator) ?? []), counted])
  }
  return [...byIndicator].flatMap(([indicator, counted]) => {
    const [first] = counted
    if (!first) return []
    const sources = counted.map((source) => firmValueOf(questionnaire, source))
    return [
      { indicator, item: first.item.code, as: first.counting.as, sources, values: new GrowingNumbers() },
    ]
  })
}

function firstValue(sources: readonly FirmValue[], answers: Answers): number {
  for (const valueOf of sources) {
    const value = valueOf(answers)
    if (value !== undefined) return value
  }
  return Number.NaN
}

function writeAnswer(column: ColumnWriter, answers: ReleasedResponse['answers']): void {
  const answer = Object.hasOwn(answers, column.item) ? answers[column.item] : undefined
  column.push(answer ?? 'blank')
}

function isStored(item: AnswerableItem): boolean {
  return item.kind !== 'text' && item.kind !== 'long-text'
}
