import { chiSquaredUpperTail } from '../distributions/chi-squared.ts'
import { linearContrast } from '../estimators/linear-contrast.ts'
import { type EstimateWithInfluence, weightedMean } from '../weighted-mean.ts'
import { choleskyFactor, solveWithFactor } from '../weighting/cholesky.ts'
import { checkListAnswers, countsOfArm, type ListExperiment } from './list-experiment.ts'
import { arccosine } from '../elementary/circular.ts'
import { ln } from '../elementary/ln.ts'

/** Shares that cannot be negative unless the longer list changed how firms count the others. */
export interface ListDesignTest {
  /** Share that holds the sensitive statement and y others, y = 0 … J − 1. */
  readonly holding: readonly EstimateWithInfluence[]
  /** Share that does not hold it and holds y others, y = 1 … J. */
  readonly notHolding: readonly EstimateWithInfluence[]
  /** Chance of shares so negative without such an effect, twice the smaller of the two groups'. */
  readonly p: number
}

/** How a sample's errors are made. */
export interface ListErrors {
  readonly weights: Float64Array
  readonly covarianceOf: (first: EstimateWithInfluence, second: EstimateWithInfluence) => number
}

/**
 * Tests that the sensitive statement did not change the answers to the others. With F₁ and F₀ the
 * shares that count at most so many statements of the longer and of the shorter list, these are
 * shares of firms, and so must not be below 0:
 *
 *     π(y, 1) = F₀(y) − F₁(y),   π(y, 0) = F₁(y) − F₀(y − 1)
 *
 * The statistic of each group is the distance (π̂ − π)ᵀ Σ⁻¹ (π̂ − π) to the nearest π ≥ 0, Σ from the
 * sample's design; shares clearly above 0 are left out. Its tail is a mixture of chi-squared tails:
 * exactly up to three shares, Perlman's upper bound for more.
 * Unit: a probability. Cost: O(2^statements + firms · statements²).
 *
 * @throws {AnalysisError} `invalid-list-answer`
 * @see Blair & Imai (2012), §3.1; Silvapulle & Sen (2005), §3.5; Perlman (1969); R list::ict.test
 * @example
 * const counts = Float64Array.of(0, 1, 2, 1, 1, 2, 2, 1)
 * const treated = Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1)
 * const weights = new Float64Array(8).fill(1)
 * const covarianceOf = (a, b) => taylorCovariance(a.influence, b.influence, { strata: Int32Array.from(treated) })
 * listDesignTest({ counts, treated, statements: 2 }, { weights, covarianceOf }).p // => 1
 */
export function listDesignTest(
  experiment: ListExperiment,
  { weights, covarianceOf }: ListErrors,
): ListDesignTest {
  checkListAnswers(experiment)
  const atMost = (arm: number, statements: number): EstimateWithInfluence =>
    weightedMean(
      countsOfArm(experiment, arm).map((count) =>
        Number.isNaN(count) ? count : Number(count <= statements),
      ),
      weights,
    )
  const upTo = Array.from({ length: experiment.statements }, (_none, y) => y)
  const holding = upTo.map((y) => less(atMost(0, y), atMost(1, y)))
  const notHolding = upTo.map((y) => less(atMost(1, y + 1), atMost(0, y)))
  const firms = experiment.counts.filter((count) => !Number.isNaN(count)).length
  const smaller = Math.min(tailOf(holding, covarianceOf, firms), tailOf(notHolding, covarianceOf, firms))
  return { holding, notHolding, p: Math.min(1, 2 * smaller) }
}

function less(first: EstimateWithInfluence, second: EstimateWithInfluence): EstimateWithInfluence {
  return linearContrast([
    { estimate: first, coefficient: 1 },
    { estimate: second, coefficient: -1 },
  ])
}

/** Chance of shares so negative, of the shares that are not clearly above 0. */
function tailOf(
  shares: readonly EstimateWithInfluence[],
  covarianceOf: ListErrors['covarianceOf'],
  firms: number,
): number {
  const isInDoubt = (share: EstimateWithInfluence): boolean => {
    const error = Math.sqrt(covarianceOf(share, share))
    return error > 0 && share.value / error <= Math.sqrt(ln(firms))
  }
  const doubtful = shares.filter(isInDoubt)
  const values = doubtful.map(({ value }) => value)
  const covariances = doubtful.map((row) => doubtful.map((column) => covarianceOf(row, column)))
  const distance = distanceToPositive(values, covariances)
  return distance > 0 ? mixedTail(distance, correlationsOf(covariances)) : 1
}

/** Least (v − π)ᵀ Σ⁻¹ (v − π) with all π ≥ 0: the nearest of the points with some of them 0. */
function distanceToPositive(values: readonly number[], covariances: readonly (readonly number[])[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let face = 0; face < 2 ** values.length; face++) {
    const zero = values.flatMap((_value, place) => ((face >> place) & 1 ? [place] : []))
    const at = (row: number, column: number): number => covariances[row]?.[column] ?? 0
    const block = Float64Array.from(zero.flatMap((row) => zero.map((column) => at(row, column))))
    const given = Float64Array.from(zero, (place) => values[place] ?? 0)
    const solved = solveWithFactor(choleskyFactor(block, zero.length), given)
    const isFeasible = values.every((value, place) => {
      if (zero.includes(place)) return true
      return value >= zero.reduce((sum, other, k) => sum + at(place, other) * (solved[k] ?? 0), 0)
    })
    if (isFeasible)
      least = Math.min(
        least,
        given.reduce((sum, value, k) => sum + value * (solved[k] ?? 0), 0),
      )
  }
  return least
}

/** Σ P(so many shares are held at 0) · P(chi-squared with as many degrees > distance). */
function mixedTail(distance: number, correlations: readonly (readonly number[])[]): number {
  const chances = chancesOfZeros(correlations)
  return chances.reduce(
    (sum, chance, place) =>
      sum + chance * chiSquaredUpperTail(distance, correlations.length - chances.length + place + 1),
    0,
  )
}

/** The chances of the highest numbers of zeros, in ascending order. */
function chancesOfZeros(correlations: readonly (readonly number[])[]): readonly number[] {
  const angle = (i: number, j: number): number => arccosine(correlations[i]?.[j] ?? 0)
  if (correlations.length === 1) return [0.5]
  if (correlations.length === 2) return [0.5, angle(0, 1) / (2 * Math.PI)]
  const partial = (i: number, j: number, k: number): number => {
    const [ij, ik, jk] = [correlations[i]?.[j] ?? 0, correlations[i]?.[k] ?? 0, correlations[j]?.[k] ?? 0]
    return arccosine((ij - ik * jk) / Math.sqrt((1 - ik ** 2) * (1 - jk ** 2)))
  }
  const none = (2 * Math.PI - angle(0, 1) - angle(0, 2) - angle(1, 2)) / (4 * Math.PI)
  const one = (3 * Math.PI - partial(0, 1, 2) - partial(0, 2, 1) - partial(1, 2, 0)) / (4 * Math.PI)
  const isExact = correlations.length === 3 && Number.isFinite(one)
  return isExact ? [one, 0.5 - none, 0.5 - one] : [0.5, 0.5]
}

function correlationsOf(covariances: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const errors = covariances.map((row, place) => Math.sqrt(row[place] ?? 0))
  return covariances.map((row, i) =>
    row.map((covariance, j) => covariance / ((errors[i] ?? 1) * (errors[j] ?? 1))),
  )
}
