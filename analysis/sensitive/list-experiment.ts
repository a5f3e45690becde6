import { AnalysisError } from '../analysis-error.ts'
import { linearContrast } from '../estimators/linear-contrast.ts'
import { type EstimateWithInfluence, weightedMean } from '../weighted-mean.ts'

/** Answers to two lists, of which one has a sensitive statement more. Firms were drawn for each by lot. */
export interface ListExperiment {
  /** How many statements a firm says are true of it; NaN where it did not answer. */
  readonly counts: Float64Array
  /** 1 for the list with the sensitive statement, 0 for the one without. */
  readonly treated: Float64Array
  /** Statements of the list without the sensitive one. */
  readonly statements: number
}

/**
 * Share of firms of which the sensitive statement is true: the mean of the longer list less that
 * of the shorter one,
 *
 *     τ̂ = ȳ₁ − ȳ₀,   uᵢ = u₁ᵢ − u₀ᵢ
 *
 * Nobody's own answer can be told from it, and it may come out below 0 or above 1. Without a
 * design give each arm a stratum: then the error is Welch's, s₁²/n₁ + s₀²/n₀.
 * Unit: a share. Cost: O(firms).
 *
 * @throws {AnalysisError} `arm-empty`, `invalid-list-answer`
 * @see Miller (1984); Blair & Imai (2012), Political Analysis 20; R list::ict.reg, method "lm"
 * @example
 * const counts = Float64Array.of(1, 2, 2, 3)
 * const treated = Float64Array.of(0, 0, 1, 1)
 * listDifference({ counts, treated, statements: 3 }, Float64Array.of(1, 1, 1, 1)).value // => 1
 */
export function listDifference(experiment: ListExperiment, weights: Float64Array): EstimateWithInfluence {
  checkListAnswers(experiment)
  const [control, longer] = [0, 1].map((arm) => weightedMean(countsOfArm(experiment, arm), weights))
  if (!control || !longer || control.answers === 0 || longer.answers === 0) {
    throw new AnalysisError('arm-empty', 'one of the two lists has no answers')
  }
  return linearContrast([
    { estimate: longer, coefficient: 1 },
    { estimate: control, coefficient: -1 },
  ])
}

/**
 * The counts of one list, NaN for the firms of the other.
 *
 * Unit: statements. Cost: O(firms).
 *
 * @example
 * const counts = Float64Array.of(1, 2, 4)
 * countsOfArm({ counts, treated: Float64Array.of(0, 1, 1), statements: 3 }, 1) // => [NaN, 2, 4]
 */
export function countsOfArm({ counts, treated }: ListExperiment, arm: number): Float64Array {
  return counts.map((count, firm) => (treated[firm] === arm ? count : Number.NaN))
}

/**
 * Makes sure that no firm counts more statements than its list has.
 *
 * Cost: O(firms).
 *
 * @throws {AnalysisError} `invalid-list-answer`
 * @example
 * const counts = Float64Array.of(3, 4)
 * checkListAnswers({ counts, treated: Float64Array.of(0, 1), statements: 3 }) // => undefined
 */
export function checkListAnswers({ counts, treated, statements }: ListExperiment): void {
  for (const [firm, count] of counts.entries()) {
    if (Number.isNaN(count)) continue
    const most = statements + (treated[firm] ?? 0)
    if (!Number.isInteger(count) || count < 0 || !(count <= most)) {
      throw new AnalysisError('invalid-list-answer', `firm ${firm + 1} counts ${count} of ${most} statements`)
    }
  }
}

/** What the answers to a list experiment are explained by. */
export interface ListCovariates {
  /** Columns, a constant among them; NaN where a firm's is not known. */
  readonly columns: readonly Float64Array[]
  readonly weights: Float64Array
}

/**
 * Weights of the firms of one list; 0 for the others and those that lack the count or a covariate.
 *
 * Unit: firms. Cost: O(firms · columns).
 *
 * @throws {AnalysisError} `invalid-list-answer`
 * @example
 * const experiment = { counts: Float64Array.of(1, NaN, 2), treated: Float64Array.of(0, 0, 1), statements: 3 }
 * armWeights(experiment, { columns: [], weights: Float64Array.of(5, 6, 7) }, 0) // => [5, 0, 0]
 */
export function armWeights(
  experiment: ListExperiment,
  { columns, weights }: ListCovariates,
  arm: number,
): Float64Array {
  checkListAnswers(experiment)
  const ofArm = countsOfArm(experiment, arm)
  return weights.map((weight, firm) => {
    const isKnown = columns.every((column) => !Number.isNaN(column[firm] ?? Number.NaN))
    return isKnown && !Number.isNaN(ofArm[firm] ?? Number.NaN) ? weight : 0
  })
}

/**
 * The same with 0 where nothing is known; such firms have no weight.
 *
 * Unit: the values'. Cost: O(firms).
 *
 * @example
 * blankAsZero(Float64Array.of(3, NaN)) // => [3, 0]
 */
export function blankAsZero(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? 0 : value))
}
