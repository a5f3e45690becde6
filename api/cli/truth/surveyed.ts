import { degreesOfFreedom, type Design, taylorCovariance } from '../../../analysis/variance.ts'
import type { EstimateWithInfluence } from '../../../analysis/weighted-mean.ts'
import { calibratedAs, trimmed } from './calibrated-survey.ts'
import type { DesignChoice } from './design-choice.ts'
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
  const name = typeof choice === 'object' ? choice.name : (choice ?? '')
  const form = folder.designs[name]
  if (!form) throw new NotCovered(`designs.json has no ${name}`)
  const surveyed = surveyedAs(form, folder)
  return typeof choice === 'object' ? withCalibration(surveyed, choice, folder) : surveyed
}

function withCalibration(
  surveyed: Surveyed,
  { calibration, trim }: Exclude<DesignChoice, string>,
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
  const weights = form.weights === undefined ? weightsFrom(stages, table.rows) : table.numbers(form.weights)
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

interface Stage {
  readonly strata: Int32Array
  readonly clusters: Int32Array
  readonly population: Float64Array | undefined
}

/**
 * The stages of a design. Units are told apart within their stratum and within the unit of the
 * stage before: that is what `nest` asks for, and without it the same unit cannot be in two strata.
 */
function stagesOf(
  { clusters = [], strata = [], fpc = [] }: DesignForm,
  table: SurveyTable,
): readonly Stage[] {
  let within: readonly string[] = Array.from({ length: table.rows }, () => '')
  return Array.from({ length: Math.max(clusters.length, 1) }, (_none, depth) => {
    const stratified = joined(within, strata[depth], table)
    const cluster = clusters[depth]
    const units =
      cluster === undefined
        ? stratified.map((stratum, row) => `${stratum}|${row}`)
        : joined(stratified, cluster, table)
    const count = fpc[depth]
    within = units
    return {
      strata: codesOf(stratified),
      clusters: codesOf(units),
      population: count === undefined ? undefined : table.numbers(count),
    }
  })
}

function joined(
  within: readonly string[],
  column: string | undefined,
  table: SurveyTable,
): readonly string[] {
  if (column === undefined) return within
  const labels = table.labels(column)
  return within.map((place, row) => `${place}|${labels[row]}`)
}

function codesOf(labels: readonly string[]): Int32Array {
  const codes = new Map<string, number>()
  for (const label of labels) if (!codes.has(label)) codes.set(label, codes.size)
  return Int32Array.from(labels, (label) => codes.get(label) ?? -1)
}

function designOf([stage, ...deeper]: readonly Stage[]): Design {
  if (!stage) return {}
  const { population, ...units } = stage
  const here = population ? { ...units, population } : units
  return deeper.length > 0 ? { ...here, within: designOf(deeper) } : here
}

/** One over the probability of being drawn: the product of the stages' N_h / n_h. */
function weightsFrom(stages: readonly Stage[], rows: number): Float64Array {
  const weights = new Float64Array(rows).fill(1)
  for (const stage of stages) {
    const { strata, population } = stage
    if (!population) throw new NotCovered('the design has neither weights nor an fpc for every stage')
    const sampled = unitsByStratum(stage)
    for (const [row, stratum] of strata.entries()) {
      weights[row] = ((weights[row] ?? 0) * (population[row] ?? 0)) / (sampled.get(stratum)?.size ?? 1)
    }
  }
  return weights
}

function unitsByStratum({ strata, clusters }: Stage): ReadonlyMap<number, ReadonlySet<number>> {
  const units = new Map<number, Set<number>>()
  for (const [row, stratum] of strata.entries()) {
    units.set(stratum, (units.get(stratum) ?? new Set()).add(clusters[row] ?? row))
  }
  return units
}
