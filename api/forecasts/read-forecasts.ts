import {
  type ForecastRecord,
  forecastLedger,
  type OfficialScore,
} from '../../analysis/forecasts/forecast-ledger.ts'
import { frozenForecasts } from '../../analysis/forecasts/frozen-forecasts.ts'
import type { Database } from '../db/database.ts'
import { findEdition } from '../definitions/definition-store.ts'
import { type Freezing, frozenByWave, listOfficialScores } from '../official-scores/official-score-store.ts'
import { listPlanYears, type PlanYear } from '../official-scores/plan-years.ts'
import { findNewestSnapshot, findSnapshot } from '../snapshots/snapshot-store.ts'
import type {
  OfficialScoreView,
  ProvinceForecastsView,
  SnapshotView,
  WaveForecastsView,
  YearForecastsView,
} from '../views.ts'
import type { Wave } from '../waves/wave-store.ts'

/**
 * Every forecast beside what was published, by province. It is worked out of stored snapshots alone,
 * so that what a snapshot withholds is not here either.
 */
export async function readForecasts(database: Database): Promise<readonly ProvinceForecastsView[]> {
  const frozen = await frozenByWave(database)
  const provinces = new Map<string, ProvinceForecastsView>()
  for (const planYear of await listPlanYears(database)) {
    const { code, title, name } = planYear.province
    const years = [...(provinces.get(code)?.years ?? []), await readYear(database, planYear, frozen)]
    provinces.set(code, {
      province: { code, name: title.vi ?? name },
      years,
      all: recordOf(years),
    })
  }
  return [...provinces.values()]
}

function recordOf(years: readonly YearForecastsView[]): ForecastRecord | null {
  const forecasts = years.flatMap(({ waves }) =>
    waves.flatMap(({ entries }) => entries.map(({ forecast }) => forecast)),
  )
  const officials = years.flatMap(({ year, officials: own }) => officialScores(own, year))
  return forecastLedger(forecasts, officials).all
}

async function readYear(
  database: Database,
  { year, province, subIndices, waves }: PlanYear,
  frozen: ReadonlyMap<string, Freezing>,
): Promise<YearForecastsView> {
  const published = await listOfficialScores(database, year)
  const officials = published.filter((score) => score.province === province.code)
  const edition = await findEdition(database, waves[0]?.edition_hash ?? '')
  const names = new Map(edition?.subIndices.map(({ code, name }) => [code, name]))
  const views: WaveForecastsView[] = []
  for (const wave of waves) {
    const freezing = frozen.get(wave.id) ?? null
    const snapshot = await snapshotToScore(database, { wave, freezing, isPublished: officials.length > 0 })
    views.push(waveView(wave, { snapshot, freezing, officials: officialScores(officials, year), year }))
  }
  return {
    year,
    subIndices: subIndices.map((code) => ({ code, name: names.get(code) ?? {} })),
    officials,
    waves: views,
  }
}

/** What was analysed after the official scores were known is no forecast of them. */
async function snapshotToScore(
  database: Database,
  { wave, freezing, isPublished }: { wave: Wave; freezing: Freezing | null; isPublished: boolean },
): Promise<SnapshotView | undefined> {
  if (freezing) return findSnapshot(database, wave.id, freezing.snapshot)
  return isPublished ? undefined : findNewestSnapshot(database, wave.id)
}

interface ForecastsOfWave {
  readonly snapshot: SnapshotView | undefined
  readonly freezing: Freezing | null
  readonly officials: readonly OfficialScore[]
  readonly year: number
}

function waveView(
  { id, title, demo }: Wave,
  { snapshot, freezing, officials, year }: ForecastsOfWave,
): WaveForecastsView {
  const forecasts = snapshot ? frozenForecasts(snapshot.estimation, year) : []
  const { entries, open } = forecastLedger(forecasts, officials)
  return {
    wave: id,
    title,
    demo: demo === 1,
    snapshot: snapshot ? { number: snapshot.number, release: snapshot.release, day: snapshot.day } : null,
    frozenOn: freezing?.frozenOn ?? null,
    entries,
    open,
    composite: snapshot?.estimation.composite ?? null,
  }
}

function officialScores(officials: readonly OfficialScoreView[], year: number): readonly OfficialScore[] {
  return officials.map(({ subIndex, score }) => ({ subIndex, year, score }))
}
