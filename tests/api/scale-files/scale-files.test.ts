import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scaleOf } from '../../../api/scale-files/scale-file-store.ts'
import type { SnapshotView } from '../../../api/views.ts'
import { BaselineWave, PastPairs, ScaleProfile } from '../../../survey-definitions/scale-link-schema.ts'
import { ANSWERS, openTestApp, type TestApp } from '../../support/app.ts'
import { DATABASES } from '../../support/databases.ts'

const BASELINE = BaselineWave.parse({
  format: 'pci-pulse/baseline-wave/1',
  edition: 'tiny-2020',
  year: 2023,
  officialSampleSize: 145,
  subIndices: [
    { subIndex: 'land-access', own: { score: 6, standardError: 0.2, firms: 120 }, official: 6.51 },
  ],
})
const PROFILE = ScaleProfile.parse({
  format: 'pci-pulse/scale-profile/1',
  edition: 'tiny-2020',
  year: 2023,
  indicators: [{ indicator: '5.01', min: 0.05, max: 0.95 }],
})
const PAIRS = PastPairs.parse({
  format: 'pci-pulse/past-pairs/1',
  edition: 'tiny-2020',
  pairs: [{ ...BASELINE.subIndices[0], year: 2023, officialSampleSize: 145 }],
})

describe.each(DATABASES)('the file that leads to the scale on $name', (testDatabase) => {
  let desk: TestApp
  let headers: Record<string, string>
  beforeAll(async () => {
    desk = await openTestApp(testDatabase)
    headers = await desk.signIn()
  })
  afterAll(() => desk.close())

  const path = (rest: string) => `/api/waves/${desk.wave}${rest}`
  const put = (file: unknown) => desk.send(path('/scale-file'), { method: 'PUT', headers, json: file })
  const stored = async () => (await desk.send(path('/scale-file'), { headers })).json()
  const analyse = async (): Promise<SnapshotView> =>
    (await desk.send(path('/snapshots'), { method: 'POST', headers })).json()

  it('is put in the place of the one before, and taken away', async () => {
    expect(await stored()).toEqual({ file: null })
    expect(await (await put(PROFILE)).json()).toEqual({ file: PROFILE })
    expect(await (await put(BASELINE)).json()).toEqual({ file: BASELINE })
    expect(await stored()).toEqual({ file: BASELINE })
    const reply = await desk.send(path('/scale-file'), { method: 'DELETE', headers })
    expect(await reply.json()).toEqual({ file: null })
  })

  it('is for staff only', async () => {
    expect((await desk.send(path('/scale-file'), {})).status).toBe(401)
  })

  it.each([
    ['another edition', { ...BASELINE, edition: 'pci-2017' }, '/edition', 'another_edition'],
    ['too few pairs', PAIRS, '/pairs', 'too_few_pairs'],
    ['an unknown form', { ...BASELINE, format: 'pci-pulse/plan/1' }, '/format', 'bad_shape'],
    ['no year', { ...BASELINE, year: undefined }, '/year', 'bad_shape'],
  ])('with %s changes nothing and says where', async (_, file, place, code) => {
    await put(PROFILE)
    const reply = await put(file)
    expect(await reply.json()).toMatchObject({
      status: 422,
      code: 'bad_scale_file',
      errors: [{ path: place, code }],
    })
    expect(await stored()).toEqual({ file: PROFILE })
  })

  it('leads the next snapshot to the scale, and is named in its digests', async () => {
    await desk.send(path('/scale-file'), { method: 'DELETE', headers })
    for (let firm = 0; firm < 12; firm++)
      await desk.submit({ answers: { ...ANSWERS, days: 10 + 7 * firm, fair: 1 + (firm % 4) } })
    await desk.send(path('/releases'), { method: 'POST', headers })
    const before = await analyse()
    expect(before.estimation.scaleLink).toBe('none')

    await put(BASELINE)
    const { estimation, digests } = await analyse()
    expect(estimation.scaleLink).toBe('baseline-wave')
    expect(digests['scaleFile']).not.toBe(before.digests['scaleFile'])
    const [land, charges] = ['land-access', 'informal-charges'].map((code) =>
      estimation.subIndices.find((subIndex) => subIndex.code === code),
    )
    expect(land?.verdict).toMatchObject({ scaleLink: 'baseline-wave', reason: null })
    // Official then, plus ours now less ours then, plus a year's drift.
    expect(land?.verdict?.forecast?.score).toBeCloseTo(6.51 + (land?.score ?? 0) - 6 + 0.035, 10)
    expect(charges?.verdict).toMatchObject({ kind: 'no-verdict', reason: 'sub-index-not-linked' })
  })

  it('widens the edition only where the edition leads', async () => {
    await put(PROFILE)
    const fair = ({ estimation }: SnapshotView) =>
      estimation.indicators.find(({ code }) => code === '5.01')?.score ?? 0
    const unlinked = fair(await analyse())
    await desk.send(path(''), { method: 'PATCH', headers, json: { scaleLink: 'edition' } })
    const linked = await analyse()
    expect(linked.estimation.scaleLink).toBe('edition')
    // The range 0.1-0.9 grown to 0.05-0.95.
    expect(fair(linked) - 1).toBeCloseTo(((unlinked - 1) * 0.8 + 9 * 0.05) / 0.9, 10)
  })
})

it('past pairs lead whatever the wave says, a profile does not', () => {
  expect(scaleOf({ scale_link: 'none' }, PAIRS)).toEqual({
    scaleLink: 'past-pairs',
    linkInputs: { pastPairs: PAIRS },
  })
  expect(scaleOf({ scale_link: 'none' }, PROFILE).scaleLink).toBe('none')
  expect(scaleOf({ scale_link: 'edition' }, undefined)).toEqual({
    scaleLink: 'edition',
    linkInputs: { profile: undefined },
  })
})
