import { AnalysisError } from '../analysis-error.ts'
import { CompensatedSum } from '../compensated-sum.ts'
import type { Auxiliary } from './auxiliaries.ts'
import type { CalibratedWeights } from './calibrated-weights.ts'
import type { CalibrationDistance } from './calibration-distance.ts'
import { choleskyFactor, solveWithFactor } from './cholesky.ts'
import { gregResidual } from './greg-residual.ts'

const TOLERANCE = 1e-12
const MAX_STEPS = 200
const MAX_HALVINGS = 40
/** A step that turns this much of its own gain round went too far. */
const OVERSHOOT = 0.9

interface Calibration {
  readonly base: Float64Array
  readonly auxiliaries: readonly Auxiliary[]
  readonly distance: CalibrationDistance
}

/**
 * Calibration of weights to known totals X: the weights nearest to d, by the distance, with
 * Σ w x = X,
 *
 *     w = d · F(xᵀη),   η ← η + H⁻¹ (X − Σ w x),   H = Σ d F′(xᵀη) x xᵀ
 *
 * by Newton's method, steps halved where they overshoot or overflow, until every total is within
 * 1e-12 of its own: |X − Σ w x| / (1 + |X|). The base weights are those of any design; the
 * residual takes their place in the variance of its strata, clusters and corrections.
 *
 * Unit: that of the base weights. Cost: O(firms · auxiliaries² · steps), steps at most 200.
 *
 * @throws {AnalysisError} `calibration-not-converged`, which names the total that is worst missed
 * @see Deville & Särndal (1992), JASA 87; R survey::calibrate
 * @example
 * const one = { name: 'firms', values: Float64Array.of(1, 1), total: 6 }
 * const base = Float64Array.of(1, 2)
 * calibrate({ base, auxiliaries: [one], distance: linearDistance() }).weights // => [2, 4]
 */
export function calibrate(calibration: Calibration): CalibratedWeights {
  const { base, auxiliaries } = calibration
  let state = stateAt(calibration, new Float64Array(auxiliaries.length))
  let iterations = 0
  while (worstOf(state, auxiliaries).distance > TOLERANCE && iterations < MAX_STEPS) {
    state = newtonStep(calibration, state)
    iterations++
  }
  const worst = worstOf(state, auxiliaries)
  if (!(worst.distance <= TOLERANCE)) {
    throw new AnalysisError(
      'calibration-not-converged',
      `${worst.name} is missed by ${worst.distance} after ${iterations} steps`,
    )
  }
  const { weights } = state
  const residual = gregResidual({ base, weights, auxiliaries })
  return { weights, residual, residualMethod: 'greg', iterations }
}

interface State {
  readonly slopes: Float64Array
  readonly weights: Float64Array
  /** X − Σ w x. */
  readonly misfit: Float64Array
}

function stateAt({ base, auxiliaries, distance }: Calibration, slopes: Float64Array): State {
  const weights = base.map((d, firm) => d * distance.factor(fitOf(auxiliaries, slopes, firm), firm))
  const misfit = Float64Array.from(auxiliaries, ({ values, total }) => {
    const sum = new CompensatedSum()
    sum.add(total)
    for (let firm = 0; firm < values.length; firm++) sum.add(-(weights[firm] ?? 0) * (values[firm] ?? 0))
    return sum.total
  })
  return { slopes, weights, misfit }
}

function fitOf(auxiliaries: readonly Auxiliary[], slopes: Float64Array, firm: number): number {
  let fit = 0
  for (let k = 0; k < auxiliaries.length; k++) fit += (slopes[k] ?? 0) * (auxiliaries[k]?.values[firm] ?? 0)
  return fit
}

function newtonStep(calibration: Calibration, state: State): State {
  const factor = choleskyFactor(curvature(calibration, state.slopes), calibration.auxiliaries.length)
  const step = solveWithFactor(factor, state.misfit)
  const gain = dot(state.misfit, step)
  const after = (size: number): State =>
    stateAt(
      calibration,
      state.slopes.map((slope, k) => slope + size * (step[k] ?? 0)),
    )
  let size = 1
  let next = after(size)
  for (let halving = 0; halving < MAX_HALVINGS && !isUsable(next, step, gain); halving++) {
    size /= 2
    next = after(size)
  }
  return next
}

/** Along a step the gain falls from gᵀδ to nought at the best point, and below it past that. */
function isUsable({ misfit }: State, step: Float64Array, gain: number): boolean {
  return misfit.every(Number.isFinite) && dot(misfit, step) >= -OVERSHOOT * gain
}

/** Σ d F′ x xᵀ, its lower triangle. */
function curvature({ base, auxiliaries, distance }: Calibration, slopes: Float64Array): Float64Array {
  const size = auxiliaries.length
  const matrix = new Float64Array(size * size)
  const row = new Float64Array(size)
  for (const [firm, d] of base.entries()) {
    for (const [k, { values }] of auxiliaries.entries()) row[k] = values[firm] ?? 0
    addOuterProduct(matrix, row, d * distance.slope(fitOf(auxiliaries, slopes, firm), firm))
  }
  return matrix
}

function addOuterProduct(matrix: Float64Array, row: Float64Array, scale: number): void {
  for (const [i, x] of row.entries()) {
    const scaled = scale * x
    if (scaled === 0) continue
    for (let j = 0; j <= i; j++) {
      const at = i * row.length + j
      matrix[at] = (matrix[at] ?? 0) + scaled * (row[j] ?? 0)
    }
  }
}

function worstOf(
  { misfit }: State,
  auxiliaries: readonly Auxiliary[],
): { readonly name: string; readonly distance: number } {
  let worst = { name: '', distance: 0 }
  for (const [k, { name, total }] of auxiliaries.entries()) {
    const distance = Math.abs(misfit[k] ?? 0) / (1 + Math.abs(total))
    if (!(distance <= worst.distance)) worst = { name, distance }
  }
  return worst
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
