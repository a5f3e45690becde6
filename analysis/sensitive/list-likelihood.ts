import { AnalysisError } from '../analysis-error.ts'
import { influenceOfScores } from '../estimators/influence-of-scores.ts'
import { sharesOf } from '../estimators/logistic-least-squares.ts'
import { crossProducts } from '../estimators/weighted-least-squares.ts'
import { sumOf } from '../compensated-sum.ts'
import { choleskyFactor, solveWithFactor } from '../weighting/cholesky.ts'
import { armWeights, blankAsZero, type ListCovariates, type ListExperiment } from './list-experiment.ts'
import type { ListModel, ModelSlope } from './list-two-step.ts'
import { ln } from '../elementary/ln.ts'

/** The two models of greatest likelihood. */
export interface ListLikelihood extends ListModel {
  readonly logLikelihood: number
  /** Observed information, row by row: the slopes of control, then those of sensitive. */
  readonly information: Float64Array
}

/** Steps before the search is given up. */
const MAX_STEPS = 2000
const SHORT_STEP = 1e-11
/** EM goes on until its steps are this short; Newton's steps end the search. */
const NEAR = 0.05

/**
 * Greatest likelihood of both models at once, by the EM algorithm: the shorter list's count is
 * binomial (J, h), the longer one's the same plus 1 with the chance g, and a firm that counts
 * neither none nor all of J + 1 holds the sensitive statement with the chance
 *
 *     η = g b(y − 1) / (g b(y − 1) + (1 − g) b(y)),   b(k) = C(J, k) hᵏ (1 − h)^(J−k)
 *
 * The firms' weights multiply their part of the likelihood. Standard errors come from the observed
 * information (Louis: that of the complete data less what the unseen part varies), influence from
 * the scores. One step of Newton stands for every M-step, and Newton's own steps end the search.
 * Unit: logits. Cost: O(steps · firms · columns²).
 *
 * @throws {AnalysisError} `invalid-list-answer`, `regression-not-converged`
 * @see Imai (2011), JASA 106; Blair & Imai (2012); R list::ict.reg, method "ml", constrained
 * @example
 * const counts = Float64Array.of(0, 1, 1, 2, 0, 1, 2, 3)
 * const treated = Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1)
 * const ones = new Float64Array(8).fill(1)
 * const model = listLikelihood({ counts, treated, statements: 2 }, { columns: [ones], weights: ones })
 * model.logLikelihood // ≈ -10.2794
 */
export function listLikelihood(experiment: ListExperiment, covariates: ListCovariates): ListLikelihood {
  const survey = inForm(experiment, covariates)
  let parameters = new Float64Array(2 * survey.columns.length)
  let state = stateAt(parameters, survey)
  let isNear = false
  for (let count = 0; count < MAX_STEPS; count++) {
    const total = Float64Array.from(state.scores, sumOf)
    const information = isNear ? state.observed : state.complete
    const step = solveWithFactor(choleskyFactor(information, total.length), total)
    const next = parameters.map((parameter, place) => parameter + (step[place] ?? 0))
    const nextState = stateAt(next, survey)
    const longest = Math.max(...step.map(Math.abs))
    if (isNear && !(nextState.logLikelihood >= state.logLikelihood - SHORT_STEP * survey.firms))
      isNear = false
    else {
      parameters = next
      state = nextState
      if (isNear && longest < SHORT_STEP) return modelOf(parameters, state)
      isNear = isNear || longest < NEAR
    }
  }
  throw new AnalysisError('regression-not-converged', 'the likelihood of the list experiment came to no end')
}

/**
 * What the likelihood is of slopes of control and then of sensitive, other than the likeliest.
 *
 * Unit: natural logarithm. Cost: O(firms · columns).
 *
 * @throws {AnalysisError} `invalid-list-answer`
 * @see Blair & Imai (2012), Political Analysis 20; R list::ictreg
 * @example
 * const experiment = { counts: Float64Array.of(1, 2), treated: Float64Array.of(0, 1), statements: 1 }
 * const covariates = { columns: [Float64Array.of(1, 1)], weights: Float64Array.of(1, 1) }
 * listLogLikelihood(experiment, covariates, Float64Array.of(0, 0)) // ≈ -2.0794415417
 */
export function listLogLikelihood(
  experiment: ListExperiment,
  covariates: ListCovariates,
  slopes: Float64Array,
): number {
  const survey = inForm(experiment, covariates)
  const size = survey.columns.length
  const h = sharesOf(survey.columns, slopes.subarray(0, size))
  return logLikelihoodOf(survey, h, sharesOf(survey.columns, slopes.subarray(size)))
}

interface ListSurvey {
  readonly columns: readonly Float64Array[]
  readonly counts: Float64Array
  readonly shorter: Float64Array
  readonly longer: Float64Array
  readonly statements: number
  readonly firms: number
}

interface LikelihoodState {
  readonly logLikelihood: number
  /** One column a parameter. */
  readonly scores: readonly Float64Array[]
  readonly complete: Float64Array
  readonly observed: Float64Array
}

