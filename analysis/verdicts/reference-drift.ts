/**
 * How far official scores drift from last year's scale on the same answers, when provinces set new
 * extremes: points for one sub-index in one year, over 15 sub-index-years of 2015 and 2016 (mean and
 * standard deviation of the official score less the last year's line).
 */
export const REFERENCE_DRIFT = { mean: 0.035, standardDeviation: 0.095 } as const

/** A shift of the scale that is expected, and its variance. */
export interface Drift {
  readonly shift: number
  readonly variance: number
}

/**
 * The drift of the reference over some years, taken as independent from year to year:
 *
 *     shift = 0.035 y,   variance = 0.095² y
 *
 * Unit: points and points². Cost: constant.
 *
 * @see docs/method.md, Verdict
 * @example
 * referenceDrift(4).shift // => 0.14
 */
export function referenceDrift(years: number): Drift {
  const { mean, standardDeviation } = REFERENCE_DRIFT
  return { shift: mean * years, variance: standardDeviation ** 2 * years }
}

/**
 * How likely an indicator's range is to widen in a year, and by how much when it does: the share of
 * indicators and the median factor, official workbooks of 2013-2016. The first year after an
 * indicator came in is another matter than the later ones.
 */
export const RANGE_WIDENING = {
  first: { probability: 0.48, factor: 1.22 },
  later: { probability: 0.27, factor: 1.06 },
} as const

/**
 * What an indicator's score may be off where its range is only known to be at least this wide. In each
 * year that nobody knows the range widens with probability q by a factor f, at either end alike. With
 * u = (s − 1)/9 the score's place in the range, it then falls by 9u(f − 1)/f or rises by
 * 9(1 − u)(f − 1)/f:
 *
 *     shift = Σ q · 4.5 (1 − 2u)(f − 1)/f,   variance = Σ q · 40.5 (u² + (1 − u)²) ((f − 1)/f)² − shift²
 *
 * the sum and the subtraction year by year. Small shifts: years are added, not compounded.
 *
 * Unit: points of the indicator's score, 1-10. Cost: O(years).
 *
 * @see docs/method.md, Verdict
 * @example
 * unknownRange(5.5, 1).variance // ≈ 0.316
 */
export function unknownRange(score: number, years: number): Drift {
  const place = (score - 1) / 9
  let shift = 0
  let variance = 0
  for (let year = 0; year < years; year++) {
    const { probability, factor } = year === 0 ? RANGE_WIDENING.first : RANGE_WIDENING.later
    const step = (factor - 1) / factor
    const expected = probability * 4.5 * (1 - 2 * place) * step
    const square = probability * 40.5 * (place ** 2 + (1 - place) ** 2) * step ** 2
    shift += expected
    variance += square - expected ** 2
  }
  return { shift, variance }
}
