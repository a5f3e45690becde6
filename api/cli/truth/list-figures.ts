import { z } from 'zod'
import { sumOf } from '../../../analysis/compensated-sum.ts'
import { sharesOf } from '../../../analysis/estimators/logistic-least-squares.ts'
import { robustErrors } from '../../../analysis/estimators/robust-errors.ts'
import {
  listDifference,
  type ListCovariates,
  type ListExperiment,
} from '../../../analysis/sensitive/list-experiment.ts'
import {
  listLikelihood,
  type ListLikelihood,
  listLogLikelihood,
} from '../../../analysis/sensitive/list-likelihood.ts'
import { listPrevalence } from '../../../analysis/sensitive/list-prevalence.ts'
import { listTwoStep, type ModelSlope } from '../../../analysis/sensitive/list-two-step.ts'
import { taylorVariance } from '../../../analysis/variance.ts'
import { choleskyFactor, solveWithFactor } from '../../../analysis/weighting/cholesky.ts'
import { figureMaker } from './figure-maker.ts'
import { Figure, type FigureTree } from './figure-tree.ts'
import type { TruthFolder } from './truth-folder.ts'

const List = z.object({
  data: z.string(),
  count: z.string(),
  treated: z.string(),
  statements: z.number(),
  covariates: z.array(z.string()),
})

const INTERCEPT = '(Intercept)'

/** What R's optimiser moves a parameter by to differentiate. */
const R_STEP = 1e-3

/** A list experiment by every way of estimating it. */
export const listMakers = {
  'list-statements': figureMaker(List, ({ statements }) => statements),

  'list-columns': figureMaker(List, ({ covariates }) => [INTERCEPT, ...covariates]),

  'list-arm': figureMaker(List.extend({ arm: z.number() }), (options, { folder }) => {
    const { experiment } = opened(options, folder)
    return experiment.treated.filter((arm) => arm === options.arm).length
  }),

  'list-difference': figureMaker(List.extend({ part: z.enum(['est', 'se']) }), (options, { folder }) => {
    const { experiment, covariates } = opened(options, folder)
    const { value, influence } = listDifference(experiment, covariates.weights)
    if (options.part === 'est') return value
    return new Figure(
      Math.sqrt(taylorVariance(influence, { strata: Int32Array.from(experiment.treated) })),
      value,
    )
  }),

  'list-regression-error': figureMaker(
    List.extend({ kind: z.enum(['hc2', 'hc3']) }),
    (options, { folder }) => {
      const { experiment, covariates } = opened({ ...options, covariates: [] }, folder)
      const columns = [...covariates.columns, experiment.treated]
      const { coefficients, standardErrors } = robustErrors(
        { columns, response: experiment.counts, weights: covariates.weights },
        options.kind,
      )
      return new Figure(standardErrors[1] ?? Number.NaN, coefficients[1] ?? 0)
    },
  ),

  'list-regression': figureMaker(List, (options, { folder }) => {
    const { experiment, covariates } = opened(options, folder)
    const [ones = new Float64Array(), ...others] = covariates.columns
    const crossed = others.map((column) => column.map((x, firm) => x * (experiment.treated[firm] ?? 0)))
    const { coefficients, standardErrors } = robustErrors(
      {
        columns: [ones, experiment.treated, ...others, ...crossed],
        response: experiment.counts,
        weights: covariates.weights,
      },
      'hc3',
    )
    const names = [INTERCEPT, 't', ...options.covariates, ...options.covariates.map((name) => `t:${name}`)]
    const errors = Array.from(standardErrors, (error, place) => new Figure(error, coefficients[place] ?? 0))
    return { coef: byName(names, Array.from(coefficients)), seHC3: byName(names, errors) }
  }),

  'list-two-step': figureMaker(List, (options, { folder }) => {
    const { experiment, covariates } = opened(options, folder)
    const { control, sensitive } = listTwoStep(experiment, covariates)
    return {
      gamma: control.map(({ value }) => value),
      delta: sensitive.map(({ value }) => value),
      se_gamma: errorsOf(control),
      se_delta: errorsOf(sensitive),
      sse: misfitOf(experiment, covariates, { control, sensitive }),
    }
  }),

  'list-likelihood': figureMaker(List, (options, { folder }) => {
    const { experiment, covariates } = opened(options, folder)
    const model = listLikelihood(experiment, covariates)
    const slopes = whereDifferencesVanish(model, (at) => listLogLikelihood(experiment, covariates, at))
    const place = covariates.columns.length
    const sensitive = model.sensitive.map((slope, k) => ({ ...slope, value: slopes[place + k] ?? 0 }))
    return {
      control: Array.from(slopes.subarray(0, place)),
      sensitive: Array.from(slopes.subarray(place)),
      llik: model.logLikelihood,
      se_control: errorsOf(model.control),
      se_sensitive: errorsOf(model.sensitive),
      meanSensitive: listPrevalence({ sensitive }, covariates).value,
    }
  }),
}

function opened(
  { data, count, treated, statements, covariates }: z.infer<typeof List>,
  { table: open }: TruthFolder,
): { readonly experiment: ListExperiment; readonly covariates: ListCovariates } {
  const table = open(data)
  const ones = new Float64Array(table.rows).fill(1)
  return {
    experiment: { counts: table.numbers(count), treated: table.numbers(treated), statements },
    covariates: { columns: [ones, ...covariates.map((name) => table.numbers(name))], weights: ones },
  }
}

/**
 * R's optimiser ends where central differences of the likelihood vanish, a little beside its top
 * (a third derivative away); Newton's steps from the top lead there.
 */
function whereDifferencesVanish(
  { control, sensitive, information }: ListLikelihood,
  logLikelihood: (slopes: Float64Array) => number,
): Float64Array {
  let slopes = Float64Array.from([...control, ...sensitive], ({ value }) => value)
  const factor = choleskyFactor(information, slopes.length)
  for (let count = 0; count < 3; count++) {
    const at = slopes
    const differences = at.map((value, place) => {
      const beside = (step: number): number => logLikelihood(at.with(place, value + step))
      return (beside(R_STEP) - beside(-R_STEP)) / (2 * R_STEP)
    })
    const step = solveWithFactor(factor, differences)
    slopes = at.map((value, place) => value + (step[place] ?? 0))
  }
  return slopes
}

function misfitOf(
  { counts, treated, statements }: ListExperiment,
  { columns }: ListCovariates,
  { control, sensitive }: { control: readonly ModelSlope[]; sensitive: readonly ModelSlope[] },
): number {
  const shares = (slopes: readonly ModelSlope[]): Float64Array =>
    sharesOf(
      columns,
      slopes.map(({ value }) => value),
    )
  const [h, g] = [shares(control), shares(sensitive)]
  return sumOf(
    counts.map((count, firm) =>
      treated[firm] === 1 ? (count - statements * (h[firm] ?? 0) - (g[firm] ?? 0)) ** 2 : 0,
    ),
  )
}

function errorsOf(slopes: readonly ModelSlope[]): readonly Figure[] {
  return slopes.map(({ standardError, value }) => new Figure(standardError, value))
}

function byName(names: readonly string[], figures: readonly FigureTree[]): FigureTree {
  return Object.fromEntries(figures.map((figure, place) => [names[place] ?? '', figure]))
}
