import type { Edition, Indicator } from '../../survey-definitions/edition-schema.ts'
import { aggregate } from '../aggregate.ts'
import type { ColumnSource } from '../columns/column-source.ts'
import type { HardValues, NormalisationMode } from '../estimation-options.ts'
import { normalise } from '../normalise.ts'
import { compositeOf, onPublishedScale } from '../score-values.ts'
import { type BootstrapInput, type BootstrapValues, bootstrapValues } from './bootstrap-values.ts'
import type { ReplicatedEstimate } from './replicate-variance.ts'
import type { ReplicateScheme } from './replicate-weights.ts'

/** What a bootstrap of scores needs besides the columns. */
export interface BootstrapScoring extends BootstrapInput {
  readonly edition: Edition
  readonly hardValues?: HardValues | undefined
  /** Year of the composite weights; else the edition's first set. */
  readonly weightsYear?: number | undefined
  /** `extend` when not said. */
  readonly normalisation?: NormalisationMode | undefined
}

/** A figure of the full sample and of every replicate; NaN where there is none. */
interface ReplicatedScore extends ReplicatedEstimate {
  readonly code: string
}

/** All scores in the full sample and in every replicate. */
export interface BootstrapScores extends Pick<BootstrapValues, 'unmet' | 'kernel'> {
  readonly scheme: ReplicateScheme
  /** Values of the indicators asked of firms, in their own units. */
  readonly values: readonly ReplicatedScore[]
  /** Scores of the edition's indicators, 1-10. */
  readonly indicators: readonly ReplicatedScore[]
  /** 1-10. */
  readonly subIndices: readonly ReplicatedScore[]
  /** 0-100. */
  readonly composite: ReplicatedEstimate
}

/**
 * Every score of an edition in the full sample and in each re-raked replicate: values by
 * `bootstrapValues`, then, replicate by replicate, all that the full sample's scores go through,
 * with anchors that a value extends, held scores, linked scales and weights of what is missing
 * shared out. So the spread has the kinks in it that linearised errors smooth over. Hard data and
 * scale links are the same in every replicate: their errors come on top.
 *
 * Unit: values in their own, scores 1-10, the composite 0-100. Cost: that of `bootstrapValues`, and
 * O(replicates · indicators).
 *
 * @throws {AnalysisError} `unknown-weights-year`, `missing-anchor-range`, `score-not-positive`, and
 * what `bootstrapValues` throws
 * @see Efron & Tibshirani (1993), ch. 6; Rao & Wu (1988) for functions of means
 * @example
 * const source = { stratifiers: [], indicators: [], chunks: () => [] }
 * bootstrapScores(source, { edition: pci2017, seed: 7, replicates: 8 }).subIndices.length // => 10
 */
export function bootstrapScores(source: ColumnSource, input: BootstrapScoring): BootstrapScores {
  const { edition, weightsYear } = input
  const bootstrap = bootstrapValues(source, input)
  const count = (bootstrap.indicators[0]?.replicates.length ?? input.replicates ?? 0) + 1
  const scoreOf = indicatorScores(bootstrap, input)
  const indicators = edition.indicators.map(() => new Float64Array(count))
  const subIndices = edition.subIndices.map(() => new Float64Array(count))
  const composite = new Float64Array(count)
  for (let replicate = 0; replicate < count; replicate++) {
    const scores = edition.indicators.map((indicator) => scoreOf(indicator, replicate))
    for (const [place, score] of scores.entries()) put(indicators[place], replicate, score)
    const subIndexScores = edition.subIndices.map((subIndex) => {
      const parts = edition.indicators.flatMap((indicator, place) =>
        indicator.subIndex === subIndex.code
          ? [{ weight: indicator.weight, score: scores[place] ?? null }]
          : [],
      )
      const { score, missingWeight } = aggregate(parts, subIndex.aggregation)
      const published = score === null ? null : onPublishedScale(subIndex, score)
      return { code: subIndex.code, score: published, missingWeight }
    })
    for (const [place, { score }] of subIndexScores.entries()) put(subIndices[place], replicate, score)
    put(composite, replicate, compositeOf(edition, { subIndices: subIndexScores, weightsYear }).score)
  }
  return {
    scheme: bootstrap.scheme,
    unmet: bootstrap.unmet,
    kernel: bootstrap.kernel,
    values: bootstrap.indicators.map(({ indicator, estimate, replicates }) => ({
      code: indicator,
      estimate,
      replicates,
    })),
    indicators: edition.indicators.map(({ id }, place) => ({ code: id, ...replicated(indicators[place]) })),
    subIndices: edition.subIndices.map(({ code }, place) => ({ code, ...replicated(subIndices[place]) })),
    composite: replicated(composite),
  }
}

/** A spread takes two. */
const FEWEST_SCORED = 2

/** An indicator's score in each replicate; the one after the last is the full sample. */
function indicatorScores(
  { indicators }: BootstrapValues,
  { hardValues = {}, normalisation = 'extend' }: BootstrapScoring,
): (indicator: Indicator, replicate: number) => number | null {
  const byCode = new Map(indicators.map((one) => [one.indicator, one]))
  return (indicator, replicate) => {
    const value =
      indicator.source === 'hard'
        ? hardValue(indicator.id, hardValues)
        : surveyValue(byCode.get(indicator.id), replicate)
    return Number.isNaN(value) ? null : normalise(indicator, value, normalisation).score
  }
}

function hardValue(code: string, hardValues: HardValues): number {
  const value = Object.hasOwn(hardValues, code) ? hardValues[code] : undefined
  return (typeof value === 'object' ? value.value : value) ?? Number.NaN
}

function surveyValue(found: BootstrapValues['indicators'][number] | undefined, replicate: number): number {
  if (!found || found.answers < FEWEST_SCORED) return Number.NaN
  return found.replicates[replicate] ?? found.estimate
}

function put(into: Float64Array | undefined, place: number, score: number | null): void {
  if (into) into[place] = score ?? Number.NaN
}

/** The figures of all replicates and, last, of the full sample. */
function replicated(figures: Float64Array = new Float64Array()): ReplicatedEstimate {
  return { estimate: figures.at(-1) ?? Number.NaN, replicates: figures.subarray(0, -1) }
}
