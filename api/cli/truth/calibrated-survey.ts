import { z } from 'zod'
import { sumOf } from '../../../analysis/compensated-sum.ts'
import { auxiliariesOf } from '../../../analysis/weighting/auxiliaries.ts'
import { calibrate } from '../../../analysis/weighting/calibrate.ts'
import type { CalibratedWeights } from '../../../analysis/weighting/calibrated-weights.ts'
import {
  type CalibrationDistance,
  linearDistance,
  logitDistance,
  RAKING_DISTANCE,
} from '../../../analysis/weighting/calibration-distance.ts'
import { type CountMargin, countMargin } from '../../../analysis/weighting/count-margin.ts'
import { rakeToCounts, type RakingStop } from '../../../analysis/weighting/rake-to-counts.ts'
import { trimWeights } from '../../../analysis/weighting/trim-weights.ts'
import { type Calibration, CALIBRATIONS } from './calibration-list.ts'
import type { Trimming } from './design-choice.ts'
import type { TruthTree } from './figure-tree.ts'
import { NotCovered } from './not-covered.ts'
import type { SurveyTable } from './survey-table.ts'

type Raking = Exclude<Calibration, { distance: unknown }>
type ToTotals = Extract<Calibration, { distance: unknown }>

/** A data set with weights to start from and the truth, whose population margins it is led to. */
export interface Uncalibrated {
  readonly table: SurveyTable
  readonly weights: Float64Array
  readonly truth: TruthTree
}

/** The weights that a calibration of the list makes of a data set's, by so many sweeps if given. */
export function calibratedAs(name: string, survey: Uncalibrated, sweeps?: number): CalibratedWeights {
  const calibration = CALIBRATIONS[name]
  if (!calibration) throw new NotCovered(`there is no calibration ${name}`)
  if ('distance' in calibration) return toTotals(calibration, survey)
  const stop = sweeps === undefined ? calibration.stop : { cellChange: 0, maxSweeps: sweeps }
  return raked({ ...calibration, stop }, survey)
}

/** Calibrated weights trimmed; the residual stays that of the calibration, as in R. */
export function trimmed(calibrated: CalibratedWeights, trim: Trimming): CalibratedWeights {
  const { lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY } = trim
  const highest =
    trim.upperOverMedian === undefined ? upper : trim.upperOverMedian * medianOf(calibrated.weights)
  return { ...calibrated, weights: trimWeights(calibrated.weights, { lower, upper: highest }, trim.rounds) }
}

function raked({ stop, residual, ...calibration }: Raking, survey: Uncalibrated): CalibratedWeights {
  return rakeToCounts({
    base: survey.weights,
    margins: marginsOf(calibration, survey),
    ...(stop && { stop: stopOf(stop, survey.weights) }),
    ...(residual && { residual }),
  })
}

function stopOf(stop: NonNullable<Raking['stop']>, weights: Float64Array): RakingStop {
  if ('cellChange' in stop) return stop
  return { cellChange: stop.relativeCellChange * sumOf(weights), maxSweeps: stop.maxSweeps }
}

function toTotals(calibration: ToTotals, survey: Uncalibrated): CalibratedWeights {
  const variables = Object.entries(calibration.totals ?? {}).map(([name, total]) => ({
    name,
    values: survey.table.numbers(name),
    total,
  }))
  return calibrate({
    base: survey.weights,
    auxiliaries: [...auxiliariesOf(marginsOf(calibration, survey)), ...variables],
    distance: distanceOf(calibration),
  })
}

function distanceOf({ distance, bounds: [lower, upper] = [0, 0], bounds }: ToTotals): CalibrationDistance {
  if (distance === 'raking') return RAKING_DISTANCE
  if (distance === 'logit') return logitDistance({ lower, upper })
  return linearDistance(bounds && { lower, upper })
}

function marginsOf(
  { margins: [first, ...others], emptyLevels }: Pick<Raking, 'margins' | 'emptyLevels'>,
  survey: Uncalibrated,
): [CountMargin, ...CountMargin[]] {
  const marginOf = (columns: readonly string[]): CountMargin => {
    const labels = columns.map((column) => survey.table.labels(column))
    return countMargin({
      name: columns.join(' '),
      counts: countsOf(columns, survey.truth),
      levelByFirm: Array.from({ length: survey.table.rows }, (_none, row) =>
        labels.map((column) => column[row]).join(' '),
      ),
      ...(emptyLevels && { emptyLevels }),
    })
  }
  return [marginOf(first), ...others.map(marginOf)]
}

const PopulationMargins = z.looseObject({
  populationMargins: z.record(z.string(), z.record(z.string(), z.array(z.union([z.string(), z.number()])))),
})

/** The population counts of a cross of columns, from the truth's margin that has these columns. */
function countsOf(columns: readonly string[], truth: TruthTree): Readonly<Record<string, number>> {
  const { data } = PopulationMargins.safeParse(truth)
  for (const { Freq: counts, ...labels } of Object.values(data?.populationMargins ?? {})) {
    if (!counts || Object.keys(labels).join(' ') !== columns.join(' ')) continue
    return Object.fromEntries(
      counts.map((count, cell) => [columns.map((column) => labels[column]?.[cell]).join(' '), Number(count)]),
    )
  }
  throw new NotCovered(`the truth has no population margin of ${columns.join(' and ')}`)
}

function medianOf(weights: Float64Array): number {
  const sorted = weights.toSorted()
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2
}
