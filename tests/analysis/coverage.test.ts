import { expect, it } from 'vitest'
import { Edition } from '../../survey-definitions/edition-schema.ts'
import pci2017 from '../../survey-definitions/editions/pci-2017.json' with { type: 'json' }
import { Questionnaire } from '../../survey-definitions/questionnaire-schema.ts'
import pciFull from '../../survey-definitions/questionnaires/pci-full.json' with { type: 'json' }
import { measureCoverage } from '../bench/measure-coverage.ts'
import fiveProvinces from '../truth/pci-2019-five-provinces.json' with { type: 'json' }

// The full run is tests/bench/coverage.ts; its table is in docs/coverage.md.
it('90 % intervals hold the official score in about nine samples of ten', { timeout: 120_000 }, () => {
  const rows = measureCoverage({
    edition: Edition.parse(pci2017),
    questionnaire: Questionnaire.parse(pciFull),
    provinces: fiveProvinces.provinces,
    samples: 20,
    firms: 150,
    seed: 1,
  })
  expect(rows).toHaveLength(8)
  const share = (of: typeof rows) =>
    of.reduce((sum, { covered }) => sum + covered, 0) / of.reduce((sum, { intervals }) => sum + intervals, 0)
  // 800 intervals: 0.90 ± 3 x 0.011; 100 of one sub-index: ± 3 x 0.03.
  expect(share(rows)).toBeGreaterThan(0.867)
  expect(share(rows)).toBeLessThan(0.933)
  for (const row of rows) {
    expect(row.intervals).toBe(100)
    expect(share([row])).toBeGreaterThan(0.81)
    expect(row.errorRatio).toBeGreaterThan(0.8)
    expect(row.errorRatio).toBeLessThan(1.2)
  }
})
