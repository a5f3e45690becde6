import type { FrozenForecast, ScoredForecast } from '../../analysis/forecasts/score-forecast.ts'
import type { ProvinceForecastsView, WaveForecastsView, YearForecastsView } from '../views.ts'
import type { Cell } from './csv-writer.ts'

/** The header of a ledger of forecasts. */
export const FORECASTS_HEADER = [
  'province',
  'year',
  'wave',
  'simulated',
  'snapshot',
  'snapshot_day',
  'frozen_on',
  'sub_index',
  'forecast',
  'lower',
  'upper',
  'confidence',
  'target',
  'probability',
  'official',
  'error',
  'covered',
  'met',
  'brier',
  'source',
] as const

/** A row a forecast, in full precision; what waits for its official score has none of the last six. */
export function forecastRows(provinces: readonly ProvinceForecastsView[]): readonly (readonly Cell[])[] {
  return provinces.flatMap(({ province, years }) =>
    years.flatMap((year) =>
      year.waves.flatMap((wave) => [
        ...wave.entries.map((entry) => [
          province.code,
          ...forecastCells(wave, entry.forecast),
          ...scoredCells(entry),
          sourceOf(year, entry.forecast.subIndex),
        ]),
        ...wave.open.map((forecast) => [
          province.code,
          ...forecastCells(wave, forecast),
          ...Array<null>(6).fill(null),
        ]),
      ]),
    ),
  )
}

function forecastCells(
  { wave, demo, snapshot, frozenOn }: WaveForecastsView,
  { subIndex, year, score, lower, upper, confidence, target, probability }: FrozenForecast,
): readonly Cell[] {
  return [
    year,
    wave,
    yesOrNo(demo),
    snapshot?.number,
    snapshot?.day,
    frozenOn,
    subIndex,
    score,
    lower,
    upper,
    confidence,
    target,
    probability,
  ]
}

function scoredCells({ official, error, covered, met, brier }: ScoredForecast): readonly Cell[] {
  return [official, error, yesOrNo(covered), yesOrNo(met), brier]
}

function yesOrNo(value: boolean): 'yes' | 'no' {
  return value ? 'yes' : 'no'
}

function sourceOf({ officials }: YearForecastsView, subIndex: string): string | undefined {
  return officials.find((official) => official.subIndex === subIndex)?.source
}
