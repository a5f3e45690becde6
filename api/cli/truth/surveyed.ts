import { degreesOfFreedom, type Design, taylorCovariance } from '../../../analysis/variance.ts'
import type { EstimateWithInfluence } from '../../../analysis/weighted-mean.ts'
import { InputProblem } from '../command.ts'
import { calibratedAs, trimmed } from './calibrated-survey.ts'
import type { DesignChoice } from './design-choice.ts'
import { designOf, stagesOf, weightsFrom } from './design-stages.ts'
import { NotCovered } from './not-covered.ts'
import type { SurveyTable } from './survey-table.ts'
import type { DesignForm, TruthFolder } from './truth-folder.ts'

/** A data set with the design it was drawn by. */
export interface Surveyed {
  readonly table: SurveyTable
  readonly weights: Float64Array
  readonly design: Design
  readonly degreesOfFreedom: number
  readonly errorOf: (estimate: Pick<EstimateWithInfluence, 'influence'>) => number
  readonly covarianceOf: (
    first: Pick<EstimateWithInfluence, 'influence'>,
    second: Pick<EstimateWithInfluence, 'influence'>,
  ) => number
}

/** The data set of a design that `designs.json` names, its weights calibrated where that is asked. */
export function surveyedBy(choice: DesignChoice | undefined, folder: TruthFolder): Surveyed {
  const name = nameIn(folder, choice ?? '')
  const form = Object.hasOwn(folder.designs, name) ? folder.designs[name] : undefined
  if (!form) throw new NotCovered(`designs.json has no ${name}`)
  const surveyed = drawnBy(name, form, folder)
  return typeof choice === 'object' && 'calibration' in choice
    ? withCalibration(surveyed, choice, folder)
    : surveyed
}

function nameIn({ designs }: TruthFolder, choice: DesignChoice): string {
  if (typeof choice === 'string') return choice
  if ('name' in choice) return choice.name
  const [first, ...others] = Object.entries(designs).filter(([, { data }]) => data === choice.of)
  if (!first || others.length > 0) throw new NotCovered(`designs.json has not one design of ${choice.of}`)
  return first[0]
}

/** The data set of a design of `designs.json`; what it lacks is wrong with the folder. */
function drawnBy(name: string, form: DesignForm, folder: TruthFolder): Surveyed {
  try {
    return surveyedAs(form, folder)
  } catch (error) {
    if (!(error instanceof NotCovered || error instanceof InputProblem)) throw error
    throw new InputProblem(`designs.json, ${name}: ${error.message}`)
  }
}

function withCalibration(
  surveyed: Surveyed,
  { calibration, trim }: Extract<DesignChoice, { calibration: string }>,
  { truth }: TruthFolder,
): Surveyed {
  const calibrated = calibratedAs(calibration, { ...surveyed, truth })
  const { weights, residual } = trim ? trimmed(calibrated, trim) : calibrated
  const covarianceOf: Surveyed['covarianceOf'] = (first, second) =>
    taylorCovariance(residual(first.influence), residual(second.influence), surveyed.design)
  return { ...surveyed, weights, covarianceOf, errorOf: (one) => Math.sqrt(covarianceOf(one, one)) }
}

/** The data set of a design. */
export function surveyedAs(form: DesignForm, folder: TruthFolder, options: Partial<Design> = {}): Surveyed {
  const table = folder.table(form.data)
  const stages = stagesOf(form, table)
  const design = { ...designOf(stages), ...options }
  const weights =
    form.weights === undefined ? weightsFrom(stages, table.rows) : weightsIn(table, form.weights)
  const covarianceOf: Surveyed['covarianceOf'] = (first, second) =>
    taylorCovariance(first.influence, second.influence, design)
  return {
    table,
    weights,
    design,
    degreesOfFreedom: degreesOfFreedom(table.rows, design, (row) => weights[row] !== 0),
    errorOf: (estimate) => Math.sqrt(covarianceOf(estimate, estimate)),
    covarianceOf,
  }
}

function weightsIn(table: SurveyTable, column: string): Float64Array {
  const weights = table.numbers(column)
  const blank = weights.findIndex((weight) => !(weight >= 0))
  if (blank === -1) return weights
  throw new InputProblem(`row ${blank + 1}: ${column} holds no weight`)
}
