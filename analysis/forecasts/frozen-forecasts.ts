import type { Estimation } from '../estimation.ts'
import type { FrozenForecast } from './score-forecast.ts'

/**
 * The forecasts that an analysis makes: one for every sub-index with a verdict and its target.
 *
 * Cost: O(sub-indices).
 *
 * @example
 * frozenForecasts({ confidence: 0.9, subIndices: [] }, 2024) // => []
 */
export function frozenForecasts(
  { confidence, subIndices }: Pick<Estimation, 'confidence' | 'subIndices'>,
  year: number,
): readonly FrozenForecast[] {
  return subIndices.flatMap(({ code, target, verdict }): FrozenForecast[] => {
    const { forecast, probability } = verdict ?? { forecast: null, probability: null }
    // Analyses stored before there were forecasts have none.
    if (!forecast || probability === null || target === null) return []
    const { score, lower, upper } = forecast
    return [{ subIndex: code, year, score, lower, upper, confidence, target, probability }]
  })
}
