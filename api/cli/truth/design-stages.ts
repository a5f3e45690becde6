import type { Design } from '../../../analysis/variance.ts'
import { InputProblem } from '../command.ts'
import type { SurveyTable } from './survey-table.ts'
import type { DesignForm } from './truth-folder.ts'

/** One stage of drawing, row by row. */
export interface Stage {
  readonly strata: Int32Array
  readonly clusters: Int32Array
  /** Units that the row's stratum has in the population. */
  readonly population: Float64Array | undefined
}

/**
 * The stages of a design. Units are told apart within their stratum and within the unit of the
 * stage before: that is what `nest` asks for, and without it the same unit cannot be in two strata.
 */
export function stagesOf({ clusters, strata, fpc }: DesignForm, table: SurveyTable): readonly Stage[] {
  let within: readonly string[] = Array.from({ length: table.rows }, () => '')
  return Array.from({ length: Math.max(clusters.length, 1) }, (_none, depth) => {
    const stratified = joined(within, strata[depth], table)
    const cluster = clusters[depth]
    const units =
      cluster === undefined
        ? stratified.map((stratum, row) => `${stratum}|${row}`)
        : joined(stratified, cluster, table)
    within = units
    const stage = { strata: codesOf(stratified), clusters: codesOf(units) }
    return { ...stage, population: populationOf(stage, fpc[depth], table) }
  })
}

/** Stages as the analysis takes a design, each within the one before. */
export function designOf([stage, ...deeper]: readonly Stage[]): Design {
  if (!stage) return {}
  const { population, ...units } = stage
  const here = population ? { ...units, population } : units
  return deeper.length > 0 ? { ...here, within: designOf(deeper) } : here
}

/** One over the probability of being drawn: the product of N_h / n_h over stages that have an N_h. */
export function weightsFrom(stages: readonly Stage[], rows: number): Float64Array {
  const weights = new Float64Array(rows).fill(1)
  for (const stage of stages) {
    const { strata, population } = stage
    if (!population) continue
    const sampled = unitsByStratum(stage)
    for (const [row, stratum] of strata.entries()) {
      weights[row] = ((weights[row] ?? 0) * (population[row] ?? 0)) / (sampled.get(stratum)?.size ?? 1)
    }
  }
  return weights
}

/** Population counts; where none is above 1 they are the shares drawn, and the counts follow. */
function populationOf(
  stage: Pick<Stage, 'strata' | 'clusters'>,
  column: string | undefined,
  table: SurveyTable,
): Float64Array | undefined {
  if (column === undefined) return undefined
  const given = table.numbers(column)
  const sampled = unitsByStratum(stage)
  const drawn = given.map((_count, row) => sampled.get(stage.strata[row] ?? 0)?.size ?? 0)
  const isShare = given.every((number) => number <= 1)
  const population = isShare ? drawn.map((units, row) => units / (given[row] ?? 1)) : given
  const short = population.findIndex((units, row) => !(units >= (drawn[row] ?? 0)))
  if (short === -1) return population
  throw new InputProblem(
    `row ${short + 1}: ${column} says ${given[short]}, but ${drawn[short]} units were drawn there`,
  )
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

function unitsByStratum({
  strata,
  clusters,
}: Pick<Stage, 'strata' | 'clusters'>): ReadonlyMap<number, ReadonlySet<number>> {
  const units = new Map<number, Set<number>>()
  for (const [row, stratum] of strata.entries()) {
    units.set(stratum, (units.get(stratum) ?? new Set()).add(clusters[row] ?? row))
  }
  return units
}
