import type { Edition } from '../../survey-definitions/edition-schema.ts'
import type { ColumnEstimates, ColumnScore } from '../columns/estimate-columns.ts'
import type { OwnVariance } from '../columns/score-covariance.ts'
import { compositeWeightsFor } from '../composite-weights.ts'
import { compositeParts } from '../estimate-sub-index.ts'
import type { IndicatorEstimate, ScoreEstimate } from '../estimation.ts'
import { criticalValue } from '../estimators/share-interval.ts'
import type { BootstrapScores } from './bootstrap-scores.ts'
import { type BootstrapSpread, bootstrapSpread } from './bootstrap-spread.ts'

/** What the errors of estimates are made from in place of linearised ones. */
export interface BootstrapErrors {
  readonly edition: Edition
  readonly weightsYear: number | undefined
  readonly confidence: number
  readonly scores: BootstrapScores
}

/**
 * The same estimates with errors from bootstrap replicates: standard errors and percentile intervals
 * of indicators, sub-indices and composite, and the covariance of the sub-indices,
 *
 *     V_kl = 1/R Σ (θ_rk − θ̂_k)(θ_rl − θ̂_l)
 *
 * What resampling firms cannot show comes on top, in squares: errors of links and hard data, and of
 * shares that came out 0 or 1, which are the same in every replicate. An indicator that no replicate
 * moves keeps the error it had.
 *
 * Unit: as the estimates. Cost: O(replicates · (indicators + sub-indices²)).
 *
 * @throws {AnalysisError} `invalid-probability`, `unknown-weights-year`
 * @see bootstrapScores, bootstrapSpread
 * @example
 * const source = { stratifiers: [], indicators: [], chunks: () => [] }
 * const scores = bootstrapScores(source, { edition: pci2017, seed: 1, replicates: 8 })
 * const errors = { edition: pci2017, weightsYear: undefined, confidence: 0.9, scores }
 * bootstrapEstimates(estimateColumns(source, { edition: pci2017 }), errors).composite.standardError // => null
 */
export function bootstrapEstimates(columns: ColumnEstimates, errors: BootstrapErrors): ColumnEstimates {
  const { scores, confidence } = errors
  const { covariance } = columns
  const spreads = scores.subIndices.map((score) => bootstrapSpread(score, confidence))
  const terms = (own: OwnVariance): Terms => ({ own, confidence })
  return {
    ...columns,
    indicators: columns.indicators.map((indicator) => indicatorWith(indicator, errors)),
    subIndices: columns.subIndices.map((score, k) =>
      scoreWith(score, spreads[k] ?? NO_SPREAD, terms(covariance.ownVariances[k] ?? NO_OWN)),
    ),
    composite: scoreWith(
      { code: 'composite', estimate: columns.composite, samplingError: 0 },
      bootstrapSpread(scores.composite, confidence),
      terms(compositeOwn(columns, errors)),
    ).estimate,
    covariance: { ...covariance, covariance: replicateCovariance(columns, scores) },
  }
}

interface Terms {
  readonly own: OwnVariance
  readonly confidence: number
}

const NO_SPREAD: BootstrapSpread = { standardError: null, lower: null, upper: null }
const NO_OWN: OwnVariance = { agreed: 0, hard: 0, link: 0 }

function indicatorWith(
  indicator: IndicatorEstimate,
  { scores, confidence }: BootstrapErrors,
): IndicatorEstimate {
  const values = scores.values.find(({ code }) => code === indicator.code)
  const score = scores.indicators.find(({ code }) => code === indicator.code)
  if (indicator.source === 'hard' || indicator.score === null || !values || !score) return indicator
  const ofValue = bootstrapSpread(values, confidence)
  if (ofValue.standardError === 0) return indicator
  return {
    ...indicator,
    valueStandardError: ofValue.standardError,
    ...bootstrapSpread(score, confidence),
  }
}

/** A score of hard data alone keeps what it has. */
function scoreWith(
  { code, estimate, samplingError }: ColumnScore,
  { standardError, lower, upper }: BootstrapSpread,
  { own, confidence }: Terms,
): ColumnScore {
  const { score, missingWeight, degreesOfFreedom } = estimate
  if (score === null || samplingError === null || degreesOfFreedom === null) {
    return { code, estimate, samplingError }
  }
  if (standardError === null || lower === null || upper === null) {
    return { code, estimate: { ...NO_ERROR, score, missingWeight }, samplingError: null }
  }
  const beside = own.agreed + own.hard + own.link
  const half = beside > 0 ? criticalValue(confidence, degreesOfFreedom) * Math.sqrt(beside) : 0
  return {
    code,
    estimate: {
      ...estimate,
      standardError: Math.sqrt(standardError ** 2 + beside),
      lower: score - widened(score - lower, half),
      upper: score + widened(upper - score, half),
    },
    samplingError: Math.sqrt(standardError ** 2 + own.agreed),
  }
}

/** A side of an interval with an independent error; one that does not reach the score counts as none. */
function widened(side: number, half: number): number {
  return half === 0 ? side : Math.hypot(Math.max(0, side), half)
}

const NO_ERROR: Omit<ScoreEstimate, 'score' | 'missingWeight'> = {
  standardError: null,
  lower: null,
  upper: null,
  degreesOfFreedom: null,
}

function compositeOwn(
  { subIndices, covariance }: ColumnEstimates,
  { edition, weightsYear }: BootstrapErrors,
): OwnVariance {
  const { shareOf } = compositeWeightsFor(edition, weightsYear)
  return compositeParts(
    subIndices.map(({ code, estimate: { score, missingWeight }, samplingError }, k) => ({
      score,
      missingWeight,
      gradient: [],
      own: covariance.ownVariances[k] ?? NO_OWN,
      isSampled: samplingError !== null,
      weight: shareOf(code),
    })),
  ).own
}

/** Over the replicates that have both; rows and columns of noughts where there is no score. */
function replicateCovariance(
  { covariance: { codes, scores: known } }: ColumnEstimates,
  { subIndices }: BootstrapScores,
): Float64Array {
  const matrix = new Float64Array(codes.length ** 2)
  for (const [k, one] of subIndices.entries()) {
    for (const [l, other] of subIndices.entries()) {
      if (known[k] === null || known[l] === null) continue
      let sum = 0
      let had = 0
      for (const [replicate, theta] of one.replicates.entries()) {
        const product =
          (theta - one.estimate) * ((other.replicates[replicate] ?? Number.NaN) - other.estimate)
        if (Number.isNaN(product)) continue
        sum += product
        had++
      }
      matrix[k * codes.length + l] = had > 0 ? sum / had : 0
    }
  }
  return matrix
}
