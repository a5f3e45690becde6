import type { EstimationWarning } from '../estimation.ts'
import type { Sample } from '../sample.ts'
import { countOf, firmsByOption, type Margin, marginColumn } from './margin.ts'

/** Above this share of firms without an answer, what they keep of the old weights shows. */
const MOST_UNKNOWN = 0.05

/** Registers of one population count the same firms, give or take. */
const LARGEST_DIFFERENCE = 0.01

/**
 * Where margins and sample do not speak of the same firms: levels with a count and no firm
 * (`margin-level-empty`), levels with firms and no count (`margin-level-missing`), firms that do
 * not say their level (`stratifier-unknown`), totals that differ (`margin-totals-differ`).
 *
 * @throws {AnalysisError} `unknown-margin-item`
 * @example
 * marginWarnings(sample, margins, base)[0] // => { code: 'margin-level-empty', about: 'size.large' }
 */
export function marginWarnings(
  sample: Sample,
  margins: readonly Margin[],
  base: Float64Array,
): readonly EstimationWarning[] {
  return margins.flatMap((margin, place) => [
    ...levelWarnings(sample, margin, base),
    ...unknownWarnings(sample, margin, base),
    ...totalWarnings(margin, margins.slice(0, place)),
  ])
}

function levelWarnings(sample: Sample, { item, counts }: Margin, base: Float64Array): EstimationWarning[] {
  const column = marginColumn(sample, item)
  const firms = firmsByOption(column, base)
  return column.options.flatMap((option, place): EstimationWarning[] => {
    const count = countOf(counts, option)
    const isAnswered = (firms[place] ?? 0) > 0
    const about = `${item}.${option}`
    if (count === undefined) return isAnswered ? [{ code: 'margin-level-missing', about }] : []
    return count > 0 && !isAnswered ? [{ code: 'margin-level-empty', about }] : []
  })
}

function unknownWarnings(sample: Sample, { item }: Margin, base: Float64Array): EstimationWarning[] {
  const { codes } = marginColumn(sample, item)
  const counting = codes.filter((_code, firm) => base[firm] !== 0)
  const unknown = counting.filter((code) => code < 0).length
  return unknown > MOST_UNKNOWN * counting.length ? [{ code: 'stratifier-unknown', about: item }] : []
}

function totalWarnings(margin: Margin, earlier: readonly Margin[]): EstimationWarning[] {
  const total = totalOf(margin)
  const differs = earlier.map(totalOf).some((other) => {
    return Math.abs(other - total) > LARGEST_DIFFERENCE * Math.max(other, total)
  })
  return differs ? [{ code: 'margin-totals-differ', about: margin.item }] : []
}

function totalOf({ counts }: Margin): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
