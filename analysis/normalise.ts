import type { Indicator } from '../survey-definitions/edition-schema.ts'
import { AnalysisError } from './analysis-error.ts'
import type { NormalisationMode } from './estimation-options.ts'

/** An indicator's value on the scale of 1 to 10. */
export interface NormalisedValue {
  readonly score: number
  /** Change of the score for one unit of the value; negative where lower is better, nought where held. */
  readonly slope: number
  /** The value lay beyond an anchor, which gave way to it. */
  readonly anchorExtended: boolean
}

/**
 * The 1-10 score of an indicator's value by its anchors:
 *
 *     s = 1 + 9 (x − min) / (max − min),   or 11 − s where lower is better
 *
 * A value beyond an anchor is met by `mode`: with `extend`, the official treatment of a new extreme,
 * an anchor that was observed (not inferred) moves out to the value, which so scores 1 or 10; with
 * `clamp` the score is held at 1 or 10 and its slope is nought; with `fixed` the line goes on.
 * Unit: points, 1-10; of the slope, points for one unit of the value.
 *
 * Cost: constant.
 *
 * @throws {AnalysisError} `missing-anchor-range` when the anchors coincide
 * @see The PCI's rule, recovered from its published scores: docs/method.md; COINr, n_minmax
 * @example
 * normalise({ direction: 'higher-is-better', anchor: { min: 0, max: 2, basis: 'observed' } }, 1).score // => 5.5
 */
export function normalise(
  indicator: Pick<Indicator, 'direction' | 'anchor'>,
  value: number,
  mode: NormalisationMode = 'fixed',
): NormalisedValue {
  const { min, max, basis } = indicator.anchor
  if (!(max > min))
    throw new AnalysisError('missing-anchor-range', `the anchors ${min} and ${max} span no range`)
  const mayExtend = mode === 'extend' && basis === 'observed'
  const low = mayExtend ? Math.min(min, value) : min
  const high = mayExtend ? Math.max(max, value) : max
  const held = mode === 'clamp' ? Math.min(Math.max(value, low), high) : value
  const rise = 9 / (high - low)
  const rising = 1 + rise * (held - low)
  const slope = held === value ? rise : 0
  const anchorExtended = low < min || high > max
  return indicator.direction === 'higher-is-better'
    ? { score: rising, slope, anchorExtended }
    : { score: 11 - rising, slope: -slope, anchorExtended }
}
