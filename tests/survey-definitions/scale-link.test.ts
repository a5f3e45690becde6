import { describe, expect, it } from 'vitest'
import { SCALE_LINK_ERRORS } from '../../survey-definitions/definition-error.ts'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import {
  loadBaselineWave,
  loadPastPairs,
  loadScaleProfile,
} from '../../survey-definitions/load-scale-link.ts'
import { TINY_EDITION } from '../support/definitions.ts'

const EDITION = Edition.parse({
  ...TINY_EDITION,
  subIndices: [
    ...TINY_EDITION.subIndices,
    { code: 'proactivity', number: 7, name: { vi: 'Tính năng động' } },
  ],
})
const OWN = { score: 6, standardError: 0.2, firms: 120 }
const WAVE = {
  format: 'pci-pulse/baseline-wave/1',
  edition: 'tiny-2020',
  year: 2023,
  officialSampleSize: 145,
  subIndices: [{ subIndex: 'land-access', own: OWN, official: 6.51 }],
}
const PAIR = { subIndex: 'land-access', year: 2023, own: OWN, official: 6.5, officialSampleSize: 145 }
const PAIRS = {
  format: 'pci-pulse/past-pairs/1',
  edition: 'tiny-2020',
  pairs: [PAIR, { ...PAIR, subIndex: 'informal-charges' }, { ...PAIR, subIndex: 'proactivity' }],
}
const RANGE = { indicator: '5.01', value: 0.4, min: 0.2, median: 0.5, max: 0.8 }
const PROFILE = { format: 'pci-pulse/scale-profile/1', edition: 'tiny-2020', year: 2023, indicators: [RANGE] }

type Case = readonly [string, { ok: boolean; errors?: readonly { code: string; path: string }[] }, string]
const CASES: readonly Case[] = [
  ['another-edition', loadBaselineWave({ ...WAVE, edition: 'other' }, EDITION), '/edition'],
  ['another-edition', loadPastPairs({ ...PAIRS, edition: 'other' }, EDITION), '/edition'],
  ['another-edition', loadScaleProfile({ ...PROFILE, edition: 'other' }, EDITION), '/edition'],
  ['bad-shape', loadBaselineWave({ ...WAVE, year: '2023' }, EDITION), '/year'],
  ['bad-shape', loadPastPairs({ ...PAIRS, pairs: [] }, EDITION), '/pairs'],
  [
    'bad-shape',
    loadScaleProfile({ ...PROFILE, indicators: [{ indicator: '5.01', min: 1 }] }, EDITION),
    '/indicators/0/max',
  ],
  [
    'duplicate-sub-index',
    loadBaselineWave({ ...WAVE, subIndices: [WAVE.subIndices[0], WAVE.subIndices[0]] }, EDITION),
    '/subIndices/1/subIndex',
  ],
  ['duplicate-pair', loadPastPairs({ ...PAIRS, pairs: [...PAIRS.pairs, PAIR] }, EDITION), '/pairs/3'],
  [
    'duplicate-indicator',
    loadScaleProfile({ ...PROFILE, indicators: [RANGE, RANGE] }, EDITION),
    '/indicators/1/indicator',
  ],
  [
    'unknown-sub-index',
    loadPastPairs({ ...PAIRS, pairs: [...PAIRS.pairs, { ...PAIR, subIndex: 'nowhere' }] }, EDITION),
    '/pairs/3/subIndex',
  ],
  [
    'unknown-indicator',
    loadScaleProfile({ ...PROFILE, indicators: [{ ...RANGE, indicator: '9.99' }] }, EDITION),
    '/indicators/0/indicator',
  ],
  [
    'score-out-of-scale',
    loadBaselineWave({ ...WAVE, subIndices: [{ subIndex: 'land-access', own: OWN, official: 65 }] }, EDITION),
    '/subIndices/0/official',
  ],
  [
    'score-out-of-scale',
    loadBaselineWave(
      { ...WAVE, subIndices: [{ subIndex: 'land-access', own: { ...OWN, score: 0.6 }, official: 6 }] },
      EDITION,
    ),
    '/subIndices/0/own/score',
  ],
  ['too-few-pairs', loadPastPairs({ ...PAIRS, pairs: PAIRS.pairs.slice(1) }, EDITION), '/pairs'],
  [
    'range-reversed',
    loadScaleProfile({ ...PROFILE, indicators: [{ ...RANGE, max: 0.2 }] }, EDITION),
    '/indicators/0/max',
  ],
  [
    'out-of-range',
    loadScaleProfile({ ...PROFILE, indicators: [{ ...RANGE, value: 0.9 }] }, EDITION),
    '/indicators/0/value',
  ],
  [
    'out-of-range',
    loadScaleProfile({ ...PROFILE, indicators: [{ ...RANGE, median: 0.1 }] }, EDITION),
    '/indicators/0/median',
  ],
  [
    'since-after-profile',
    loadScaleProfile({ ...PROFILE, indicators: [{ ...RANGE, since: 2024 }] }, EDITION),
    '/indicators/0/since',
  ],
]

describe('files that link the scale', () => {
  it('are taken when they are sound', () => {
    expect(loadBaselineWave(WAVE, EDITION)).toEqual({ ok: true, definition: WAVE })
    expect(loadPastPairs(PAIRS, EDITION)).toEqual({ ok: true, definition: PAIRS })
    expect(loadScaleProfile(PROFILE, EDITION)).toEqual({ ok: true, definition: PROFILE })
  })

  it.each(CASES)('are refused by name and place: %s', (code, result, path) => {
    expect(result.ok).toBe(false)
    expect(result.errors).toEqual([expect.objectContaining({ code, path })])
  })

  it('can be wrong in no way that is not tried here', () => {
    expect([...new Set(CASES.map(([code]) => code))].toSorted()).toEqual([...SCALE_LINK_ERRORS].toSorted())
  })
})
