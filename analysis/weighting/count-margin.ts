import { AnalysisError } from '../analysis-error.ts'

/** Population counts by level, as they meet the firms of a sample. */
export interface CountMargin {
  readonly name: string
  readonly levels: readonly string[]
  /** Firms in the population at each level. */
  readonly counts: Float64Array
  /** Level of each firm; −1 where it is not known, and the margin has no say in the firm's weight. */
  readonly levelOf: Int32Array
  /** The counts are proportions among the firms whose level is known, whatever these weigh in all. */
  readonly isProportion?: true
}

/** Totals of two margins further apart than this, relatively, are of different populations. */
const TOTALS_AGREE = 1e-6

/**
 * A margin of known counts matched to the firms of a sample. A margin of several variables has
 * the joined names of their levels. A level that has a count and no firm cannot be met: that is
 * an error, unless `emptyLevels` says to leave its count out.
 *
 * Unit: firms. Cost: O(firms).
 *
 * @throws {AnalysisError} `margin-level-empty`, `margin-level-unknown` for a firm whose level has
 * no count, `margin-not-positive` for a count below 0 or the count 0 of a level that has firms
 * @see Särndal, Swensson & Wretman (1992), §7.6; R survey::postStratify, `partial`
 * @example
 * const counts = { small: 900, large: 100 }
 * countMargin({ name: 'size', counts, levelByFirm: ['large', 'small'] }).levelOf[0] // => 1
 */
export function countMargin(margin: {
  name: string
  counts: Readonly<Record<string, number>>
  levelByFirm: readonly string[]
  emptyLevels?: 'fail' | 'leave-out'
}): CountMargin {
  const { name, counts, levelByFirm, emptyLevels = 'fail' } = margin
  const present = new Set(levelByFirm)
  for (const level of present) checkCounted(name, level, counts[level])
  const empty = Object.keys(counts).filter((level) => !present.has(level) && counts[level] !== 0)
  if (empty.length > 0 && emptyLevels === 'fail') {
    throw new AnalysisError('margin-level-empty', `no firm has ${name} ${empty.join(', ')}`)
  }
  const levels = Object.keys(counts).filter((level) => present.has(level))
  const places = new Map(levels.map((level, place) => [level, place]))
  return {
    name,
    levels,
    counts: Float64Array.from(levels, (level) => counts[level] ?? 0),
    levelOf: Int32Array.from(levelByFirm, (level) => places.get(level) ?? 0),
  }
}

/**
 * Checks that margins of counts count the same population.
 *
 * Cost: O(levels).
 *
 * @throws {AnalysisError} `margin-totals-differ` where totals are more than 1e-6 apart, relatively
 * @example
 * checkTotals([]) // => undefined
 */
export function checkTotals(margins: readonly CountMargin[]): void {
  const [first, ...others] = margins
    .filter(({ isProportion }) => !isProportion)
    .map(({ name, counts }) => ({ name, total: plainSum(counts) }))
  if (!first) return
  for (const { name, total } of others) {
    if (Math.abs(total - first.total) > TOTALS_AGREE * first.total) {
      throw new AnalysisError(
        'margin-totals-differ',
        `${first.name} counts ${first.total} firms and ${name} ${total}`,
      )
    }
  }
}

/**
 * Sums of the firms' numbers by level of the margin.
 *
 * Unit: the numbers'. Cost: O(firms).
 *
 * @example
 * const counts = { small: 90, large: 10 }
 * const margin = countMargin({ name: 'size', counts, levelByFirm: ['large', 'small', 'large'] })
 * sumsByCount(Float64Array.of(1, 2, 4), margin) // => [2, 5]
 */
export function sumsByCount(numbers: Float64Array, { levels, levelOf }: CountMargin): Float64Array {
  const sums = new Float64Array(levels.length)
  for (let firm = 0; firm < numbers.length; firm++) {
    const level = levelOf[firm] ?? -1
    if (level >= 0) sums[level] = (sums[level] ?? 0) + (numbers[firm] ?? 0)
  }
  return sums
}

/**
 * What the levels of a margin are to weigh: its counts, or as proportions of what they weigh now.
 *
 * Unit: the counts', as proportions the sums'. Cost: O(levels).
 *
 * @example
 * const margin = { name: 'size', levels: ['small', 'large'], counts: Float64Array.of(3, 1),
 *   levelOf: Int32Array.of(0, 1), isProportion: true } as const
 * goalsOf(margin, Float64Array.of(6, 2)) // => [6, 2]
 */
export function goalsOf({ counts, isProportion }: CountMargin, sums: Float64Array): Float64Array {
  if (!isProportion) return counts
  const known = plainSum(sums)
  const total = plainSum(counts)
  return counts.map((count) => (count / total) * known)
}

function plainSum(numbers: Float64Array): number {
  let sum = 0
  for (const number of numbers) sum += number
  return sum
}

function checkCounted(name: string, level: string, count: number | undefined): void {
  if (count === undefined) {
    throw new AnalysisError('margin-level-unknown', `${name} has firms of level ${level} and no count for it`)
  }
  if (!(Number.isFinite(count) && count > 0)) {
    throw new AnalysisError('margin-not-positive', `the count of ${name} ${level} is not a number above 0`)
  }
}
