import type { WeightingResidual } from './calibrated-weights.ts'
import { choleskyFactor, solveWithFactor } from './cholesky.ts'
import type { CountMargin } from './count-margin.ts'
import { addByLevel, addEffects, type LevelGroup, levelGroups } from './level-groups.ts'

/**
 * What margins explain of a number: from Σ d z of each row, the fitted value x β̂ of each row. The
 * array handed back is the caller's.
 */
export type MarginRegression = (totals: Float64Array) => Float64Array

/**
 * The regression on margins that the error of raking needs, β̂ = argmin Σ d (z − x β)², with x a one
 * and, for every margin and every level but its first,
 *
 *     x = 1[level] − share of the level,   0 where the level is not known
 *
 * the constraint that raking meets. Rows are firms with their weights d before raking, or cells of
 * firms that are alike in all margins, with d added up. No column is ever made: moments are sums by
 * level. The normal equations are solved once more for what is left, which gives the precision of
 * orthogonal columns. Columns that others explain are left out.
 *
 * Unit: that of z. Cost: once O(rows · margins² + levels³), then O(rows · margins + levels²).
 *
 * @see Deville & Särndal (1992), JASA 87; Björck (1987), Lin. Alg. Appl. 88/89, corrected seminormal
 * equations; `gregResidual`, which takes any auxiliary variables
 * @example
 * const counts = { small: 3, large: 1 }
 * const margin = countMargin({ name: 'size', counts, levelByFirm: ['small', 'small', 'large'] })
 * marginRegression({ base: Float64Array.of(1, 1, 2), margins: [margin] })(Float64Array.of(4, 6, 2)) // => [5, 5, 1]
 */
export function marginRegression({
  base,
  margins,
}: {
  readonly base: Float64Array
  readonly margins: readonly CountMargin[]
}): MarginRegression {
  const columns = levelColumns(margins)
  const factor = choleskyFactor(normalMatrix(base, columns), columns.slopes)
  const effectsOf = (totals: Float64Array): Float64Array =>
    byLevel(columns, solveWithFactor(factor, bySlope(columns, levelSums(columns, totals))))
  const left = new Float64Array(base.length)
  return (totals) => {
    const fit = new Float64Array(base.length)
    addFitted(fit, columns, effectsOf(totals))
    takeFrom(totals, { base, fit, left })
    addFitted(fit, columns, effectsOf(left))
    return fit
  }
}

/** What the fit leaves of the totals. */
function takeFrom(
  totals: Float64Array,
  {
    base,
    fit,
    left,
  }: { readonly base: Float64Array; readonly fit: Float64Array; readonly left: Float64Array },
): void {
  for (let row = 0; row < left.length; row++) left[row] = totals[row]! - base[row]! * fit[row]!
}

/**
 * The residual of calibrated weights whose totals are margins, u ← w (u/w − x β̂).
 *
 * Unit: that of the influence. Cost: as `marginRegression`.
 *
 * @see Deville & Särndal (1992), JASA 87; R survey::calibrate
 * @example
 * const counts = { small: 4 }
 * const margin = countMargin({ name: 'size', counts, levelByFirm: ['small', 'small', 'small', 'small'] })
 * const [base, weights] = [Float64Array.of(1, 1, 1, 1), Float64Array.of(2, 2, 2, 2)]
 * marginResidual({ base, weights, margins: [margin] })(Float64Array.of(4, 0, 4, 0)) // => [2, -2, 2, -2]
 */
export function marginResidual({
  base,
  weights,
  margins,
}: {
  readonly base: Float64Array
  readonly weights: Float64Array
  readonly margins: readonly CountMargin[]
}): WeightingResidual {
  const regression = marginRegression({ base, margins })
  return (influence) => {
    const fit = regression(
      influence.map((u, firm) => (u === 0 ? 0 : ((base[firm] ?? 0) * u) / (weights[firm] ?? 1))),
    )
    return influence.map((u, firm) => u - (weights[firm] ?? 0) * (fit[firm] ?? 0))
  }
}

/**
 * Two sets of columns that span the same: one a level, in which sums are made, and one a slope, that
 * of the regression. The first of each is the one.
 */
interface LevelColumns {
  readonly margins: readonly CountMargin[]
  /** Column of the first level of each margin, among those by level. */
  readonly from: readonly number[]
  readonly levels: number
  readonly slopes: number
  /** Share of each level in its margin, by column; 1 for the one. */
  readonly shares: Float64Array
  /** By margin, the column that is 1 in each row; where the level is unknown the one after the last. */
  readonly columnOf: readonly Uint16Array[]
  readonly groups: readonly LevelGroup[]
}

