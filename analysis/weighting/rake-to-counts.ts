import { AnalysisError } from '../analysis-error.ts'
import { auxiliariesOf } from './auxiliaries.ts'
import type { CalibratedWeights } from './calibrated-weights.ts'
import { checkTotals, type CountMargin, sumsByCount } from './count-margin.ts'
import { gregResidual } from './greg-residual.ts'
import { rRakeResidual } from './r-rake-residual.ts'

/**
 * When raking stops: at margins met to a relative `tolerance`, or as R's rake() does, once a
 * sweep moves no cell of the full table of margins by `cellChange` weighted firms.
 */
export type RakingStop =
  | { readonly tolerance: number; readonly maxSweeps: number }
  | { readonly cellChange: number; readonly maxSweeps: number }

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
  const sweeps = sweepUntil(base, margins, stop)
  const weights = sweeps.afterMargin.at(-1) ?? base
  if ('tolerance' in stop) checkMet(weights, margins, stop)
  const makeResidual = (): CalibratedWeights['residual'] =>
    residual === 'greg'
      ? gregResidual({ base, weights, auxiliaries: auxiliariesOf(margins) })
      : // A sweep from weights that meet the margins: after the first they may have been met by luck.
        rRakeResidual(margins, 'tolerance' in stop ? oneSweep(weights, margins) : sweeps.afterMargin)
  return { weights, residual: makeResidual(), residualMethod: residual, iterations: sweeps.count }
}

interface Sweeps {
  readonly count: number
  /** Weights right after each margin in the last sweep. */
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
    const factors = margin.counts.map((count, level) => count / (sums[level] ?? 0))
    latest = latest.map((weight, firm) => weight * (factors[margin.levelOf[firm] ?? 0] ?? 1))
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

function worstLevel(
  weights: Float64Array,
  margins: readonly CountMargin[],
): { readonly name: string; readonly distance: number } {
  let worst = { name: '', distance: 0 }
  for (const margin of margins) {
    for (const [level, sum] of sumsByCount(weights, margin).entries()) {
      const distance = Math.abs(sum / (margin.counts[level] ?? 0) - 1)
      if (!(distance <= worst.distance)) worst = { name: `${margin.name} ${margin.levels[level]}`, distance }
    }
  }
  return worst
}

function checkMet(
  weights: Float64Array,
  margins: readonly CountMargin[],
  { tolerance, maxSweeps }: { tolerance: number; maxSweeps: number },
): void {
  const { name, distance } = worstLevel(weights, margins)
  if (distance <= tolerance) return
  throw new AnalysisError(
    'calibration-not-converged',
    `${name} is missed by ${distance} of its count after ${maxSweeps} sweeps`,
  )
}
