import type { Indicator } from '../../survey-definitions/edition-schema.ts'

/** What a sub-index and the composite gain where one indicator gets better by one step. */
export interface IndicatorGradient {
  readonly code: string
  /** Which way the value must go for the score to rise. */
  readonly direction: 'raise' | 'lower'
  /** One step: a percentage point of a share, or one unit of a mean, a median or hard data. */
  readonly step: 'percentage-point' | 'unit'
  /** Points of the sub-index (1-10) for one step; 0 where the score cannot rise. */
  readonly subIndex: number
  /** Points of the composite (0-100) for one step; 0 where the sub-index has no part in it. */
  readonly composite: number
  /** Steps until the indicator scores 10; 0 where it does. */
  readonly room: number
}

/** An indicator's place in the scores above it. */
export interface IndicatorPlace {
  readonly code: string
  readonly statistic: Indicator['statistic']
  readonly direction: Indicator['direction']
  /** Its score on 1-10. */
  readonly score: number
  /** Points of that score for one unit of the value, as `normalise` says; 0 where the score is held. */
  readonly slope: number
  /** Points of the sub-index for one point of the indicator: its weight, over that present, times the link. */
  readonly subIndexShare: number
  /** Points of the composite for one point of the sub-index: ten times its weight, over that present. */
  readonly compositeShare: number
}

const BEST = 10

/**
 * The gradient of the scores in one indicator. With b its slope between the anchors, ω its share of
 * the sub-index, W that of the sub-index in the composite (times ten) and h one step,
 *
 *     ∂S = ω |b| h,   ∂C = W ω |b| h,   room = (10 − s) / (|b| h)
 *
 * Scores are straight lines between anchors, so the gradient holds for changes of any size up to
 * `room`, and is 0 from there on: at the best anchor, where the score is clamped or the scale
 * moves along. A worst anchor that was extended to the value stays where it is, as official
 * extremes do.
 *
 * Unit: points a step. Cost: constant.
 *
 * @see docs/method.md
 * @example
 * indicatorGradient({
 *   code: '5.01',
 *   statistic: 'share',
 *   direction: 'lower-is-better',
 *   score: 4,
 *   slope: -15,
 *   subIndexShare: 0.1,
 *   compositeShare: 1.5,
 * }) // => { code: '5.01', direction: 'lower', step: 'percentage-point', subIndex: 0.015, composite: 0.0225, room: 40 }
 */
export function indicatorGradient(place: IndicatorPlace): IndicatorGradient {
  const { code, statistic, direction, score, slope, subIndexShare, compositeShare } = place
  const isShare = statistic === 'share'
  // Divided, not times 0.01, which is no binary number: 15 / 100 is 0.15 and stays so.
  const perStep = isShare ? Math.abs(slope) / 100 : Math.abs(slope)
  const room = perStep > 0 ? Math.max(0, (BEST - score) / perStep) : 0
  const subIndex = room > 0 ? subIndexShare * perStep : 0
  return {
    code,
    direction: direction === 'lower-is-better' ? 'lower' : 'raise',
    step: isShare ? 'percentage-point' : 'unit',
    subIndex,
    composite: subIndex * compositeShare,
    room,
  }
}
