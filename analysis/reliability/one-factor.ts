import { AnalysisError } from '../analysis-error.ts'
import { choleskyFactor, solveWithFactor } from '../weighting/cholesky.ts'
import type { ItemCovariance } from './item-covariance.ts'
import { type FactorMisfit, misfitOf } from './factor-misfit.ts'
import { exp } from '../elementary/exp.ts'
import { ln } from '../elementary/ln.ts'

/** One factor that items share: xⱼ = λⱼ f + eⱼ on the scale of one standard deviation. */
export interface Factor {
  /** λ, the correlation of the item with the factor. */
  readonly loadings: Float64Array
  /** ψ, the share of the item's variance that is its own. */
  readonly uniquenesses: Float64Array
}

/** R's lowest uniqueness: an item that is all factor (Heywood) would otherwise run off to 0. */
const LOWEST = ln(0.005)
const MAX_STEPS = 200
/** Steps of log ψ below this are rounding. */
const TOLERANCE = 1e-12

/**
 * The factor that makes these correlations most likely were answers normal: minimises, over log ψ,
 *
 *     F(ψ) = Σ_{m>1} (eₘ − log eₘ − 1),   eₘ the eigenvalues of Ψ^(−½) R Ψ^(−½), largest first
 *
 * by Newton's steps with exact second derivatives, halved where they overshoot, each ψ at least
 * 0.005; then λ = √ψ · ω₁ √(e₁ − 1). The sum of the loadings is positive.
 *
 * Unit: none. Cost: O(items⁴) a step, about six steps.
 *
 * @throws {AnalysisError} `too-few-items` below 3, where no single answer exists;
 * `items-not-distinct` where an item is a sum of others or has no spread; `factor-not-found`
 * @see Jöreskog (1967), Some contributions to maximum likelihood factor analysis; R factanal
 * @example
 * const correlations = Float64Array.of(1, 0.56, 0.48, 0.56, 1, 0.42, 0.48, 0.42, 1)
 * oneFactor({ size: 3, matrix: correlations }).loadings.map((loading) => Number(loading.toFixed(9))) // => [0.8, 0.7, 0.6]
 */
export function oneFactor(correlation: ItemCovariance): Factor {
  requireDistinct(correlation)
  let logs = startOf(correlation)
  let here = misfitOf(correlation, logs)
  for (let step = 0; step < MAX_STEPS; step++) {
    const direction = newtonStep(logs, here)
    const next = descended(correlation, { logs, here, direction })
    if (!next) break
    const moved = next.logs.reduce((most, log, item) => Math.max(most, Math.abs(log - (logs[item] ?? 0))), 0)
    logs = next.logs
    here = next.here
    if (moved <= TOLERANCE) break
  }
  if (!isStationary(logs, here)) {
    throw new AnalysisError('factor-not-found', 'one factor does not settle on these items')
  }
  return factorAt(logs, here)
}

function factorAt(logs: Float64Array, { first }: FactorMisfit): Factor {
  const uniquenesses = logs.map(exp)
  const scale = Math.sqrt(Math.max(first.value - 1, 0))
  const loadings = uniquenesses.map((own, item) => Math.sqrt(own) * (first.vector[item] ?? 0) * scale)
  const sum = loadings.reduce((total, loading) => total + loading, 0)
  return { loadings: sum < 0 ? loadings.map((loading) => -loading) : loadings, uniquenesses }
}

/** What an item shares with its nearest neighbour at least is not its own. */
function startOf({ size, matrix }: ItemCovariance): Float64Array {
  return Float64Array.from({ length: size }, (_none, item) => {
    const others = matrix.subarray(item * size, (item + 1) * size).filter((_r, other) => other !== item)
    const nearest = others.reduce((most, r) => Math.max(most, Math.abs(r)), 0)
    return ln(Math.min(Math.max(1 - nearest, 0.05), 0.95))
  })
}

/** Items that would pass the bound stay on it; the others take Newton's step among themselves. */
function newtonStep(
  logs: Float64Array,
  { gradient, curvature, convexCurvature }: FactorMisfit,
): Float64Array {
  const free = [...logs.keys()].filter((item) => (logs[item] ?? 0) > LOWEST || (gradient[item] ?? 0) < 0)
  const among = (matrix: Float64Array): Float64Array =>
    Float64Array.from(free.flatMap((row) => free.map((column) => matrix[row * logs.length + column] ?? 0)))
  const exact = choleskyFactor(among(curvature), free.length)
  const isConvex = free.every((_item, place) => (exact.triangle[place * (free.length + 1)] ?? 0) > 0)
  const factor = isConvex ? exact : choleskyFactor(among(convexCurvature), free.length)
  const solved = solveWithFactor(
    factor,
    Float64Array.from(free, (item) => gradient[item] ?? 0),
  )
  const step = new Float64Array(logs.length)
  for (const [place, item] of free.entries()) step[item] = solved[place] ?? 0
  return step
}

interface Descent {
  readonly logs: Float64Array
  readonly here: FactorMisfit
  readonly direction: Float64Array
}

function descended(
  correlation: ItemCovariance,
  { logs, here, direction }: Descent,
): Omit<Descent, 'direction'> | undefined {
  for (let length = 1; length > 1e-9; length /= 2) {
    const next = logs.map((log, item) => Math.max(log - length * (direction[item] ?? 0), LOWEST))
    const there = misfitOf(correlation, next)
    // Near the minimum the misfit is flat to rounding: a step may raise it by that.
    if (there.misfit <= here.misfit + 1e-12 * (1 + here.misfit)) return { logs: next, here: there }
  }
  return undefined
}

function isStationary(logs: Float64Array, { gradient }: FactorMisfit): boolean {
  return gradient.every((slope, item) => Math.abs(slope) < 1e-8 || ((logs[item] ?? 0) <= LOWEST && slope > 0))
}

function requireDistinct({ size, matrix }: ItemCovariance): void {
  if (size < 3) throw new AnalysisError('too-few-items', `one factor requires at least 3 items, got ${size}`)
  const { triangle } = choleskyFactor(matrix, size)
  for (let item = 0; item < size; item++) {
    if ((triangle[item * (size + 1)] ?? 0) > 0) continue
    throw new AnalysisError('items-not-distinct', `item ${item + 1} says nothing that others do not say`)
  }
}
