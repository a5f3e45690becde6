import type { ColumnEstimates } from '../columns/estimate-columns.ts'
import type { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import type { Sample } from '../sample.ts'
import { type SideBySide, sideBySide } from '../trust/side-by-side.ts'
import { carelessness } from './carelessness.ts'
import type { CarelessSignal } from './careless-signals.ts'

/** What firms that seem to have answered without care do to the scores. */
export type CarelessEffect =
  | CarelessComparison
  /** Fewer than five firms flagged, or left: a comparison would tell what those few answered. */
  | { readonly status: 'too-few' }
  /** Not looked for, because that takes too long. */
  | { readonly status: 'too-many'; readonly mostFirms: number }

/** The scores with careless answers and without. */
export interface CarelessComparison {
  readonly status: 'compared'
  /** Firms with two signals or more. */
  readonly flagged: number
  /** Firms by signal; null where they are so few that they could be told apart. */
  readonly bySignal: Readonly<Record<CarelessSignal, number | null>>
  /** 1-10. */
  readonly subIndices: readonly (TreatedScores & { readonly code: string })[]
  /** 0-100; null where it could give back what is withheld. */
  readonly composite: TreatedScores | null
}

/** A score with all firms, without the flagged, and with each of these counted 1 over its signals. */
export interface TreatedScores {
  readonly with: number | null
  readonly without: number | null
  readonly downWeighted: number | null
}

/** Beyond, comparing answers takes seconds that an analysis does not have. */
const MOST_FIRMS = 20_000

/**
 * The scores with all firms, without those that two signals or more speak against, and with these
 * counted for less; each time led to the margins again. `estimateUnder` makes estimates from factors
 * of base weights.
 *
 * Unit: points. Cost: that of `carelessness`, and of three estimations where they may be compared.
 *
 * @throws {AnalysisError} what `estimateUnder` throws
 * @see carelessness, sideBySide
 * @example
 * const none = sampleOf(pulse, [])
 * const estimateUnder = (factors) => estimateColumns(sampleColumns(none, [], factors), { edition: pci2017 })
 * carelessEffect({ questionnaire: pulse, sample: none, estimateUnder }).status // => 'too-few'
 */
export function carelessEffect({
  questionnaire,
  sample,
  estimateUnder,
}: {
  readonly questionnaire: Questionnaire
  readonly sample: Sample
  readonly estimateUnder: (factors: Float64Array) => ColumnEstimates
}): CarelessEffect {
  if (sample.firms > MOST_FIRMS) return { status: 'too-many', mostFirms: MOST_FIRMS }
  const { comparable, flagged, bySignal, baseFactors } = carelessness(sample, questionnaire)
  if (!comparable) return { status: 'too-few' }
  const estimates = sideBySide(baseFactors('down-weighted'), estimateUnder)
  return {
    status: 'compared',
    flagged,
    bySignal,
    subIndices: estimates.withAll.subIndices.map(({ code }) => ({
      code,
      ...treated(estimates, ({ subIndices }) => subIndices.find((one) => one.code === code)?.estimate.score),
    })),
    composite: treated(estimates, ({ composite }) => composite.score),
  }
}

function treated(
  { withAll, without, downWeighted }: SideBySide<ColumnEstimates>,
  scoreOf: (estimates: ColumnEstimates) => number | null | undefined,
): TreatedScores {
  return {
    with: scoreOf(withAll) ?? null,
    without: scoreOf(without) ?? null,
    downWeighted: scoreOf(downWeighted) ?? null,
  }
}