function inForm(experiment: ListExperiment, covariates: ListCovariates): ListSurvey {
  const shorter = armWeights(experiment, covariates, 0)
  const longer = armWeights(experiment, covariates, 1)
  return {
    columns: covariates.columns.map(blankAsZero),
    counts: blankAsZero(experiment.counts),
    shorter,
    longer,
    statements: experiment.statements,
    firms: shorter.filter((weight, firm) => weight > 0 || (longer[firm] ?? 0) > 0).length,
  }
}

/** Likelihood, scores and both informations at these parameters: those of h, then those of g. */
function stateAt(parameters: Float64Array, survey: ListSurvey): LikelihoodState {
  const { columns, counts, shorter, longer, statements } = survey
  const size = columns.length
  const h = sharesOf(columns, parameters.subarray(0, size))
  const g = sharesOf(columns, parameters.subarray(size))
  const either = shorter.map((weight, firm) => weight + (longer[firm] ?? 0))
  const held = counts.map((count, firm) =>
    (longer[firm] ?? 0) > 0 ? chanceOfHolding({ count, h: h[firm] ?? 0, g: g[firm] ?? 0 }, statements) : 0,
  )
  const times = (rest: (firm: number) => number): readonly Float64Array[] =>
    columns.map((column) => column.map((x, firm) => x * rest(firm)))
  const scores = [
    ...times((i) => (either[i] ?? 0) * ((counts[i] ?? 0) - (held[i] ?? 0) - statements * (h[i] ?? 0))),
    ...times((i) => (longer[i] ?? 0) * ((held[i] ?? 0) - (g[i] ?? 0))),
  ]
  const ofControl = crossProducts(
    columns,
    h.map((share, firm) => (either[firm] ?? 0) * statements * share * (1 - share)),
  )
  const ofSensitive = crossProducts(
    columns,
    g.map((share, firm) => (longer[firm] ?? 0) * share * (1 - share)),
  )
  const unseen = crossProducts(
    columns,
    held.map((chance, firm) => (longer[firm] ?? 0) * chance * (1 - chance)),
  )
  const less = (information: Float64Array): Float64Array => information.map((m, k) => m - (unseen[k] ?? 0))
  return {
    logLikelihood: logLikelihoodOf(survey, h, g),
    scores,
    complete: blocks([ofControl, ofSensitive], new Float64Array(size * size)),
    observed: blocks([less(ofControl), less(ofSensitive)], unseen),
  }
}

/** The chance that a firm with the longer list holds the sensitive statement, given its count. */
function chanceOfHolding(
  { count, h, g }: { count: number; h: number; g: number },
  statements: number,
): number {
  if (count === 0) return 0
  if (count > statements) return 1
  // b(y − 1) / b(y) = y / (J − y + 1) · (1 − h) / h
  const odds = (g / (1 - g)) * (count / (statements - count + 1)) * ((1 - h) / h)
  return odds / (1 + odds)
}

function logLikelihoodOf(
  { counts, shorter, longer, statements }: ListSurvey,
  h: Float64Array,
  g: Float64Array,
): number {
  const terms = counts.map((count, firm) => {
    const share = h[firm] ?? 0
    const chance = (k: number): number =>
      k < 0 || k > statements ? 0 : chooses(statements, k) * share ** k * (1 - share) ** (statements - k)
    const ofShorter = shorter[firm] ?? 0
    const ofLonger = longer[firm] ?? 0
    const held = g[firm] ?? 0
    if (ofShorter > 0) return ofShorter * ln(chance(count))
    if (ofLonger > 0) return ofLonger * ln(held * chance(count - 1) + (1 - held) * chance(count))
    return 0
  })
  return sumOf(terms)
}

function chooses(n: number, k: number): number {
  let ways = 1
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i
  return ways
}

/** A symmetric matrix of two blocks on the diagonal and one beside it. */
function blocks([first, second]: readonly [Float64Array, Float64Array], beside: Float64Array): Float64Array {
  const size = Math.sqrt(first.length)
  const whole = new Float64Array(4 * size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const place = row * size + column
      whole[row * 2 * size + column] = first[place] ?? 0
      whole[(row + size) * 2 * size + column + size] = second[place] ?? 0
      whole[row * 2 * size + column + size] = beside[place] ?? 0
      whole[(row + size) * 2 * size + column] = beside[place] ?? 0
    }
  }
  return whole
}

function modelOf(
  parameters: Float64Array,
  { logLikelihood, scores, observed }: LikelihoodState,
): ListLikelihood {
  const size = parameters.length
  const influence = influenceOfScores(scores, observed)
  const factor = choleskyFactor(observed, size)
  const slopes = Array.from(parameters, (value, place): ModelSlope => {
    const unit = new Float64Array(size)
    unit[place] = 1
    return {
      value,
      influence: influence[place] ?? new Float64Array(),
      standardError: Math.sqrt(solveWithFactor(factor, unit)[place] ?? Number.NaN),
    }
  })
  return {
    control: slopes.slice(0, size / 2),
    sensitive: slopes.slice(size / 2),
    logLikelihood,
    information: observed,
  }
}
