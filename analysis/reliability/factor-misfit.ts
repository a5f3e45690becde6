import type { ItemCovariance } from './item-covariance.ts'
import { symmetricEigen } from './symmetric-eigen.ts'
import { exp } from '../elementary/exp.ts'
import { ln } from '../elementary/ln.ts'

/** How badly one factor fits at given uniquenesses, and which way is down; all by log ψ. */
export interface FactorMisfit {
  readonly misfit: number
  readonly gradient: Float64Array
  /** Second derivatives, row by row. */
  readonly curvature: Float64Array
  /** Their approximation that is never concave, for where the misfit is. */
  readonly convexCurvature: Float64Array
  /** Largest eigenvalue of Ψ^(−½) R Ψ^(−½), and its vector. */
  readonly first: { readonly value: number; readonly vector: Float64Array }
}

/**
 * The misfit F = Σ_{m>1} (eₘ − log eₘ − 1) of one factor with its derivatives by θ = log ψ, where
 * ω are the eigenvectors:
 *
 *     ∂F/∂θⱼ = Σ_{m>1} (1 − eₘ) ωⱼₘ²
 *     ∂²F/∂θⱼ∂θₖ = Σ_{m,n>1} ½ (eₘ + eₙ) zⱼₘₙ zₖₘₙ + Σ_{m>1} (1 − eₘ)(eₘ + e₁)/(e₁ − eₘ) zⱼₘ₁ zₖₘ₁,   zⱼₘₙ = ωⱼₘ ωⱼₙ
 *
 * and (Σ_{m>1} ωⱼₘ ωₖₘ)² approximates the latter where the factor fits (eₘ near 1).
 * Unit: none. Cost: O(items⁴).
 *
 * @see Clarke (1970), A rapidly convergent method for maximum-likelihood factor analysis
 * @example
 * misfitOf({ size: 2, matrix: Float64Array.of(1, 0, 0, 1) }, Float64Array.of(0, 0)).misfit // => 0
 */
export function misfitOf({ size, matrix }: ItemCovariance, logs: Float64Array): FactorMisfit {
  const halves = logs.map((log) => exp(-log / 2))
  const scaled = matrix.map(
    (r, cell) => r * (halves[Math.floor(cell / size)] ?? 0) * (halves[cell % size] ?? 0),
  )
  const { values, vectors } = symmetricEigen(scaled, size)
  const gradient = new Float64Array(size)
  const projection = new Float64Array(size * size)
  let misfit = 0
  for (let m = 1; m < size; m++) {
    const [value, vector] = [values[m] ?? Number.NaN, vectors[m] ?? new Float64Array(size)]
    misfit += value - ln(value) - 1
    for (let j = 0; j < size; j++) gradient[j] = (gradient[j] ?? 0) + (1 - value) * (vector[j] ?? 0) ** 2
    addOuter(projection, vector, 1)
  }
  return {
    misfit,
    gradient,
    curvature: curvatureOf(values, vectors),
    convexCurvature: projection.map((cell) => cell * cell),
    first: { value: values[0] ?? Number.NaN, vector: vectors[0] ?? new Float64Array(size) },
  }
}

function curvatureOf(values: Float64Array, vectors: readonly Float64Array[]): Float64Array {
  const size = values.length
  const curvature = new Float64Array(size * size)
  const [largest, first] = [values[0] ?? Number.NaN, vectors[0] ?? new Float64Array(size)]
  for (let m = 1; m < size; m++) {
    const [own, vector] = [values[m] ?? Number.NaN, vectors[m] ?? new Float64Array(size)]
    for (let n = m; n < size; n++) {
      const [other, second] = [values[n] ?? Number.NaN, vectors[n] ?? new Float64Array(size)]
      addOuter(curvature, products(vector, second), m === n ? own : own + other)
    }
    addOuter(curvature, products(vector, first), ((1 - own) * (own + largest)) / (largest - own))
  }
  return curvature
}

function products(first: Float64Array, second: Float64Array): Float64Array {
  return first.map((element, place) => element * (second[place] ?? 0))
}

function addOuter(sum: Float64Array, vector: Float64Array, factor: number): void {
  const size = vector.length
  for (const [row, x] of vector.entries()) {
    for (const [column, y] of vector.entries()) {
      const cell = row * size + column
      sum[cell] = (sum[cell] ?? 0) + factor * x * y
    }
  }
}
