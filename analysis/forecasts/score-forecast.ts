/** What was said of a published score before it was published; never changed afterwards. */
export interface FrozenForecast {
  readonly subIndex: string
  /** Year of the official score. */
  readonly year: number
  /** The published score as it was expected. */
  readonly score: number
  readonly lower: number
  readonly upper: number
  /** With which the interval was to hold. */
  readonly confidence: number
  readonly target: number
  /** Of a published score at or above the target. */
  readonly probability: number
}

/** A forecast beside what came. */
export interface ScoredForecast {
  readonly forecast: FrozenForecast
  readonly official: number
  /** Forecast less official, points. */
  readonly error: number
  /** The official score lay in the interval. */
  readonly covered: boolean
  readonly met: boolean
  /** (probability − met)²: 0 is a prophet, 0.25 one who always says even odds. */
  readonly brier: number
}

/** Scores are published with two decimals: 7.70 has met a target of 7.7. */
const ROUNDING = 1e-9

/**
 * A frozen forecast scored against the official value:
 *
 *     error = Ŝ − S,   covered = lower ≤ S ≤ upper,   brier = (P − 1[S ≥ T])²
 *
 * Unit: points; the Brier score 0-1. Cost: constant.
 *
 * @see Brier (1950), Monthly Weather Review 78
 * @example
 * const forecast = { subIndex: 'informal-charges', year: 2024, score: 7.5, lower: 7, upper: 8, confidence: 0.9, target: 7.7, probability: 0.3 }
 * scoreForecast(forecast, 7.6).brier // => 0.09
 */
export function scoreForecast(forecast: FrozenForecast, official: number): ScoredForecast {
  const met = official >= forecast.target - ROUNDING
  return {
    forecast,
    official,
    error: forecast.score - official,
    covered: official >= forecast.lower - ROUNDING && official <= forecast.upper + ROUNDING,
    met,
    brier: (forecast.probability - (met ? 1 : 0)) ** 2,
  }
}
