import { MISSING_KINDS } from '../../analysis/answer-column.ts'
import type { ReleasedResponse } from '../../analysis/sample.ts'
import type { Answer, Missing } from '../../survey-definitions/answers.ts'
import { checkAnswer } from '../../survey-definitions/check-answer.ts'
import { armAndCount } from '../../survey-definitions/list-experiment.ts'
import type { AnswerableItem, Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import { isCoded } from '../../survey-definitions/randomised-options.ts'
import { optionsOf } from '../../survey-definitions/routing-path.ts'
import { storedItems } from '../../survey-definitions/stored-answers.ts'
import type { Channel } from '../db/tables.ts'
import { pathOf } from './answers-on-path.ts'
import { CsvProblem } from './csv-problem.ts'
import { columnsOf, readCsv } from './csv-reader.ts'
import type { Cell } from './csv-writer.ts'

const CHANNEL = 'channel'
const DEFAULT_CHANNEL = 'open'
const CHANNELS = ['open', 'slip', 'invitation', 'interviewer'] as const satisfies readonly Channel[]

/**
 * The header of a responses CSV: a column an item, for a multiple choice a column an option
 * (`item.option`), for a list experiment `item.arm` and `item.count`, then `channel`. Notes and
 * free text have none.
 */
export function responsesHeader(questionnaire: Questionnaire): readonly string[] {
  return [...storedItems(questionnaire).flatMap((item) => columnNames(questionnaire, item)), CHANNEL]
}

/** Writes responses of one questionnaire as rows under `responsesHeader`. */
export function responseRow(questionnaire: Questionnaire): (response: ReleasedResponse) => readonly Cell[] {
  const items = storedItems(questionnaire).map((item) => ({
    item,
    options: item.kind === 'multiple' ? optionsOf(questionnaire, item).map(({ code }) => code) : [],
  }))
  return ({ channel, answers }) => [
    ...items.flatMap(({ item, options }) => {
      const answer = answers[item.code] ?? 'blank'
      if (typeof answer === 'object') return options.map((code) => Number(answer.includes(code)))
      if (item.kind === 'list-experiment') return listCells(answer)
      return item.kind === 'multiple' ? options.map(() => answer) : [answer]
    }),
    channel,
  ]
}

/** The arm and the count; why there is no answer stands in both columns. */
function listCells(answer: Answer | Missing): readonly Cell[] {
  const apart = typeof answer === 'string' ? armAndCount(answer) : undefined
  return apart ? [apart.arm, apart.count] : [String(answer), String(answer)]
}

/**
 * Reads a responses CSV, columns in any order; `channel` may be absent and is then `open`. Answers
 * off a firm's path become `not-asked`, and are counted.
 *
 * @throws {CsvProblem} naming the columns, or the row and column of an answer or channel that cannot be
 */
export function readResponses(
  questionnaire: Questionnaire,
  text: string,
  onResponse: (response: ReleasedResponse) => void,
): { readonly offPath: number } {
  const items = storedItems(questionnaire)
  const onPath = pathOf(questionnaire)
  let offPath = 0
  readCsv(text, (header) => {
    const names = items.flatMap((item) => columnNames(questionnaire, item))
    const places = columnsOf(header, header.includes(CHANNEL) ? [...names, CHANNEL] : names)
    const readers = items.map((item) => ({ item, read: answerReader(questionnaire, item, places) }))
    const channelPlace = places.get(CHANNEL)
    return (cells, row) => {
      const answers: Record<string, Answer | Missing> = {}
      for (const { item, read } of readers) answers[item.code] = read(cells, row)
      const asked = onPath(answers)
      offPath += asked.offPath
      onResponse({ channel: channelOf(cells, { place: channelPlace, row }), answers: asked.answers })
    }
  })
  return { offPath }
}

type AnswerReader = (cells: readonly string[], row: number) => Answer | Missing

function answerReader(
  questionnaire: Questionnaire,
  item: AnswerableItem,
  places: ReadonlyMap<string, number>,
): AnswerReader {
  const names = columnNames(questionnaire, item)
  const columns = names.map((name) => ({ name, place: places.get(name) ?? -1 }))
  const parse = parserOf(questionnaire, item)
  return (cells, row) => {
    const own = columns.map(({ place }) => cells[place] ?? '')
    const answer = parse(own)
    const problem =
      answer === undefined ? `cannot be read: ${shown(own)}` : refusal(questionnaire, item, answer)
    if (answer === undefined || problem) {
      throw new CsvProblem(`row ${row}, column ${columns[0]?.name ?? item.code}: ${problem}`)
    }
    return answer
  }
}

function parserOf(
  questionnaire: Questionnaire,
  item: AnswerableItem,
): (cells: readonly string[]) => Answer | Missing | undefined {
  if (item.kind === 'list-experiment') return listed
  if (item.kind !== 'multiple') return single(item)
  const options = optionsOf(questionnaire, item).map(({ code }) => code)
  return (cells) => ticked(cells, options)
}

function listed([arm = '', count = '']: readonly string[]): Answer | Missing | undefined {
  if (isMissingWord(arm)) return arm === count ? arm : undefined
  return arm === '' || count === '' ? undefined : `${arm}-${count}`
}

function single(item: AnswerableItem): (cells: readonly string[]) => Answer | Missing | undefined {
  return ([cell = '']) => {
    if (isCoded(item) || isMissingWord(cell)) return cell === '' ? undefined : cell
    return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell) ? Number(cell) : undefined
  }
}

/** The ticked options; a missing word must stand in every column of the item. */
function ticked(cells: readonly string[], options: readonly string[]): Answer | Missing | undefined {
  const [first = ''] = cells
  if (isMissingWord(first)) return cells.every((cell) => cell === first) ? first : undefined
  if (!cells.every((cell) => cell === '0' || cell === '1')) return undefined
  const ticks = options.filter((_code, place) => cells[place] === '1')
  return ticks.length > 0 ? ticks : undefined
}

function refusal(
  questionnaire: Questionnaire,
  item: AnswerableItem,
  answer: Answer | Missing,
): string | undefined {
  if (answer === 'not-asked' || answer === 'blank') return undefined
  const checked = checkAnswer(questionnaire, item, answer)
  return checked.ok ? undefined : `the answer ${shown([String(answer)])} is refused (${checked.code})`
}

function channelOf(
  cells: readonly string[],
  { place, row }: { place: number | undefined; row: number },
): Channel {
  const cell = place === undefined ? '' : (cells[place] ?? '')
  const channel = cell === '' ? DEFAULT_CHANNEL : CHANNELS.find((one) => one === cell)
  if (channel !== undefined) return channel
  throw new CsvProblem(`row ${row}, column ${CHANNEL}: not one of ${CHANNELS.join(', ')}: ${shown([cell])}`)
}

function columnNames(questionnaire: Questionnaire, item: AnswerableItem): readonly string[] {
  if (item.kind === 'list-experiment') return [`${item.code}.arm`, `${item.code}.count`]
  if (item.kind !== 'multiple') return [item.code]
  return optionsOf(questionnaire, item).map(({ code }) => `${item.code}.${code}`)
}

function isMissingWord(cell: string): cell is Missing {
  return MISSING_KINDS.some((kind) => kind === cell)
}

function shown(cells: readonly string[]): string {
  const text = cells.join(',')
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
