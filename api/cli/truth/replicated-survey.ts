import { givenReplicates } from '../../../analysis/replicates/given-replicates.ts'
import { jackknife } from '../../../analysis/replicates/jackknife.ts'
import {
  cantyDavisonBootstrap,
  raoWuBootstrap,
  subBootstrap,
} from '../../../analysis/replicates/multiplicity-bootstrap.ts'
import { replicateCovariance } from '../../../analysis/replicates/replicate-variance.ts'
import {
  recalibrated,
  replicateEstimates,
  type ReplicateWeights,
} from '../../../analysis/replicates/replicate-weights.ts'
import { sumOf } from '../../../analysis/compensated-sum.ts'
import type { EstimateWithInfluence } from '../../../analysis/weighted-mean.ts'
import { calibratedAs } from './calibrated-survey.ts'
import { CALIBRATIONS } from './calibration-list.ts'
import { GivenReplicateForm } from './given-replicate-form.ts'
import { NotCovered } from './not-covered.ts'
import { REPLICATE_SETS, type ReplicateSet } from './replicate-list.ts'
import type { SurveyTable } from './survey-table.ts'
import { type Surveyed, surveyedBy } from './surveyed.ts'
import type { TruthFolder } from './truth-folder.ts'

/** A data set whose errors come from replicate weights. */
export interface ReplicatedSurvey extends Pick<Surveyed, 'table' | 'weights' | 'errorOf' | 'covarianceOf'> {
  readonly replicates: ReplicateWeights
  /** An estimate and, in the place of influence, the distances of its replicates. */
  readonly estimated: (estimate: (weights: Float64Array) => number) => EstimateWithInfluence
}

/** The data set of a set of replicate weights, each calibrated as the sample where that is asked. */
export function replicatedBy(
  name: string,
  calibration: string | undefined,
  folder: TruthFolder,
): ReplicatedSurvey {
  const { surveyed, replicates } = listedOrGiven(name, folder)
  if (calibration === undefined) return withReplicates(surveyed, replicates)
  const from = { table: surveyed.table, truth: folder.truth }
  const { weights, iterations } = calibratedAs(calibration, { ...from, weights: surveyed.weights })
  // R rakes replicates by as many sweeps as the full sample took.
  const sweeps = 'distance' in (CALIBRATIONS[calibration] ?? {}) ? undefined : iterations
  const each = recalibrated(
    replicates,
    (own) => calibratedAs(calibration, { ...from, weights: own }, sweeps).weights,
  )
  return withReplicates({ ...surveyed, weights }, each)
}

/** The replicates of a design of the folder's own that has this name, else of the list. */
export function listedOrGiven(
  name: string,
  folder: TruthFolder,
): { readonly surveyed: Surveyed; readonly replicates: ReplicateWeights; readonly isGiven: boolean } {
  const given = Object.hasOwn(folder.designs, name)
    ? GivenReplicateForm.safeParse(folder.designs[name])
    : undefined
  if (given?.success) {
    const surveyed = surveyedBy(name, folder)
    return { surveyed, replicates: givenBy(given.data, surveyed, folder), isGiven: true }
  }
  const set = REPLICATE_SETS[name]
  if (!set) throw new NotCovered(`there is no set of replicates ${name}`)
  const surveyed = surveyedBy(set.design, folder)
  return { surveyed, replicates: replicatesOf(set, surveyed, folder), isGiven: false }
}

function givenBy(
  form: GivenReplicateForm,
  { weights: base }: Surveyed,
  folder: TruthFolder,
): ReplicateWeights {
  const table = folder.table(form.repweights)
  const sets = table.columns.map((column) => table.numbers(column))
  const { rscales } = form
  return givenReplicates({
    type: form.type,
    base,
    sets,
    combined: form.combined ?? form['combined.weights'] ?? true,
    scale: form.scale ?? undefined,
    factors: rscales === null || rscales === undefined ? undefined : factorsOf(rscales, sets.length),
    rho: form.rho ?? undefined,
    centre: form.mse ? 'estimate' : 'mean',
  })
}

function factorsOf(rscales: number | readonly number[], count: number): Float64Array {
  return typeof rscales === 'number' ? new Float64Array(count).fill(rscales) : Float64Array.from(rscales)
}

function withReplicates(surveyed: Surveyed, replicates: ReplicateWeights): ReplicatedSurvey {
  const covarianceOf: Surveyed['covarianceOf'] = (first, second) =>
    replicateCovariance(
      { estimate: 0, replicates: first.influence },
      { estimate: 0, replicates: second.influence },
      { ...replicates, centre: 'estimate' },
    )
  const estimated: ReplicatedSurvey['estimated'] = (estimate) => {
    const value = estimate(surveyed.weights)
    const thetas = replicateEstimates(replicates, estimate)
    // As R has it: the mean of the replicates that count.
    const counted = thetas.filter((_theta, r) => (replicates.factors?.[r] ?? 1) > 0)
    const centre = replicates.centre === 'estimate' ? value : sumOf(counted) / counted.length
    return { value, influence: thetas.map((theta) => theta - centre), answers: surveyed.table.rows }
  }
  const errorOf: Surveyed['errorOf'] = (one) => Math.sqrt(covarianceOf(one, one))
  return { ...surveyed, replicates, estimated, covarianceOf, errorOf }
}

function replicatesOf(set: ReplicateSet, surveyed: Surveyed, folder: TruthFolder): ReplicateWeights {
  const scheme = { ...schemeOf(set, surveyed, folder), ...(set.centre && { centre: set.centre }) }
  if (set.weights === undefined) return scheme
  const columns = columnsOf(folder.table(set.weights))
  return {
    ...scheme,
    count: columns.length,
    weightsOf: (replicate) => columns[replicate] ?? new Float64Array(),
  }
}

function schemeOf(
  { method, weights, multiplicities }: ReplicateSet,
  { weights: base, design }: Surveyed,
  folder: TruthFolder,
): ReplicateWeights {
  if (method === 'jackknife') return jackknife(base, design)
  const drawn = { base, design, multiplicities: columnsOf(folder.table(multiplicities ?? weights ?? '')) }
  if (method === 'rao-wu') return raoWuBootstrap(drawn)
  return method === 'sub-bootstrap' ? subBootstrap(drawn) : cantyDavisonBootstrap(drawn)
}

function columnsOf(table: SurveyTable): readonly Float64Array[] {
  const columns: Float64Array[] = []
  for (let r = 1; table.has(`r${r}`); r++) columns.push(table.numbers(`r${r}`))
  return columns
}
