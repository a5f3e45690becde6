import { AnalysisError } from '../analysis-error.ts'
import { MISSING_KINDS } from '../answer-column.ts'
import type { Sample } from '../sample.ts'

/** Population counts by the options of one single-choice item, such as firms by legal form. */
export interface Margin {
  readonly item: string
  readonly counts: Readonly<Record<string, number>>
}

/** One margin as it meets the sample. */
export interface SampleMargin {
  readonly item: string
  /** Options that have a population count and at least one firm. */
  readonly levels: readonly string[]
  /** Share of each level among them; adds to 1. */
  readonly shares: Float64Array
  /** Level of each firm; −1 where its answer is missing or has no population count. */
  readonly levelOf: Int16Array
  /** Options with a population count and no firm: their count is left out of the shares. */
  readonly emptyLevels: readonly string[]
}

/**
 * A margin matched to the sample's answers. Counts become shares, so margins from registers of
 * different dates need not have the same total.
 *
 * @throws {AnalysisError} `unknown-margin-item`, `unknown-margin-option`, `margin-not-positive`
 * @example
 * matchMargin(sample, { item: 'size', counts: { small: 900, large: 100 } }).shares[0] // => 0.9
 */
export function matchMargin(sample: Sample, { item, counts }: Margin): SampleMargin {
  const column = sample.columns.get(item)
  if (column?.kind !== 'choice') {
    throw new AnalysisError('unknown-margin-item', `no single-choice item has the code ${item}`)
  }
  for (const [option, count] of Object.entries(counts))
    checkCount(item, { option, count, options: column.options })
  const firms = firmsByOption(column.codes, column.options.length)
  const counted = column.options.filter((option) => (counts[option] ?? 0) > 0)
  const hasFirms = (option: string): boolean => (firms[column.options.indexOf(option)] ?? 0) > 0
  const levels = counted.filter(hasFirms)
  const total = levels.reduce((sum, option) => sum + (counts[option] ?? 0), 0)
  const levelByCode = Int16Array.from(column.options, (option) => levels.indexOf(option))
  return {
    item,
    levels,
    shares: Float64Array.from(levels, (option) => (counts[option] ?? 0) / total),
    levelOf: column.codes.map((code) => (code < 0 ? -1 : (levelByCode[code] ?? -1))),
    emptyLevels: counted.filter((option) => !hasFirms(option)),
  }
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

function checkCount(
  item: string,
  { option, count, options }: { option: string; count: number; options: readonly string[] },
): void {
  if (!options.includes(option)) {
    throw new AnalysisError('unknown-margin-option', `item ${item} has no option ${option}`)
  }
  if (!Number.isFinite(count) || count < 0) {
    throw new AnalysisError('margin-not-positive', `the count of ${item} ${option} is not a number from 0 up`)
  }
}

function firmsByOption(codes: Int16Array, options: number): Float64Array {
  const firms = new Float64Array(options + MISSING_KINDS.length)
  for (const code of codes) if (code >= 0) firms[code] = (firms[code] ?? 0) + 1
  return firms.subarray(0, options)
}
