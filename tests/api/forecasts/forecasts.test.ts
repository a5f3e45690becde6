import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scoreForecast } from '../../../analysis/forecasts/score-forecast.ts'
import { createWave, getWave, openWave } from '../../../api/waves/wave-store.ts'
import type { ProvinceForecastsView, SnapshotView, YearForecastsView } from '../../../api/views.ts'
import { ANSWERS, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'

/** Twelve firms that differ, none in a profile of its own. */
const FIRMS = Array.from({ length: 12 }, (_, firm) => ({
  ...ANSWERS,
  'legal-form': firm % 2 === 0 ? 'limited' : 'private',
  days: 10 + 7 * firm,
  fair: 1 + (firm % 5),
}))
const SOURCE = '=Báo cáo PCI 2024; VCCI'

describe.each(DATABASES)('the ledger of forecasts on $name', (testDatabase) => {
  let desk: TestApp
  let headers: Record<string, string>
  /** What the wave had said before the official scores were entered. */
  let said: SnapshotView

  beforeAll(async () => {
    desk = await openTestApp(testDatabase)
    headers = await desk.signIn()
  })
  afterAll(() => desk.close())

  const ledger = async (): Promise<readonly ProvinceForecastsView[]> =>
    (await desk.send('/api/forecasts', { headers })).json()
  const only = async (): Promise<YearForecastsView> => {
    const [province] = await ledger()
    if (province?.years.length !== 1) throw new Error('There is one province with one year')
    return province.years[0]!
  }
  const analyse = async (): Promise<SnapshotView> =>
    (await desk.send(`/api/waves/${desk.wave}/snapshots`, { method: 'POST', headers })).json()
  const publish = (scores: Readonly<Record<string, number>>) =>
    desk.send('/api/official-scores/2024', {
      method: 'PUT',
      headers,
      json: {
        province: 'lang-son',
        scores: Object.entries(scores).map(([subIndex, score]) => ({ subIndex, score, source: SOURCE })),
      },
    })
  const csv = async () => (await desk.send('/api/forecasts/forecasts.csv', { headers })).text()

  it('is empty before the first analysis', async () => {
    expect(await ledger()).toMatchObject([{ province: { code: 'lang-son', name: 'Lạng Sơn' }, all: null }])
    expect(await only()).toMatchObject({
      year: 2024,
      subIndices: [{ code: 'land-access', name: { vi: 'Tiếp cận đất đai' } }, { code: 'informal-charges' }],
      officials: [],
      waves: [{ wave: desk.wave, snapshot: null, frozenOn: null, entries: [], open: [], composite: null }],
    })
    expect((await csv()).trim().split('\r\n')).toHaveLength(1)
  })

  it('holds no forecast of scores that are not led to the published scale', async () => {
    for (const answers of FIRMS) expect((await desk.submit({ answers })).status).toBe(201)
    await desk.send(`/api/waves/${desk.wave}/releases`, { method: 'POST', headers })
    const [wave] = (await only()).waves
    expect(wave).toMatchObject({ snapshot: { number: 1 }, entries: [], open: [] })
  })

  it('follows the newest analysis while nothing is published', async () => {
    const path = `/api/waves/${desk.wave}`
    await desk.send(path, { method: 'PATCH', headers, json: { scaleLink: 'edition' } })
    said = await analyse()
    const [wave] = (await only()).waves
    expect(wave).toMatchObject({ snapshot: { number: 2 }, frozenOn: null, entries: [] })
    expect(wave?.open).toEqual(
      said.estimation.subIndices.map(({ code, target, verdict }) => ({
        subIndex: code,
        year: 2024,
        target,
        probability: verdict?.probability,
        confidence: said.estimation.confidence,
        score: verdict?.forecast?.score,
        lower: verdict?.forecast?.lower,
        upper: verdict?.forecast?.upper,
      })),
    )
    expect(wave?.open).toHaveLength(2)
  })

  it('scores what was said before by what was published then', async () => {
    const [before] = (await only()).waves
    await publish({ 'land-access': 7.05, composite: 66.6 })
    const { waves, officials } = await only()
    const [wave] = waves
    expect(wave?.entries).toEqual([scoreForecast(before!.open[0]!, 7.05)])
    expect(wave?.entries[0]).toMatchObject({ official: 7.05, met: true })
    expect(wave?.open).toEqual([before?.open[1]])
    expect(wave?.composite).toEqual(said.estimation.composite)
    expect(officials.map(({ subIndex }) => subIndex)).toEqual(['composite', 'land-access'])
    expect((await ledger())[0]?.all).toMatchObject({ forecasts: 1, bias: wave?.entries[0]?.error })
  })

  it('is not moved by an analysis of the same day or later, nor by scores put right', async () => {
    const [frozen] = (await only()).waves
    expect(frozen).toMatchObject({ snapshot: { number: 2 }, frozenOn: '2026-05-04' })
    await desk.send(`/api/waves/${desk.wave}`, { method: 'PATCH', headers, json: { scaleLink: 'none' } })
    expect((await analyse()).number).toBe(3)
    desk.clock.now = new Date('2026-06-01T03:00:00Z')
    headers = await desk.signIn()
    await publish({ 'land-access': 6.5, 'informal-charges': 6.5 })
    const [wave] = (await only()).waves
    expect(wave).toMatchObject({ snapshot: { number: 2 }, frozenOn: '2026-05-04', open: [] })
    expect(wave?.entries.map(({ official, met }) => [official, met])).toEqual([
      [6.5, false],
      [6.5, false],
    ])
    expect(wave?.entries[0]?.forecast).toEqual(frozen?.entries[0]?.forecast)
  })

  it('has nothing of a wave whose first analysis came after the scores were known', async () => {
    const { plan_hash, edition_hash, questionnaire_hash, demo } = await getWave(desk.database, desk.wave)
    const late = await createWave(desk.database, {
      title: 'Đợt muộn',
      plan_hash,
      edition_hash,
      questionnaire_hash,
      demo,
    })
    await openWave(desk.database, late, '2026-06-01')
    for (const answers of FIRMS) {
      await desk.send(`/api/waves/${late.id}/submissions`, { json: desk.submission({ answers }) })
    }
    await desk.send(`/api/waves/${late.id}/releases`, { method: 'POST', headers })
    await publish({ 'land-access': 6.5, 'informal-charges': 6.5 })
    const { waves } = await only()
    const [wave] = waves.filter(({ title }) => title === 'Đợt muộn')
    expect(wave).toMatchObject({ snapshot: null, frozenOn: null, entries: [], open: [] })
    expect((await ledger())[0]?.all).toMatchObject({ forecasts: 2 })
  })

  it('is taken away as a table in which no source is a formula', async () => {
    const [header = '', ...rows] = (await csv()).trim().split('\r\n')
    expect(header).toMatch(/^\uFEFF?province,year,wave,/)
    expect(rows).toHaveLength(2)
    const [entry] = (await only()).waves.find(({ wave }) => wave === desk.wave)!.entries
    expect(rows[0]).toContain(`,land-access,${entry?.forecast.score},`)
    expect(
      rows[0]?.endsWith(
        `,6.5,${entry?.error},${entry?.covered ? 'yes' : 'no'},no,${entry?.brier},"'${SOURCE}"`,
      ),
    ).toBe(true)
  })

  it('gives the forecasts free again when all official scores are taken away', async () => {
    await publish({})
    const { waves } = await only()
    expect(waves.find(({ wave }) => wave === desk.wave)).toMatchObject({
      snapshot: { number: 3 },
      frozenOn: null,
      entries: [],
    })
    expect((await ledger())[0]?.all).toBeNull()
  })
})
