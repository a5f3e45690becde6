import { AnalysisError } from '../analysis-error.ts'
import type { AnswerColumn } from '../answer-column.ts'
import type { Sample } from '../sample.ts'

/** Population counts by the options of one single-choice item, such as firms by legal form. */
export interface Margin {
  readonly item: string
  readonly counts: Readonly<Record<string, number>>
}

/** One margin as it meets the sample. */
export interface SampleMargin {
  readonly item: string
  /** Options that have a population count and at least one firm that counts. */
  readonly levels: readonly string[]
  /** Share of each level among them; adds to 1. */
  readonly shares: Float64Array
  /** Level of each firm; −1 where its answer is missing or has no population count. */
  readonly levelOf: Int16Array
}

/**
 * Weights before any weighting: 1, and 0 for a firm whose answer has the population count 0 in
 * some margin, because the population asked about has no such firm.
 *
 * @throws {AnalysisError} `unknown-margin-item`
 * @example
 * baseWeights(sample, [{ item: 'size', counts: { small: 900, large: 0 } }]) // => [1, 1, 0]
 */
export function baseWeights(sample: Sample, margins: readonly Margin[]): Float64Array {
  const base = new Float64Array(sample.firms).fill(1)
  for (const { item, counts } of margins) {
    const { codes, options } = marginColumn(sample, item)
    const isNone = options.map((option) => countOf(counts, option) === 0)
    for (const [firm, code] of codes.entries()) if (code >= 0 && isNone[code]) base[firm] = 0
  }
  return base
}

/**
 * A margin matched to the answers of the firms that count (base weight above 0). Counts become
 * shares, so margins from registers of different dates need not have the same total.
 *
 * @throws {AnalysisError} `unknown-margin-item`, `unknown-margin-option`, `margin-not-positive`
 * @example
 * matchMargin(sample, { item: 'size', counts: { small: 900, large: 100 } }, base).shares[0] // => 0.9
 */
export function matchMargin(sample: Sample, { item, counts }: Margin, base: Float64Array): SampleMargin {
  const column = marginColumn(sample, item)
  checkCounts(item, counts, column.options)
  const firms = firmsByOption(column, base)
  const levels = column.options.filter((option, place) => (countOf(counts, option) ?? 0) > 0 && firms[place])
  const total = levels.reduce((sum, option) => sum + (countOf(counts, option) ?? 0), 0)
  const levelByCode = Int16Array.from(column.options, (option) => levels.indexOf(option))
  return {
    item,
    levels,
    shares: Float64Array.from(levels, (option) => (countOf(counts, option) ?? 0) / total),
    levelOf: column.codes.map((code, firm) =>
      code < 0 || base[firm] === 0 ? -1 : (levelByCode[code] ?? -1),
    ),
  }
}

/** Firms that count by the options of an item. */
export function firmsByOption({ codes, options }: ChoiceColumn, base: Float64Array): readonly number[] {
  const firms = options.map(() => 0)
  for (const [firm, code] of codes.entries()) {
    if (code >= 0 && base[firm] !== 0) firms[code] = (firms[code] ?? 0) + 1
  }
  return firms
}

/** The population count of an option, or undefined where the margin does not name it. */
export function countOf(counts: Margin['counts'], option: string): number | undefined {
  return Object.hasOwn(counts, option) ? counts[option] : undefined
}

type ChoiceColumn = Extract<AnswerColumn, { kind: 'choice' }>

/** @throws {AnalysisError} `unknown-margin-item` unless the item is a single choice */
export function marginColumn(sample: Sample, item: string): ChoiceColumn {
  const column = sample.columns.get(item)
  if (column?.kind === 'choice') return column
  throw new AnalysisError('unknown-margin-item', `no single-choice item has the code ${item}`)
}

/** Numbers of the firms added up by level, and over all firms whose level is known. */
export function sumsByLevel(numbers: Float64Array, { levelOf, levels }: SampleMargin) {
  const byLevel = new Float64Array(levels.length)
  let known = 0
  for (const [firm, level] of levelOf.entries()) {
    if (level < 0) continue
    const number = numbers[firm] ?? 0
    byLevel[level] = (byLevel[level] ?? 0) + number
    known += number
  }
  return { byLevel, known }
}

function checkCounts(item: string, counts: Margin['counts'], options: readonly string[]): void {
  let total = 0
  for (const [option, count] of Object.entries(counts)) {
    if (!options.includes(option)) {
      throw new AnalysisError('unknown-margin-option', `item ${item} has no option ${option}`)
    }
    if (!Number.isFinite(count) || count < 0) {
      throw new AnalysisError(
        'margin-not-positive',
        `the count of ${item} ${option} is not a number from 0 up`,
      )
    }
    total += count
  }
  if (!(total > 0 && Number.isFinite(total))) {
    throw new AnalysisError('margin-not-positive', `the counts of ${item} add to ${total}`)
  }
}