function levelColumns(margins: readonly CountMargin[]): LevelColumns {
  let levels = 1
  const from = margins.map((margin) => {
    const first = levels
    levels += margin.levels.length
    return first
  })
  const shares = new Float64Array(levels).fill(1)
  const columnOf = margins.map(({ counts, levelOf }, place) => {
    const first = from[place] ?? 0
    const total = counts.reduce((sum, count) => sum + count, 0)
    for (const [level, count] of counts.entries()) shares[first + level] = count / total
    const columns = new Uint16Array(levelOf.length)
    for (let row = 0; row < columns.length; row++) {
      const level = levelOf[row]!
      columns[row] = level < 0 ? levels : first + level
    }
    return columns
  })
  const groups = levelGroups(columnOf, levels)
  return { margins, from, levels, slopes: levels - margins.length, shares, columnOf, groups }
}

/** Σ d x xᵀ over the columns by slope, from the sums over pairs of levels. */
function normalMatrix(base: Float64Array, columns: LevelColumns): Float64Array {
  const { levels, slopes } = columns
  const pairs = pairSums(base, columns)
  const half = Array.from({ length: levels }, (_none, column) =>
    bySlope(columns, pairs.subarray(column * levels, (column + 1) * levels)),
  )
  const matrix = new Float64Array(slopes * slopes)
  const row = new Float64Array(levels)
  for (let slope = 0; slope < slopes; slope++) {
    for (let column = 0; column < levels; column++) row[column] = half[column]?.[slope] ?? 0
    matrix.set(bySlope(columns, row), slope * slopes)
  }
  return matrix
}

/** Σ d over the rows of every pair of levels, and of each with the one. */
function pairSums(base: Float64Array, columns: LevelColumns): Float64Array {
  const { levels, columnOf } = columns
  const pairs = new Float64Array(levels * levels)
  const single = levelSums(columns, base)
  for (const [level, sum] of single.entries()) {
    pairs[level] = sum
    pairs[level * levels] = sum
    pairs[level * levels + level] = sum
  }
  for (const [place, one] of columnOf.entries()) {
    for (const other of columnOf.slice(0, place)) addPairs(pairs, { base, one, other, levels })
  }
  return pairs
}

function addPairs(
  pairs: Float64Array,
  pair: {
    readonly base: Float64Array
    readonly one: Uint16Array
    readonly other: Uint16Array
    readonly levels: number
  },
): void {
  const { base, one, other, levels } = pair
  for (let row = 0; row < base.length; row++) {
    const first = one[row]!
    const second = other[row]!
    if (first === levels || second === levels) continue
    pairs[first * levels + second]! += base[row]!
    pairs[second * levels + first]! += base[row]!
  }
}

/** Σ over the rows by level; the first over all. */
function levelSums({ levels, groups }: LevelColumns, totals: Float64Array): Float64Array {
  const sums = new Float64Array(levels + 1)
  for (let row = 0; row < totals.length; row++) sums[0]! += totals[row]!
  for (const group of groups) addByLevel(sums, group, totals)
  return sums.subarray(0, levels)
}

/** Sums with the centred columns, from those by level. */
function bySlope({ margins, from, slopes, shares }: LevelColumns, sums: Float64Array): Float64Array {
  const moments = new Float64Array(slopes)
  moments[0] = sums[0] ?? 0
  let slope = 1
  for (const [place, { levels }] of margins.entries()) {
    const first = from[place] ?? 0
    const known = sums.subarray(first, first + levels.length).reduce((sum, one) => sum + one, 0)
    for (let k = first + 1; k < first + levels.length; k++) {
      moments[slope++] = (sums[k] ?? 0) - (shares[k] ?? 0) * known
    }
  }
  return moments
}

/** What being of each level adds to the fitted value, from the slopes of the centred columns. */
function byLevel({ margins, from, levels, shares }: LevelColumns, slopes: Float64Array): Float64Array {
  // One more, which stays 0, for rows whose level is not known.
  const effects = new Float64Array(levels + 1)
  effects[0] = slopes[0] ?? 0
  let slope = 1
  for (const [place, margin] of margins.entries()) {
    const first = from[place] ?? 0
    const last = first + margin.levels.length
    effects.set(slopes.subarray(slope, slope + last - first - 1), first + 1)
    slope += last - first - 1
    let mean = 0
    for (let k = first; k < last; k++) mean += effects[k]! * shares[k]!
    for (let k = first; k < last; k++) effects[k]! -= mean
  }
  return effects
}

function addFitted(fit: Float64Array, { groups }: LevelColumns, effects: Float64Array): void {
  const constant = effects[0]!
  for (let row = 0; row < fit.length; row++) fit[row]! += constant
  for (const group of groups) addEffects(fit, group, effects)
}
