import { AnalysisError } from '../analysis-error.ts'
import type { StratifierCells } from '../columns/stratifier-cells.ts'
import type { CountMargin } from './count-margin.ts'

/** Population counts by the options of one single-choice item, such as firms by legal form. */
export interface Margin {
  readonly item: string
  readonly counts: Readonly<Record<string, number>>
}

/**
 * Weight of each cell's firms before any weighting: 1, or the factors that the cell's columns bring,
 * and 0 where an answer has the population count 0 in some margin, because the population asked about
 * has no such firm.
 *
 * Unit: a weight, 0 or 1. Cost: O(cells · margins).
 *
 * @throws {AnalysisError} `unknown-margin-item`
 * @example
 * const size = { item: 'size', options: ['small', 'large'] }
 * const cells = { stratifiers: [size], codes: [Int16Array.of(-1, 0, 1)], firms: Float64Array.of(1, 5, 2) }
 * baseWeights(cells, [{ item: 'size', counts: { small: 900, large: 0 } }]) // => [1, 1, 0]
 */
export function baseWeights(cells: StratifierCells, margins: readonly Margin[]): Float64Array {
  const base = new Float64Array(cells.firms.length).fill(1)
  for (const [place, { factors }] of cells.stratifiers.entries()) {
    if (!factors) continue
    const codes = cells.codes[place] ?? new Int16Array()
    for (let cell = 0; cell < codes.length; cell++) base[cell]! *= factors[codes[cell]!] ?? 1
  }
  for (const { item, counts } of margins) {
    const { codes, options } = marginCells(cells, item)
    const isNone = options.map((option) => countOf(counts, option) === 0)
    for (let cell = 0; cell < codes.length; cell++)
      if (codes[cell]! >= 0 && isNone[codes[cell]!]) base[cell] = 0
  }
  return base
}

/**
 * A margin matched to the firms that count (base weight above 0). Its counts are proportions, so
 * margins from registers of different dates need not have the same total; its levels are the options
 * that have a count and at least one firm.
 *
 * Unit: proportions. Cost: O(cells).
 *
 * @throws {AnalysisError} `unknown-margin-item`, `unknown-margin-option`, `margin-not-positive`
 * @example
 * const size = { item: 'size', options: ['small', 'large'] }
 * const cells = { stratifiers: [size], codes: [Int16Array.of(0, 1)], firms: Float64Array.of(5, 2) }
 * const base = Float64Array.of(1, 1)
 * matchMargin(cells, { item: 'size', counts: { small: 900, large: 100 } }, base).counts // => [0.9, 0.1]
 */
export function matchMargin(
  cells: StratifierCells,
  { item, counts }: Margin,
  base: Float64Array,
): CountMargin {
  const { codes, options } = marginCells(cells, item)
  checkCounts(item, counts, options)
  const firms = firmsByOption(cells, item, base)
  const levels = options.filter((option, place) => (countOf(counts, option) ?? 0) > 0 && firms[place])
  const total = levels.reduce((sum, option) => sum + (countOf(counts, option) ?? 0), 0)
  const levelByCode = options.map((option) => levels.indexOf(option))
  const levelOf = new Int32Array(codes.length)
  for (let cell = 0; cell < codes.length; cell++) {
    const code = codes[cell]!
    levelOf[cell] = code < 0 || base[cell] === 0 ? -1 : (levelByCode[code] ?? -1)
  }
  return {
    name: item,
    levels,
    counts: Float64Array.from(levels, (option) => (countOf(counts, option) ?? 0) / total),
    levelOf,
    isProportion: true,
  }
}

/**
 * Firms that count (base weight above 0) by the options of an item.
 *
 * Unit: firms. Cost: O(cells).
 *
 * @throws {AnalysisError} `unknown-margin-item`
 * @example
 * const size = { item: 'size', options: ['small', 'large'] }
 * const cells = { stratifiers: [size], codes: [Int16Array.of(-1, 0, 1)], firms: Float64Array.of(1, 5, 2) }
 * firmsByOption(cells, 'size', Float64Array.of(1, 1, 0)) // => [5, 0]
 */
export function firmsByOption(cells: StratifierCells, item: string, base: Float64Array): readonly number[] {
  const { codes, options } = marginCells(cells, item)
  const firms = options.map(() => 0)
  for (let cell = 0; cell < codes.length; cell++) {
    const code = codes[cell]!
    if (code >= 0 && base[cell] !== 0) firms[code]! += cells.firms[cell]!
  }
  return firms
}

/**
 * The population count of an option, or undefined where the margin does not name it.
 *
 * Unit: firms. Cost: constant.
 *
 * @example
 * countOf({ small: 900 }, 'small') // => 900
 */
export function countOf(counts: Margin['counts'], option: string): number | undefined {
  return Object.hasOwn(counts, option) ? counts[option] : undefined
}

/**
 * The options of an item that cells are told apart by, and which of them each cell has.
 *
 * Unit: places of options, −1 where not known. Cost: O(stratifiers).
 *
 * @throws {AnalysisError} `unknown-margin-item` unless the item is one of the stratifiers
 * @example
 * const size = { item: 'size', options: ['small', 'large'] }
 * marginCells({ stratifiers: [size], codes: [Int16Array.of(1, 0)] }, 'size').codes // => [1, 0]
 */
export function marginCells(
  { stratifiers, codes }: Pick<StratifierCells, 'stratifiers' | 'codes'>,
  item: string,
): { readonly options: readonly string[]; readonly codes: Int16Array } {
  const place = stratifiers.findIndex((stratifier) => stratifier.item === item)
  const [options, own] = [stratifiers[place]?.options, codes[place]]
  if (options && own) return { options, codes: own }
  throw new AnalysisError('unknown-margin-item', `no single-choice item has the code ${item}`)
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
