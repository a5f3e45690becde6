import { type FrozenForecast, scoreForecast, type ScoredForecast } from './score-forecast.ts'

/** An official score, entered once it is published. */
export interface OfficialScore {
  readonly subIndex: string
  readonly year: number
  readonly score: number
}

/** How a group of forecasts did. */
export interface ForecastRecord {
  readonly forecasts: number
  /** Mean error, points: above 0, too hopeful. */
  readonly bias: number
  readonly rootMeanSquare: number
  /** Share of the intervals that held, to be held against `confidence`. */
  readonly coverage: number
  /** Mean of the confidences with which they were to hold. */
  readonly confidence: number
  /** Mean Brier score. */
  readonly brier: number
  /** That of saying each time the share of targets that were met in the end. */
  readonly brierOfShare: number
}

/** All scored forecasts, and how they did altogether, by sub-index and by year. */
export interface ForecastLedger {
  readonly entries: readonly ScoredForecast[]
  /** Forecasts whose official score is not entered yet. */
  readonly open: readonly FrozenForecast[]
  readonly all: ForecastRecord | null
  readonly bySubIndex: Readonly<Record<string, ForecastRecord>>
  readonly byYear: Readonly<Record<string, ForecastRecord>>
}

/**
 * Every frozen forecast scored against the official value, once that is entered, with summaries over
 * sub-indices and years. Forecasts of one sub-index and year that were frozen at several times all
 * count; to judge one moment, hand in that moment's.
 *
 * Unit: points, shares 0-1. Cost: O(forecasts).
 *
 * @see Brier (1950); Gneiting & Raftery (2007), JASA 102, for why probabilities are scored so
 * @example
 * const forecast = { subIndex: 'informal-charges', year: 2024, score: 7.5, lower: 7, upper: 8, confidence: 0.9, target: 7.7, probability: 0.3 }
 * forecastLedger([forecast], [{ subIndex: 'informal-charges', year: 2024, score: 7.6 }]).all.coverage // => 1
 */
export function forecastLedger(
  forecasts: readonly FrozenForecast[],
  officials: readonly OfficialScore[],
): ForecastLedger {
  const published = new Map(officials.map(({ subIndex, year, score }) => [placeOf(subIndex, year), score]))
  const entries: ScoredForecast[] = []
  const open: FrozenForecast[] = []
  for (const forecast of forecasts) {
    const official = published.get(placeOf(forecast.subIndex, forecast.year))
    if (official === undefined) open.push(forecast)
    else entries.push(scoreForecast(forecast, official))
  }
  return {
    entries,
    open,
    all: entries.length === 0 ? null : recordOf(entries),
    bySubIndex: recordsBy(entries, ({ forecast }) => forecast.subIndex),
    byYear: recordsBy(entries, ({ forecast }) => String(forecast.year)),
  }
}

function placeOf(subIndex: string, year: number): string {
  return `${subIndex} ${year}`
}

function recordsBy(
  entries: readonly ScoredForecast[],
  groupOf: (entry: ScoredForecast) => string,
): Record<string, ForecastRecord> {
  const groups = new Map<string, ScoredForecast[]>()
  for (const entry of entries) {
    const group = groupOf(entry)
    groups.set(group, [...(groups.get(group) ?? []), entry])
  }
  return Object.fromEntries([...groups].map(([group, members]) => [group, recordOf(members)]))
}

function recordOf(entries: readonly ScoredForecast[]): ForecastRecord {
  const mean = (figure: (entry: ScoredForecast) => number): number =>
    entries.reduce((sum, entry) => sum + figure(entry), 0) / entries.length
  const met = mean((entry) => (entry.met ? 1 : 0))
  return {
    forecasts: entries.length,
    bias: mean(({ error }) => error),
    rootMeanSquare: Math.sqrt(mean(({ error }) => error ** 2)),
    coverage: mean(({ covered }) => (covered ? 1 : 0)),
    confidence: mean(({ forecast }) => forecast.confidence),
    brier: mean(({ brier }) => brier),
    brierOfShare: met * (1 - met),
  }
}
