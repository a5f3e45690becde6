import { quantileInterval } from '../../../analysis/estimators/quantile-interval.ts'
import { linearContrast } from '../../../analysis/estimators/linear-contrast.ts'
import { normalise } from '../../../analysis/normalise.ts'
import { indicatorValues, type Sample } from '../../../analysis/sample.ts'
import { taylorCovariance, taylorVariance } from '../../../analysis/variance.ts'
import { type EstimateWithInfluence, weightedMean } from '../../../analysis/weighted-mean.ts'
import type { CountMargin } from '../../../analysis/weighting/count-margin.ts'
import { gregResidual } from '../../../analysis/weighting/greg-residual.ts'
import type { Margin } from '../../../analysis/weighting/margin.ts'
import { rake } from '../../../analysis/weighting/rake-to-counts.ts'
import type { Edition } from '../../../survey-definitions/edition-schema.ts'

/** Values, scores and covariances of a sample, firm by firm with the general estimators. */
export interface EstimatesByFirm {
  readonly isMet: boolean
  readonly indicators: ReadonlyMap<string, { readonly value: number; readonly standardError: number }>
  /** Covariance of the sub-indices that have a score, without their own parts. */
  readonly covariance: (one: string, other: string) => number
}

/** The reference that the columns are compared with: nothing of `analysis/columns` is in it. */
export function estimateByFirm(
  sample: Sample,
  { edition, margins }: { readonly edition: Edition; readonly margins: readonly Margin[] },
): EstimatesByFirm {
  const weighting = weightingByFirm(sample, margins)
  const { weights, residual } = weighting
  const errorOf = (influence: Float64Array): number => Math.sqrt(taylorVariance(residual(influence), {}))
  const degrees = weights.filter((weight) => weight > 0).length - 1
  const estimateOf = (code: string): EstimateWithInfluence | undefined => {
    const column = sample.indicators.get(code)
    if (!column) return undefined
    const values = indicatorValues(column)
    const mean = weightedMean(values, weights)
    if (column.as !== 'median' || mean.answers === 0) return mean
    return medianOf(values, { weights, errorOf, degrees: Math.min(degrees, mean.answers - 1) })
  }
  const estimates = new Map(
    edition.indicators.flatMap(({ id }) => {
      const estimate = estimateOf(id)
      return estimate && estimate.answers > 0 ? [[id, estimate] as const] : []
    }),
  )
  const influences = new Map(
    edition.subIndices.map((subIndex) => [
      subIndex.code,
      subIndexInfluence(subIndex, { edition, estimates }),
    ]),
  )
  return {
    isMet: weighting.isMet,
    indicators: new Map(
      [...estimates].map(([id, { value, influence }]) => [id, { value, standardError: errorOf(influence) }]),
    ),
    covariance: (one, other) =>
      taylorCovariance(
        residual(influences.get(one) ?? new Float64Array(sample.firms)),
        residual(influences.get(other) ?? new Float64Array(sample.firms)),
        {},
      ),
  }
}

function medianOf(
  values: Float64Array,
  {
    weights,
    errorOf,
    degrees,
  }: { weights: Float64Array; errorOf: (influence: Float64Array) => number; degrees: number },
): EstimateWithInfluence {
  const { value } = quantileInterval(values, weights, {
    probability: 0.5,
    rule: 'school',
    method: 'mean',
    confidence: 0.95,
    degreesOfFreedom: degrees,
    errorOf: () => 0,
  })
  const below = weightedMean(
    values.map((one) => (Number.isNaN(one) ? one : Number(one <= value))),
    weights,
  )
  const shareError = errorOf(below.influence)
  // Beyond 0 and 1 the distribution's ends stand: the error is held where the share's interval is.
  const { standardError } = quantileInterval(values, weights, {
    probability: 0.5,
    rule: 'school',
    method: 'mean',
    confidence: 0.95,
    degreesOfFreedom: degrees,
    errorOf: () => shareError,
  })
  const scale = shareError > 0 && !Number.isNaN(standardError) ? -standardError / shareError : Number.NaN
  return { value, influence: below.influence.map((u) => scale * u), answers: below.answers }
}

function subIndexInfluence(
  { code, link }: Edition['subIndices'][number],
  {
    edition,
    estimates,
  }: { readonly edition: Edition; readonly estimates: ReadonlyMap<string, EstimateWithInfluence> },
): Float64Array | undefined {
  const own = edition.indicators.filter((indicator) => indicator.subIndex === code)
  const parts = own.flatMap((indicator) => {
    const estimate = estimates.get(indicator.id)
    return estimate && estimate.answers > 1 ? [{ indicator, estimate }] : []
  })
  // Hard data are all entered here: they have their share of the weight and no influence.
  const hard = own.filter(({ source }) => source === 'hard').reduce((sum, { weight }) => sum + weight, 0)
  const present = parts.reduce((sum, { indicator }) => sum + indicator.weight, hard)
  if (parts.length === 0) return undefined
  return linearContrast(
    parts.map(({ indicator, estimate }) => ({
      estimate,
      coefficient:
        ((link?.slope ?? 1) * indicator.weight * normalise(indicator, estimate.value, 'extend').slope) /
        present,
    })),
  ).influence
}

function weightingByFirm(sample: Sample, margins: readonly Margin[]) {
  const columns = margins.map(({ item, counts }) => {
    const column = sample.columns.get(item)
    if (column?.kind !== 'choice') throw new Error(`no choice ${item}`)
    return { counts, answers: Array.from(column.codes, (code) => column.options[code]) }
  })
  const base = Float64Array.from({ length: sample.firms }, (_none, firm) =>
    Number(columns.every(({ counts, answers }) => counts[answers[firm] ?? ''] !== 0)),
  )
  const matched = columns
    .map(({ counts, answers }): CountMargin => {
      const levels = Object.keys(counts).filter(
        (level) =>
          counts[level] !== 0 && answers.some((answer, firm) => answer === level && base[firm] === 1),
      )
      return {
        name: 'margin',
        levels,
        counts: Float64Array.from(levels, (level) => counts[level] ?? 0),
        levelOf: Int32Array.from(answers, (answer, firm) =>
          base[firm] === 1 ? levels.indexOf(answer ?? '') : -1,
        ),
        isProportion: true,
      }
    })
    .filter(({ levels }) => levels.length > 0)
  const [first, ...others] = matched
  if (!first) return { weights: base, residual: (influence: Float64Array) => influence, isMet: true }
  const { weights, worst } = rake({ base, margins: [first, ...others] })
  const one = { name: 'one', values: new Float64Array(sample.firms).fill(1), total: 0 }
  const auxiliaries = [one, ...matched.flatMap(centredColumns)]
  return { weights, residual: gregResidual({ base, weights, auxiliaries }), isMet: worst === undefined }
}

/** 1[level] − share where the level is known, 0 elsewhere: what the weights meet is that these sum to 0. */
function centredColumns({ levels, counts, levelOf }: CountMargin) {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return levels.map((name, place) => ({
    name,
    values: Float64Array.from(levelOf, (level) =>
      level < 0 ? 0 : Number(level === place) - (counts[place] ?? 0) / total,
    ),
    total: 0,
  }))
}
