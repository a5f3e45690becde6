import { AnalysisError } from '../analysis-error.ts'
import type { CalibratedWeights } from './calibrated-weights.ts'
import { checkTotals, type CountMargin, goalsOf, sumsByCount } from './count-margin.ts'
import { marginResidual } from './margin-regression.ts'
import { rRakeResidual } from './r-rake-residual.ts'

/**
 * When raking stops: at margins met to a relative `tolerance`, or as R's rake() does, once a
 * sweep moves no cell of the full table of margins by `cellChange` weighted firms.
 */
export type RakingStop =
  | { readonly tolerance: number; readonly maxSweeps: number }
  | { readonly cellChange: number; readonly maxSweeps: number }

/** What is raked to what, and when to stop. */
export interface Raking {
  readonly base: Float64Array
  readonly margins: readonly [CountMargin, ...CountMargin[]]
  readonly stop?: RakingStop
  readonly residual?: CalibratedWeights['residualMethod']
}

const DEFAULT_STOP: RakingStop = { tolerance: 1e-10, maxSweeps: 200 }

/**
 * Raking of weights to population counts (iterative proportional fitting): the margins in their
 * given order, again and again,
 *
 *     wᵢ ← wᵢ · N_l / W_l   for the firms of level l
 *
 * until all are met. One margin is met at once: that is post-stratification. Its error is made
 * by the residual of the regression estimator (`greg`) or, for parity with rake() of R, by that
 * of R's sweeps (`r-rake`); where base weights differ the two are not the same.
 *
 * Unit: firms of the population. Cost: O(firms · margins · sweeps).
 *
 * @throws {AnalysisError} `margin-totals-differ`; `calibration-not-converged`, which names the
 * level that is worst missed, unless it stops as R does, which only ends
 * @see Deming & Stephan (1940), Ann. Math. Stat. 11; R survey::rake and postStratify
 * @example
 * const counts = { small: 90, large: 10 }
 * const margin = countMargin({ name: 'size', counts, levelByFirm: ['small', 'small', 'large'] })
 * rakeToCounts({ base: Float64Array.of(1, 1, 1), margins: [margin] }).weights // => [45, 45, 10]
 */
export function rakeToCounts({
  base,
  margins,
  stop = DEFAULT_STOP,
  residual = 'greg',
}: Raking): CalibratedWeights {
  checkTotals(margins)
  const { weights, sweeps, afterMargin, worst } = rake({ base, margins, stop })
  if (worst) {
    throw new AnalysisError(
      'calibration-not-converged',
      `${worst.margin} ${worst.level} is missed by ${worst.distance} of its count after ${sweeps} sweeps`,
    )
  }
  const makeResidual = (): CalibratedWeights['residual'] =>
    residual === 'greg'
      ? marginResidual({ base, weights, margins })
      : // A sweep from weights that meet the margins: after the first they may have been met by luck.
        rRakeResidual(margins, 'tolerance' in stop ? oneSweep(weights, margins) : afterMargin)
  return { weights, residual: makeResidual(), residualMethod: residual, iterations: sweeps }
}

/** Weights that meet the margins as near as they could be met. */
export interface RakedWeights {
  readonly weights: Float64Array
  readonly sweeps: number
  /** Weights right after each margin in the last sweep. */
  readonly afterMargin: readonly Float64Array[]
  /** The level furthest from its count, where that is beyond the tolerance. */
  readonly worst: MissedLevel | undefined
}

interface MissedLevel {
  readonly margin: string
  readonly level: string
  /** Relative to the count. */
  readonly distance: number
}

/**
 * The weights alone of `rakeToCounts`, which asks for nothing: margins that cannot all be met leave
 * the weights where the last sweep had them, with the level that is worst missed. Rows may be firms,
 * or cells of firms that are alike in all margins with their weights added up.
 *
 * Unit: firms. Cost: O(rows · margins · sweeps).
 *
 * @see Deming & Stephan (1940), Ann. Math. Stat. 11
 * @example
 * const counts = { small: 90, large: 10 }
 * const margin = countMargin({ name: 'size', counts, levelByFirm: ['small', 'large'] })
 * rake({ base: Float64Array.of(2, 1), margins: [margin] }).weights // => [90, 10]
 */
export function rake({ base, margins, stop = DEFAULT_STOP }: Omit<Raking, 'residual'>): RakedWeights {
  const { count, afterMargin } = sweepUntil(base, margins, stop)
  const weights = afterMargin.at(-1) ?? base
  const worst = 'tolerance' in stop ? worstLevel(weights, margins) : undefined
  const isMet = worst === undefined || !('tolerance' in stop) || worst.distance <= stop.tolerance
  return { weights, sweeps: count, afterMargin, worst: isMet ? undefined : worst }
}

interface Sweeps {
  readonly count: number
  readonly afterMargin: readonly Float64Array[]
}

function sweepUntil(base: Float64Array, margins: Raking['margins'], stop: RakingStop): Sweeps {
  const cells = 'cellChange' in stop ? cellsOf(margins) : undefined
  let afterMargin: readonly Float64Array[] = [base]
  for (let count = 1; count <= stop.maxSweeps; count++) {
    const before = afterMargin.at(-1) ?? base
    afterMargin = oneSweep(before, margins)
    const after = afterMargin.at(-1) ?? base
    if (isDone({ before, after, cells, margins, stop })) return { count, afterMargin }
  }
  return { count: stop.maxSweeps, afterMargin }
}

/** The weights after each margin of one sweep. */
function oneSweep(weights: Float64Array, margins: readonly CountMargin[]): readonly Float64Array[] {
  let latest = weights
  return margins.map((margin) => {
    const sums = sumsByCount(latest, margin)
    const factors = goalsOf(margin, sums).map((goal, level) => goal / (sums[level] ?? 0))
    latest = latest.map((weight, firm) => weight * (factors[margin.levelOf[firm] ?? -1] ?? 1))
    return latest
  })
}

function isDone(sweep: {
  before: Float64Array
  after: Float64Array
  cells: CountMargin | undefined
  margins: readonly CountMargin[]
  stop: RakingStop
}): boolean {
  const { before, after, cells, margins, stop } = sweep
  if ('tolerance' in stop) return worstLevel(after, margins).distance <= stop.tolerance
  if (!cells) return true
  const [old, current] = [sumsByCount(before, cells), sumsByCount(after, cells)]
  return current.every((sum, cell) => Math.abs(sum - (old[cell] ?? 0)) < stop.cellChange)
}

/** Every combination of levels that firms have, as one margin without counts. */
function cellsOf(margins: readonly [CountMargin, ...CountMargin[]]): CountMargin {
  const places = new Map<string, number>()
  const levelOf = Int32Array.from(margins[0].levelOf, (_level, firm) => {
    const key = margins.map((margin) => margin.levelOf[firm]).join(' ')
    const place = places.get(key) ?? places.size
    places.set(key, place)
    return place
  })
  return { name: 'cells', levels: [...places.keys()], counts: new Float64Array(places.size), levelOf }
}

function worstLevel(weights: Float64Array, margins: readonly CountMargin[]): MissedLevel {
  let worst = { margin: '', level: '', distance: 0 }
  for (const margin of margins) {
    const sums = sumsByCount(weights, margin)
    for (const [place, goal] of goalsOf(margin, sums).entries()) {
      const distance = Math.abs((sums[place] ?? 0) / goal - 1)
      if (distance <= worst.distance) continue
      worst = { margin: margin.name, level: margin.levels[place] ?? '', distance }
    }
  }
  return worst
}
