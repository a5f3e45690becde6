import type { Indicator } from '../survey-definitions/edition-schema.ts'
import { AnalysisError } from './analysis-error.ts'

/** An indicator's value on the scale of 1 to 10. */
export interface NormalisedValue {
  readonly score: number
  /** Change of the score for one unit of the value; negative where lower is better. */
  readonly slope: number
  /** The value lay beyond an anchor, which gave way to it. */
  readonly anchorExtended: boolean
}

/**
 * The 1-10 score of an indicator's value by its anchors:
 *
 *     s = 1 + 9 (x − min) / (max − min),   or 11 − s where lower is better
 *
 * `extend` is the official treatment of a new extreme: an anchor that was observed (not
 * inferred) moves out to the value, which so scores 1 or 10. Otherwise the line goes on beyond
 * the anchors. Unit of the slope: points for one unit of the value.
 *
 * @throws {AnalysisError} `missing-anchor-range` when the anchors coincide
 * @see The PCI's rule, recovered from its published scores: docs/method.md
 * @example
 * normalise({ direction: 'higher-is-better', anchor: { min: 0, max: 2, basis: 'observed' } }, 1).score // => 5.5
 */
export function normalise(
  indicator: Pick<Indicator, 'direction' | 'anchor'>,
  value: number,
  { extend = false }: { extend?: boolean } = {},
): NormalisedValue {
  const { min, max, basis } = indicator.anchor
  if (!(max > min))
    throw new AnalysisError('missing-anchor-range', `the anchors ${min} and ${max} span no range`)
  const mayExtend = extend && basis === 'observed'
  const low = mayExtend ? Math.min(min, value) : min
  const high = mayExtend ? Math.max(max, value) : max
  const slope = 9 / (high - low)
  const rising = 1 + slope * (value - low)
  const anchorExtended = low < min || high > max
  return indicator.direction === 'higher-is-better'
    ? { score: rising, slope, anchorExtended }
    : { score: 11 - rising, slope: -slope, anchorExtended }
}
